// What holds for a source of commits, whatever it reads them from.
import { describe, expect, it } from 'vitest';
import type { Forge } from '../../lib/ports.ts';
import { all } from './gather.ts';

/** A history of at least two commits, all on the default branch, in this forge. */
export interface SampleHistory {
  readonly forge: Forge;
  readonly url: string;
  /** All ids, newest first. */
  readonly ids: readonly string[];
}

export function forgeContract(sample: () => SampleHistory): void {
  const read = async (knownTips: readonly string[]) => {
    const { forge, url } = sample();
    const told: number[] = [];
    const reading = await forge.read({ repository: 'r', url }, knownTips, (done) => told.push(done));
    const commits = await all(reading.commits);
    await reading.close();
    return { reading, commits, told };
  };

  describe('the forge', () => {
    it('gives every commit once, and its tips', async () => {
      const { reading, commits, told } = await read([]);
      expect(commits.map(({ sha }) => sha).sort()).toEqual([...sample().ids].sort());
      expect(Object.values(reading.tips)).toContain(sample().ids[0]);
      expect(reading.lostTips).toEqual([]);
      expect(commits.every(({ onDefaultBranch }) => onDefaultBranch)).toBe(true);
      expect(told.at(-1)).toBe(commits.length);
    });

    it('gives nothing new from the tips of the last reading', async () => {
      const { reading } = await read([]);
      expect((await read(Object.values(reading.tips))).commits).toEqual([]);
    });

    it('names the known tips that are no longer there', async () => {
      const gone = 'f'.repeat(40);
      expect((await read([gone])).reading.lostTips).toEqual([gone]);
    });

    it('refuses an address where there is nothing', async () => {
      const { forge, url } = sample();
      const reading = forge.read({ repository: 'r', url: `${url}-nowhere` }, [], () => undefined);
      await expect(reading).rejects.toMatchObject({ name: 'Refusal' });
    });
  });
}
