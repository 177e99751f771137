// A caller of a forge in pages, as the use case is one: it keeps the cursor of every page and can leave after any.
import {
  ComeBackLater,
  type Forge,
  type ForgeAct,
  type ForgeCommit,
  type ForgeStart,
} from '../../../lib/ports/forge.ts';

export const now = Date.UTC(2026, 5, 1);
export const source = { repository: 'r', url: 'https://forge.test/commons/library' };

export interface Pulled {
  readonly start: ForgeStart;
  readonly commits: readonly ForgeCommit[];
  readonly acts: readonly ForgeAct[];
  readonly pages: number;
}

/**
 * Pulls to the end through any number of limits: each time a new forge is made, as a new process would, and goes on from the last cursor
 * as it would be read from a store.
 */
export async function pull(
  forge: () => Forge,
  known: { readonly tips: readonly string[]; readonly acts: ForgeStart['acts'] } = { tips: [], acts: null },
  leaveAfterEachPage = false,
): Promise<Pulled> {
  const again = async <T>(act: () => Promise<T>): Promise<T> => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await act();
      } catch (failure) {
        if (!(failure instanceof ComeBackLater) || tries === 5) throw failure;
      }
    }
  };
  const start = await again(() => forge().start(source, known));
  const commits: ForgeCommit[] = [];
  const acts: ForgeAct[] = [];
  let pages = 0;
  let cursor = start.first;
  while (cursor !== null) {
    const from = JSON.parse(JSON.stringify(cursor)) as typeof cursor;
    cursor = await again(async () => {
      let next = from;
      const stored = JSON.parse(JSON.stringify(start)) as ForgeStart;
      try {
        for await (const page of forge().pages(source, stored, from)) {
          commits.push(...page.commits);
          acts.push(...page.acts);
          pages += 1;
          if (page.next === null) return null;
          next = page.next;
          if (leaveAfterEachPage) return next;
        }
      } catch (failure) {
        // What was given before the failure is kept: the next process begins behind it.
        if (failure instanceof ComeBackLater && next !== from) return next;
        throw failure;
      }
      throw new Error('the pages ended without saying so');
    });
  }
  return { start, commits, acts, pages };
}

/** What the next run is told. */
export const knownAfter = ({ start }: Pulled): { tips: readonly string[]; acts: ForgeStart['acts'] } =>
  JSON.parse(JSON.stringify({ tips: Object.values(start.tips), acts: start.acts }));
