// A crowd's messages come several times, in any order, to several consumers: each is in the book once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MemoryWorld, memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Ports } from '../../lib/ports.ts';
import { appendCrowd, type CrowdRow, consumer } from '../../lib/use-cases/append-crowd.ts';
import { readRows } from '../../lib/use-cases/batches.ts';
import { factsAfter, foldBook, readBook } from '../../lib/use-cases/book-state.ts';
import { updateViews } from '../../lib/use-cases/update-views.ts';
import { hexOf, utf8 } from '../ledger/bytes.ts';
import { all } from './any-fact.ts';

const book = 'company/co-1';

const check = (n: number): CrowdRow => ({
  row: {
    developer: `de-${n % 997}`,
    month: `2025-0${1 + (n % 9)}`,
    by: `de-${n % 997}`,
    cause: hexOf(`check ${n}`),
    answer: 'agrees',
  },
  key: utf8(`key of de-${n % 997}`),
});

/** Every row of every fact, by fact, after the chain and the roots were checked. */
async function written(ports: Ports): Promise<{ readonly by: string; readonly causes: readonly string[] }[]> {
  const facts = await all(factsAfter(ports, { book, seq: -1, digest: '0'.repeat(64) }));
  return Promise.all(
    facts.map(async ({ fact }) => {
      if (!('batch' in fact.data)) throw new Error(`a ${fact.kind} came from a crowd`);
      const rows = await readRows(ports, book, fact.data.batch);
      return { by: fact.by, causes: rows.map(({ row }) => (row as CrowdRow['row']).cause) };
    }),
  );
}

/** Shuffled by a seed, so that a failure comes again. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
  return values
    .map((value, i) => [hexOf(`${seed} ${i}`), value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value);
}

describe('a crowd', () => {
  it('of 10,000 checks, each sent three times in batches of 250 in random order, is in the book once each', async () => {
    const world = memoryWorld();
    const checks = Array.from({ length: 10_000 }, (_, n) => check(n));
    const sent = shuffled([...checks, ...checks, ...checks], 7);
    const batches = Array.from({ length: sent.length / 250 }, (_, i) => sent.slice(250 * i, 250 * (i + 1)));
    for (const [i, rows] of batches.entries()) {
      const { ports } = memoryPorts({ world });
      await appendCrowd(ports, book, 'months-checked', rows);
      if (i % 7 === 0) await updateViews(ports, book);
    }
    const { ports } = memoryPorts({ world });
    const facts = await written(ports);
    const causes = facts.flatMap((each) => each.causes);
    expect(causes).toHaveLength(10_000);
    expect(new Set(causes)).toEqual(new Set(checks.map(({ row }) => row.cause)));
    expect(facts.every(({ by }) => by === consumer)).toBe(true);
    // The developer's month names each of its checks once.
    const { list } = await foldBook(ports, book);
    const months = (await list('months/2025-01')) as unknown as { value: { checks: unknown[] } }[];
    expect(months.reduce((sum, { value }) => sum + value.checks.length, 0)).toBe(
      checks.filter(({ row }) => row.month === '2025-01').length,
    );
  }, 120_000);

  it('is written once by consumers that run at the same time on the same messages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 20 }), { minLength: 2, maxLength: 8 }),
        async (messages) => {
          const world = memoryWorld();
          await Promise.all(
            messages.map((ns) => appendCrowd(memoryPorts({ world }).ports, book, 'months-checked', ns.map(check))),
          );
          const causes = (await written(memoryPorts({ world }).ports)).flatMap((each) => each.causes);
          expect(causes.toSorted()).toEqual([...new Set(messages.flat())].map((n) => check(n).row.cause).sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('already written writes nothing, and says so', async () => {
    const { ports } = memoryPorts();
    const rows = [check(1), check(2), check(1)];
    expect((await appendCrowd(ports, book, 'months-checked', rows))?.fact.seq).toBe(0);
    expect(await appendCrowd(ports, book, 'months-checked', rows.toReversed())).toBeNull();
    expect(await appendCrowd(ports, book, 'months-checked', [])).toBeNull();
    expect((await readBook(ports, book)).head.seq).toBe(0);
  });

  it('keeps each developer’s month together, whatever the order of arrival', async () => {
    const { ports } = memoryPorts();
    const rows = shuffled(
      Array.from({ length: 60 }, (_, n) => check(n % 3 === 0 ? n : n + 997)),
      3,
    );
    await appendCrowd(ports, book, 'months-checked', rows);
    const { fact } = (await all(factsAfter(ports, { book, seq: -1, digest: '0'.repeat(64) })))[0]!;
    if (!('batch' in fact.data)) throw new Error('no batch');
    const groups = (await readRows(ports, book, fact.data.batch)).map(({ row }) => {
      const { developer, month } = row as CrowdRow['row'];
      return `${developer} ${month}`;
    });
    const runs = groups.filter((group, i) => group !== groups[i - 1]);
    expect(runs).toHaveLength(new Set(groups).size);
  });
});

describe('a consumer that dies', () => {
  it('at any await leaves its messages to the next one: all in, none twice', async () => {
    const rows = [check(1), check(2), check(3)];
    const start = async (): Promise<MemoryWorld> => {
      const world = memoryWorld();
      await appendCrowd(memoryPorts({ world }).ports, book, 'months-checked', [check(2)]);
      return world;
    };
    const whole = memoryPorts({ world: await start() });
    await appendCrowd(whole.ports, book, 'months-checked', rows);
    const places = whole.steps.length;
    const expected = await written(whole.ports);
    for (const when of ['before', 'after'] as const) {
      for (let at = 0; at < places; at += 1) {
        const world = await start();
        const dying = memoryPorts({ world, faults: { at, when } });
        await expect(appendCrowd(dying.ports, book, 'months-checked', rows)).rejects.toThrow(/died/);
        const { ports } = memoryPorts({ world });
        await appendCrowd(ports, book, 'months-checked', rows);
        expect(await written(ports)).toEqual(expected);
      }
    }
  });
});
