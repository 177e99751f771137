// Every port in memory, on a clock and with chance that tests set. Processes that share a world see each other's work, also after death.
import type { Ports, Random } from '../../ports.ts';
import type { Blobs } from '../files/blobs.ts';
import { objects } from '../files/objects.ts';
import { sealedFiles } from '../files/sealed-files.ts';
import { type WaitingInbox, waitingInbox } from '../inbox/waiting-inbox.ts';
import { localInstallation } from '../installation.ts';
import { primitives } from '../primitives.ts';
import { announceFacts, type OnFact } from '../store/announce-facts.ts';
import { storePorts } from '../store/store-ports.ts';
import type { Table } from '../store/table.ts';
import {
  type FaultPlan,
  faults,
  faultyBlobs,
  faultyForge,
  faultyLinkKeys,
  faultySigner,
  faultyTable,
} from './faults.ts';
import { memoryBlobs } from './memory-blobs.ts';
import { type MemoryRepository, memoryForge } from './memory-forge.ts';
import { memoryLinkKeys, memorySigner } from './memory-keys.ts';
import { memoryTable } from './memory-table.ts';
import { seededRandom } from './seeded-random.ts';

/** What outlives a process. Tests may reach into `table` and `objects` to change what a use case stored. */
export interface MemoryWorld {
  readonly table: Table;
  readonly objects: Blobs;
  readonly sealed: { readonly keys: Blobs; readonly files: Blobs };
  readonly random: Random;
  readonly signer: Ports['signer'];
  readonly linkKeys: Ports['linkKeys'];
  /** By address. */
  readonly repositories: Map<string, MemoryRepository>;
  /** UTC milliseconds; stands still unless a test moves it. */
  nowMs: number;
}

export function memoryWorld(seed = 'communs', nowMs = Date.UTC(2026, 0, 15, 9)): MemoryWorld {
  const random = seededRandom(seed);
  return {
    table: memoryTable(),
    objects: memoryBlobs(),
    sealed: { keys: memoryBlobs(), files: memoryBlobs() },
    random,
    signer: memorySigner(random),
    linkKeys: memoryLinkKeys(random),
    repositories: new Map(),
    nowMs,
  };
}

export interface MemoryProcess {
  readonly ports: Ports;
  readonly inbox: WaitingInbox;
  /** Each await so far, in order: as many places to die. */
  readonly steps: readonly string[];
}

export interface MemoryOptions {
  /** Absent = a new one, which nobody else sees. */
  readonly world?: MemoryWorld;
  readonly faults?: FaultPlan;
  readonly onFact?: OnFact;
}

/** One process on the world. After it died, make another on the same world and go on. */
export function memoryPorts(options: MemoryOptions = {}): MemoryProcess {
  const world = options.world ?? memoryWorld();
  const ways = faults(options.faults ?? null);
  const table = faultyTable(world.table, ways);
  const { random } = world;
  const store = storePorts(table, random);
  const inbox = waitingInbox(table);
  return {
    ports: {
      ...store,
      appendBooks: announceFacts(store.appendBooks, options.onFact ?? (async () => undefined)),
      primitives,
      clock: { now: () => world.nowMs },
      random,
      installation: localInstallation({}),
      objects: objects(faultyBlobs('objects', world.objects, ways)),
      sealedFiles: sealedFiles(
        faultyBlobs('fileKeys', world.sealed.keys, ways),
        faultyBlobs('sealedFiles', world.sealed.files, ways),
        random,
      ),
      signer: faultySigner(world.signer, ways),
      statementKeys: faultySigner(world.signer, ways),
      linkKeys: faultyLinkKeys(world.linkKeys, ways),
      forge: faultyForge(memoryForge(world.repositories), ways),
      inbox,
    },
    inbox,
    steps: ways.steps,
  };
}
