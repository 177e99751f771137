// communs bench as a person runs it: what is asked for is measured, at the sizes asked for. No time is held against anything.
import { describe, expect, it } from 'vitest';
import { benchCases } from '../../bin/bench/bench-cases.ts';
import { communs, communsJson } from './communs.ts';

interface Measured {
  readonly cores: number;
  readonly runs: readonly {
    readonly name: string;
    readonly size: number;
    readonly seconds: number;
    readonly peakMebibytes: number;
    readonly load: readonly number[];
    readonly figures: Readonly<Record<string, number>>;
  }[];
}

/** As small as they get. */
const smallest = Object.keys(benchCases).map((name) => [name, name === 'ledger-pull' ? 20 : 2] as const);

describe('communs bench', () => {
  it.each(smallest)(
    '%s does its work and tells figures with the load and the memory',
    { timeout: 120_000 },
    async (name, size) => {
      const { exitCode, json } = await communsJson<Measured>(['bench', name, '--size', String(size)]);
      expect(exitCode).toBe(0);
      expect(json.cores).toBeGreaterThan(0);
      expect(json.runs).toMatchObject([{ name, size }]);
      const [{ seconds, peakMebibytes, load, figures }] = json.runs as [Measured['runs'][0]];
      expect(seconds).toBeGreaterThan(0);
      expect(peakMebibytes).toBeGreaterThan(20);
      expect(load).toHaveLength(2);
      expect(Object.values(figures).every(Number.isFinite)).toBe(true);
    },
  );

  it('takes several cases and several sizes, and shows how the time grew', async () => {
    const { exitCode, out } = await communs(['bench', 'read', 'ledger-pull', '--size', '20', '--size', '200']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^read : .*^ {2}taille +20 +200.*^ {2}temps × [\d,]+ pour taille × 10$.*^ledger-pull : /ms);
  });

  it('knows no other case', async () => {
    const { exitCode, err } = await communs(['bench', 'matchin', '--lang', 'en']);
    expect(exitCode).toBe(2);
    expect(err).toContain("Did you mean 'matching'?");
  });
});
