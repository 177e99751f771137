// Everybody checks her month at the same moment, on the embedded engine: every check is in the book once, and the ledger is whole.
import { expect, it } from 'vitest';
import { checksIn, makeCrowd } from '../../bin/bench/checks.ts';
import { withBench } from '../../bin/bench/with-bench.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { checkMonth } from '../../lib/use-cases/check-month.ts';

const size = 2_000;

it(`${size} checks at once are all in, none lost, none doubled`, { timeout: 600_000 }, () =>
  withBench(async (bench) => {
    const { ports, checks } = await makeCrowd(bench, size);
    const handed = await Promise.all(checks.map((check) => checkMonth(ports, check)));
    expect(handed.every(({ already }) => !already)).toBe(true);
    const { causes, facts } = await checksIn(ports);
    expect(causes).toHaveLength(size);
    expect([...causes].sort()).toEqual(handed.map(({ cause }) => cause).sort());
    // Many in one fact: a crowd is not a chain of two thousand.
    expect(facts).toBeLessThan(size / 100);
    expect(await checkLedger(ports)).toMatchObject({ ok: true, findings: [], behind: [] });
    // Said again, by many at once, nothing is written.
    const again = await Promise.all(checks.slice(0, 200).map((check) => checkMonth(ports, check)));
    expect(again.every(({ already }) => already)).toBe(true);
    expect((await checksIn(ports)).facts).toBe(facts);
  }),
);
