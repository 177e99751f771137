// A short sweep of the simulator, the same seed twice, and faults planted in the code: each is caught by the invariant that is there for it.
import { describe, expect, it } from 'vitest';
import { baseOf } from './bases.ts';
import { allFaults } from './fault-names.ts';
import { planted } from './planted.ts';
import { runSeed } from './run-seed.ts';
import { sweep } from './sweep.ts';

describe('simulated runs', () => {
  it('break no invariant, and every fault bites', { timeout: 300_000 }, async () => {
    const found = await sweep({ from: 1, seeds: 120 });
    const broken = found.failures.flatMap(({ seed, violations }) =>
      violations.map(({ invariant, what }) => `${seed}: ${invariant} ${what}`),
    );
    expect(broken).toEqual([]);
    const biting = found.faults.filter(({ bit }) => bit > 0).map(({ fault }) => fault);
    expect(biting).toEqual(allFaults);
    const done = [...found.outcomes.keys()].filter((key) => key.endsWith(': done')).map((key) => key.split(':')[0]);
    expect(done).toEqual(expect.arrayContaining(['import', 'correct', 'undo', 'pull', 'match', 'check', 'answer']));
    expect(done).toEqual(
      expect.arrayContaining(['prepare', 'issue', 'revoke', 'link', 'open link', 'erase', 'object']),
    );
    expect(done).toEqual(expect.arrayContaining(['rotate key', 'retire key', 'receipt', 'receipt again']));
    expect(done).toEqual(expect.arrayContaining(['late statement', 'late log', 'late registrar']));
  });

  it('come out the same for the same seed, and otherwise for another', async () => {
    const traceOf = async (seed: number): Promise<string> => (await runSeed({ seed, base: await baseOf(seed) })).trace;
    for (const seed of [3, 4, 5, 6]) expect(await traceOf(seed)).toBe(await traceOf(seed));
    expect(await traceOf(3)).not.toBe(await traceOf(19));
  });

  it('meet only the faults that are asked for', async () => {
    const { faults } = await sweep({ from: 1, seeds: 20, faults: ['F1', 'F9'] });
    expect(faults.filter(({ injected }) => injected > 0).map(({ fault }) => fault)).toEqual(['F1', 'F9']);
  });
});

describe('a planted fault is caught:', () => {
  it.each(planted)('$name', { timeout: 300_000 }, async ({ caughtBy, says = /./, ...plant }) => {
    let caught: string | undefined;
    await sweep({
      ...{ from: 1, seeds: 150, plant },
      onSeed: ({ violations }) => {
        caught = violations.find(({ invariant, what }) => caughtBy.includes(invariant) && says.test(what))?.invariant;
        return caught === undefined;
      },
    });
    expect(caughtBy).toContain(caught);
  });
});
