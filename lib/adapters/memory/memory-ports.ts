// Every port in memory, on a clock and with chance that tests set. Processes that share a world see each other's work, also after death.
import type { Forge } from '../../ports/forge.ts';
import type { Random } from '../../ports/primitives.ts';
import type { WebhookSecret } from '../../ports/pulls.ts';
import type { Ports } from '../../ports.ts';
import { objects } from '../files/objects.ts';
import { sealedFiles } from '../files/sealed-files.ts';
import { dejavuFonts } from '../fonts/dejavu-fonts.ts';
import { type WaitingInbox, waitingInbox } from '../inbox/waiting-inbox.ts';
import { localInstallation } from '../installation.ts';
import { memoryLogFiles, memoryLogSigner } from '../log/memory-log.ts';
import { primitives } from '../primitives.ts';
import { padesSeal } from '../seal/pades-seal.ts';
import { madeCertificate } from '../seal/seal-certificates.ts';
import { announceFacts, type OnFact } from '../store/announce-facts.ts';
import { storePorts } from '../store/store-ports.ts';
import {
  type FaultPlan,
  type Faults,
  faults,
  faultyBlobs,
  faultyForge,
  faultyHeads,
  faultyLinkKeys,
  faultyLogFiles,
  faultyLogSigner,
  faultyMail,
  faultyQueue,
  faultySigner,
  faultySteps,
  faultyTable,
} from './faults.ts';
import {
  type MemoryAccounts,
  memoryForgeKeys,
  memoryForgeLogin,
  memoryMail,
  type SentMessage,
} from './memory-accounts.ts';
import { type MemoryBlobs, memoryBlobs } from './memory-blobs.ts';
import { type MemoryRepository, memoryForge } from './memory-forge.ts';
import { memoryHeads } from './memory-heads.ts';
import { memoryLinkKeys, memorySigner } from './memory-keys.ts';
import { memoryQueue, type PullAskedFor } from './memory-queue.ts';
import { memorySteps } from './memory-steps.ts';
import { type MemoryTable, memoryTable } from './memory-table.ts';
import { seededRandom } from './seeded-random.ts';

/** Read once for all processes of a test run. */
const fonts = dejavuFonts();

/** What outlives a process. Tests may reach into `table` and `objects` to change what a use case stored. */
export interface MemoryWorld {
  readonly table: MemoryTable;
  readonly objects: MemoryBlobs;
  readonly sealed: { readonly keys: MemoryBlobs; readonly files: MemoryBlobs };
  /** By book. */
  readonly heads: Map<string, string>;
  readonly random: Random;
  readonly signer: Ports['signer'];
  readonly registrar: Ports['registrar'];
  readonly linkKeys: Ports['linkKeys'];
  readonly logSigner: Ports['logSigner'];
  /** Tiles, heads and what is staged, by name. */
  readonly log: MemoryBlobs;
  /** Of nobody, unless a test sets them. */
  timeStamps: Ports['timeStamps'];
  witnesses: Ports['witnesses'];
  /** By address. */
  readonly repositories: Map<string, MemoryRepository>;
  readonly mail: SentMessage[];
  readonly accounts: MemoryAccounts;
  /** Steps of pulls under way, by run. */
  readonly steps: Map<string, Map<string, Uint8Array>>;
  /** Pulls asked for, in order. */
  readonly pulls: PullAskedFor[];
  /** By host. */
  readonly webhooks: Map<string, WebhookSecret>;
  /** UTC milliseconds; stands still unless a test moves it. */
  nowMs: number;
}

export function memoryWorld(seed = 'communs', nowMs = Date.UTC(2026, 0, 15, 9)): MemoryWorld {
  const random = seededRandom(seed);
  return {
    table: memoryTable(),
    objects: memoryBlobs(),
    sealed: { keys: memoryBlobs(), files: memoryBlobs() },
    heads: new Map(),
    random,
    signer: memorySigner(random, 'statement'),
    registrar: memorySigner(random, 'registrar'),
    linkKeys: memoryLinkKeys(random),
    logSigner: memoryLogSigner(random),
    log: memoryBlobs(),
    timeStamps: { authority: null, check: async () => null },
    witnesses: { keys: [], submitting: [] },
    repositories: new Map(),
    mail: [],
    accounts: new Map(),
    steps: new Map(),
    pulls: [],
    webhooks: new Map(),
    nowMs,
  };
}

