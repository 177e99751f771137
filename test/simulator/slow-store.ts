// Runs on the embedded engine: a table of its own for each seed, filled from the small world, and everything else in memory.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../lib/adapters/engine/engine.ts';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { createTable } from '../../lib/adapters/store/create-table.ts';
import { dynamoClient, dynamoTable } from '../../lib/adapters/store/dynamo-table.ts';
import type { Key } from '../../lib/adapters/store/keys.ts';
import type { Attributes, Table } from '../../lib/adapters/store/table.ts';
import { baseOf } from './bases.ts';
import type { FaultName } from './fault-names.ts';
import { runSeed, type SeedReport } from './run-seed.ts';
import type { Turns } from './turns.ts';

export interface SlowStore {
  readonly run: (seed: number) => Promise<SeedReport>;
  readonly close: () => Promise<void>;
}

/** Everything that the small world holds. */
async function fill(from: MemoryWorld['table'], to: Table): Promise<void> {
  const writes = [...from.items()].map(([key, { sk: _sk, ...attributes }]): [Key, Attributes] => [key, attributes]);
  await to.writeAll(writes);
}

const notHere = (): never => {
  throw new Error('a table of the engine is neither copied nor listed');
};

async function* gathered(items: AsyncIterable<Attributes>, during: Turns['during']): AsyncGenerator<Attributes> {
  const gathered: Attributes[] = [];
  await during(async () => {
    for await (const item of items) gathered.push(item);
  });
  yield* gathered;
}

/** Whoever takes turns waits for a call that is under way: its answer comes when the engine gives it. */
const awaited = (table: Table, { during }: Turns): MemoryWorld['table'] => ({
  get: (key) => during(() => table.get(key)),
  getNamed: (key) => during(() => table.getNamed(key)),
  query: (pk, from) => gathered(table.query(pk, from), during),
  querySettled: (pk) => gathered(table.querySettled(pk), during),
  put: (key, attributes) => during(() => table.put(key, attributes)),
  putIf: (key, attributes, replaces) => during(() => table.putIf(key, attributes, replaces)),
  remove: (key) => during(() => table.remove(key)),
  writeAll: (writes) => during(() => table.writeAll(writes)),
  copy: notHere,
  items: notHere,
});

export async function openSlowStore(faults: readonly FaultName[]): Promise<SlowStore> {
  const folder = await mkdtemp(join(tmpdir(), 'communs-simulate-'));
  const engine = await openEngine(folder);
  const client = dynamoClient(engine.endpoint);
  return {
    run: async (seed) => {
      const name = `seed-${seed}`;
      await createTable(client, name);
      const base = await baseOf(seed);
      const table = dynamoTable(client, name);
      await fill(base.world.table, table);
      return runSeed({ seed, base, faults, slowTable: (turns) => awaited(table, turns) });
    },
    close: async () => {
      client.destroy();
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
