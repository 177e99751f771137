// What holds for a source of commits, whatever it reads them from.
import { describe, expect, it } from 'vitest';
import type { Forge, ForgePage } from '../../lib/ports/forge.ts';
import { all } from './gather.ts';

/** A history of at least two commits, all on the default branch, in this forge. */
export interface SampleHistory {
  readonly forge: Forge;
  readonly url: string;
  /** All ids, newest first. */
  readonly ids: readonly string[];
}

export function forgeContract(sample: () => SampleHistory): void {
  const read = async (tips: readonly string[]) => {
    const { forge, url } = sample();
    const source = { repository: 'r', url };
    const start = await forge.start(source, { tips, acts: null });
    const pages: ForgePage[] = start.first === null ? [] : await all(forge.pages(source, start, start.first));
    return { source, start, pages, commits: pages.flatMap(({ commits }) => commits) };
  };

  describe('the forge', () => {
    it('gives every commit once, and its tips', async () => {
      const { start, pages, commits } = await read([]);
      expect(commits.map(({ sha }) => sha).sort()).toEqual([...sample().ids].sort());
      expect(Object.values(start.tips)).toContain(sample().ids[0]);
      expect(start.lostTips).toEqual([]);
      expect(commits.every(({ onDefaultBranch }) => onDefaultBranch)).toBe(true);
      expect(pages.at(-1)?.next).toBeNull();
    });

    it('gives the same page for the same cursor, from a start that went through JSON', async () => {
      const { source, start, pages } = await read([]);
      const kept = JSON.parse(JSON.stringify(start)) as typeof start;
      let cursor = kept.first;
      for (const page of pages) {
        const [again] = await all(sample().forge.pages(source, kept, cursor));
        expect(again).toEqual(page);
        cursor = JSON.parse(JSON.stringify(page.next)) as typeof cursor;
      }
    });

    it('gives nothing new from the tips of the last reading', async () => {
      const { start } = await read([]);
      const again = await read(Object.values(start.tips));
      expect([again.start.first, again.start.lostTips, again.commits]).toEqual([null, [], []]);
      expect(again.start.tips).toEqual(start.tips);
    });

    it('names the known tips that are no longer there', async () => {
      const gone = 'f'.repeat(40);
      expect((await read([gone])).start.lostTips).toEqual([gone]);
    });

    it('says that a start leads nowhere where its tips are not there', async () => {
      const { source, start } = await read([]);
      const gone = { ...start, tips: Object.fromEntries(Object.keys(start.tips).map((ref) => [ref, 'f'.repeat(40)])) };
      await expect(all(sample().forge.pages(source, gone, start.first))).rejects.toMatchObject({ name: 'StartGone' });
    });

    it('refuses an address where there is nothing', async () => {
      const { forge, url } = sample();
      const start = forge.start({ repository: 'r', url: `${url}-nowhere` }, { tips: [], acts: null });
      await expect(start).rejects.toMatchObject({ name: 'Refusal' });
    });
  });
}
