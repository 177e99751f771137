// Runs on the embedded engine: a table of its own for each seed, filled from the small world, and everything else in memory.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../lib/adapters/engine/engine.ts';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { createTable } from '../../lib/adapters/store/create-table.ts';
import { dynamoClient, dynamoTable } from '../../lib/adapters/store/dynamo-table.ts';
import type { Attributes, Table } from '../../lib/adapters/store/table.ts';
import { baseOf } from './bases.ts';
import type { FaultName } from './fault-names.ts';
import { runSeed, type SeedReport } from './run-seed.ts';
import type { Turns } from './turns.ts';

export interface SlowStore {
  readonly run: (seed: number) => Promise<SeedReport>;
  readonly close: () => Promise<void>;
}

/** Every item that the making of the small world wrote and that still stands. */
async function fill(from: MemoryWorld['table'], written: ReadonlySet<string>, to: Table): Promise<void> {
  const writes: [{ pk: string; sk: string }, Attributes][] = [];
  for (const step of written) {
    const [act = '', pk = '', sk = ''] = step.split(' ');
    if (!act.startsWith('table.')) continue;
    const item = await from.get({ pk, sk });
    if (item === null) continue;
    const { sk: _sk, ...attributes } = item;
    writes.push([{ pk, sk }, attributes]);
  }
  const once = [...new Map(writes.map((write) => [`${write[0].pk} ${write[0].sk}`, write])).values()];
  await to.writeAll(once);
}

/** Whoever takes turns waits for a call that is under way: its answer comes when the engine gives it. */
const awaited = (table: Table, { during }: Turns): MemoryWorld['table'] => ({
  get: (key) => during(() => table.get(key)),
  query: async function* (pk, from) {
    const items: Attributes[] = [];
    await during(async () => {
      for await (const item of table.query(pk, from)) items.push(item);
    });
    yield* items;
  },
  put: (key, attributes) => during(() => table.put(key, attributes)),
  putIf: (key, attributes, replaces) => during(() => table.putIf(key, attributes, replaces)),
  remove: (key) => during(() => table.remove(key)),
  writeAll: (writes) => during(() => table.writeAll(writes)),
  copy: () => {
    throw new Error('a table of the engine is not copied');
  },
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
      await fill(base.world.table, base.written, table);
      return runSeed({ seed, base, faults, slowTable: (turns) => awaited(table, turns) });
    },
    close: async () => {
      client.destroy();
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
