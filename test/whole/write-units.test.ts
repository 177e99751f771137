// What an import writes, in units of DynamoDB, over everything: facts, chunks, views, and the claims in people's books.
import { describe, expect, it } from 'vitest';
import { type ImportUnits, importCase, importUnits } from '../../bin/bench/import.ts';
import { nothing, partitionOf, plus, type Used } from '../../bin/bench/metered-engine.ts';
import { withBench } from '../../bin/bench/with-bench.ts';
import { carryOut, type SamplePorts } from '../../examples/play/carry-out.ts';
import { type Act, scenario } from '../../examples/scenario.ts';
import { lateTimesheetPath } from '../../examples/timesheet-paths.ts';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { itemBytes, type MemoryTable } from '../../lib/adapters/memory/memory-table.ts';
import type { Key } from '../../lib/adapters/store/keys.ts';
import type { Attributes } from '../../lib/adapters/store/table.ts';
import { processOn } from './process.ts';

/** The figures of `communs bench import`, as the engine counts them. */
async function benchImport(rows: number): Promise<Record<string, number>> {
  const { figures } = await withBench((bench) => importCase.run(rows, bench));
  return Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));
}

describe('everything that an import writes is at most one unit a line of time,', () => {
  it.each([
    ['a month of one person, 22 lines', 22, 1],
    ['a quarter of eight people, 500 lines', 500, 0.3],
  ])('%s', { timeout: 300_000 }, async (_name, rows, most) => {
    const { unitsPerEntry, writeUnits, ownUnits, claimUnits, keyUnits, unitsAgain } = await benchImport(rows);
    expect(unitsPerEntry).toBeLessThanOrEqual(most);
    // Nothing is left out of the sum, and nothing of it is zero by mistake.
    expect(ownUnits! + claimUnits! + keyUnits!).toBe(writeUnits);
    expect(Math.min(ownUnits!, claimUnits!, keyUnits!)).toBeGreaterThan(0);
    expect(unitsAgain).toBe(0);
  });
});

interface Import {
  readonly file: string;
  readonly rows: number;
  /** Facts in people's books. */
  readonly claimed: number;
  readonly units: ImportUnits;
}

/** A table that counts as DynamoDB does: a unit for each kB of an item that is put, one for a removal. */
function counted(table: MemoryTable, count: (pk: string, units: number) => void): MemoryTable {
  const put = (key: Key, attributes: Attributes): void =>
    count(key.pk, Math.ceil(itemBytes({ ...key, ...attributes }) / 1024));
  return {
    ...table,
    put: (key, attributes) => {
      put(key, attributes);
      return table.put(key, attributes);
    },
    putIf: (key, attributes, replaces) => {
      put(key, attributes);
      return table.putIf(key, attributes, replaces);
    },
    remove: (key) => {
      count(key.pk, 1);
      return table.remove(key);
    },
  };
}

const before: ReadonlySet<Act['act']> = new Set(['registry', 'company', 'secondments', 'identities', 'accept']);

/** The sample's timesheets in their order, after everybody accepted her addresses. */
async function importSample(): Promise<Import[]> {
  const world = memoryWorld('write units');
  let units = new Map<string, Used>();
  const count = (pk: string, write: number): void => {
    const partition = partitionOf(pk);
    units.set(partition, plus(units.get(partition) ?? nothing, { calls: 1, read: 0, write }));
  };
  const { ports } = processOn({ ...world, table: counted(world.table, count) });
  // None of these acts asks the forge.
  const samplePorts = ports as unknown as SamplePorts;
  const imports: Import[] = [];
  for (const act of scenario) {
    if (!before.has(act.act) && act.act !== 'import') continue;
    units = new Map();
    const done = await carryOut(samplePorts, act);
    if (act.act !== 'import') continue;
    const claimed = units.get('book#person')?.calls ?? 0;
    imports.push({ file: act.file, rows: done.lines ?? 0, claimed, units: importUnits(units) });
  }
  return imports;
}

describe('the sample’s monthly files, of three lines a person,', async () => {
  const monthly = (await importSample()).filter(({ file }) => file !== lateTimesheetPath);
  const sum = (of: (one: Import) => number): number => monthly.reduce((total, one) => total + of(one), 0);
  const rows = sum((one) => one.rows);

  it('are all there, with next to no lines', () => {
    expect(monthly.length).toBeGreaterThan(35);
    expect(rows / monthly.length).toBeLessThan(25);
  });

  it('cost their companies’ books at most one unit a line', () => {
    expect(sum(({ units }) => units.own) / rows).toBeLessThanOrEqual(1);
  });

  it('cost six units more at most for each person whose time is claimed, and nothing else but keys', () => {
    for (const { claimed, units } of monthly) {
      expect(claimed).toBeGreaterThan(1);
      expect(units.claims / claimed).toBeLessThanOrEqual(6);
      expect(units.own + units.claims + units.keys).toBe(units.all);
    }
  });
});