/** The same world a second time: a test lets one act end in every way from where it stands. */
export const copyOfWorld = (world: MemoryWorld, random: Random): MemoryWorld => ({
  ...world,
  table: world.table.copy(),
  objects: world.objects.copy(),
  sealed: { keys: world.sealed.keys.copy(), files: world.sealed.files.copy() },
  heads: new Map(world.heads),
  log: world.log.copy(),
  mail: [...world.mail],
  steps: new Map([...world.steps].map(([run, steps]) => [run, new Map(steps)])),
  pulls: [...world.pulls],
  random,
});

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
  /** In place of what `faults` plans: other ways to fail. */
  readonly ways?: Faults;
  /** Names what arrives in the inbox, each above the one before; absent: by the machine's clock. */
  readonly stamp?: () => string;
  readonly onFact?: OnFact;
  /** Called where the log is asked to take a book’s facts at once; absent: it takes them when a test says so. */
  readonly onLog?: (ports: Ports, book: string) => Promise<void>;
  /** In place of the one in memory. */
  readonly forge?: Forge;
}

/** One process on the world. After it died, make another on the same world and go on. */
export function memoryPorts(options: MemoryOptions = {}): MemoryProcess {
  const world = options.world ?? memoryWorld();
  const ways = options.ways ?? faults(options.faults ?? null);
  const table = faultyTable(world.table, ways);
  const { random } = world;
  const files = faultyBlobs('objects', world.objects, ways);
  const store = storePorts(table, random, files);
  const inbox = waitingInbox(table, options.stamp);
  const signer = faultySigner('signer', world.signer, ways);
  const registrar = faultySigner('registrar', world.registrar, ways);
  const installation = localInstallation({});
  const heads = faultyHeads(memoryHeads(world.heads), ways);
  const sealed = sealedFiles(
    faultyBlobs('fileKeys', world.sealed.keys, ways),
    faultyBlobs('sealedFiles', world.sealed.files, ways),
    random,
  );
  const logFiles = faultyLogFiles(memoryLogFiles(world.log), ways);
  const logSigner = faultyLogSigner(world.logSigner, ways);
  const ports: Ports = {
    ...store,
    appendBooks: announceFacts(store.appendBooks, options.onFact ?? (async () => undefined)),
    primitives,
    clock: { now: () => world.nowMs },
    random,
    installation,
    objects: objects(files),
    sealedFiles: sealed,
    readSealedFiles: sealed,
    heads,
    readHeads: heads,
    signer,
    statementKeys: signer,
    registrar,
    registrarKeys: registrar,
    seal: padesSeal(signer, async () => [await madeCertificate(signer, installation.operator.name)]),
    fonts,
    linkKeys: faultyLinkKeys(world.linkKeys, ways),
    forge: faultyForge(options.forge ?? memoryForge(world.repositories), ways),
    pullSteps: faultySteps(memorySteps(world.steps), ways),
    pullQueue: faultyQueue(memoryQueue(world.pulls), ways),
    webhooks: { of: (host) => world.webhooks.get(host) ?? null },
    mail: faultyMail(memoryMail(world.mail), ways),
    forgeKeys: memoryForgeKeys(world.accounts),
    forgeLogin: memoryForgeLogin(world.accounts),
    logFiles,
    readLogFiles: logFiles,
    logSigner,
    logKeys: logSigner,
    timeStamps: world.timeStamps,
    witnesses: world.witnesses,
    logQueue: {
      ask: async (book, when) => {
        if (when === 'now') await options.onLog?.(ports, book);
      },
    },
    inbox,
  };
  return { ports, inbox, steps: ways.steps };
}
