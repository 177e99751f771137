// A forge in memory: repositories as lists of commits and acts that a test can change between two readings.
import * as z from 'zod';
import { Refusal } from '../../model/refusal.ts';
import {
  type Forge,
  type ForgeAct,
  type ForgeCommit,
  type ForgeStart,
  type LicenceState,
  StartGone,
} from '../../ports/forge.ts';

export interface MemoryRepository {
  /** Ref name → commit id. */
  readonly tips: Readonly<Record<string, string>>;
  readonly defaultBranch: string;
  /** Newest first, as git walks them. */
  readonly commits: readonly ForgeCommit[];
  /** Oldest first; given after the commits. */
  readonly acts?: readonly ForgeAct[];
  /** Of the folder asked, oldest first; absent: it has none to tell. */
  readonly licences?: Readonly<Record<string, readonly LicenceState[]>>;
  /** Commits, or acts, of a page; 1,000 unless given. */
  readonly pageSize?: number;
}

/** How many commits and acts a walk gave before, and from which tips on. */
const cursor = z.object({ skip: z.int(), without: z.array(z.string()), actsBefore: z.int() });

/** Ids that these tips reach, among the commits of the repository. */
function reached(commits: readonly ForgeCommit[], tips: readonly string[]): ReadonlySet<string> {
  const parents = new Map(commits.map((commit) => [commit.sha, commit.parents]));
  const seen = new Set<string>();
  const waiting = [...tips];
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    if (seen.has(sha) || !parents.has(sha)) continue;
    seen.add(sha);
    waiting.push(...(parents.get(sha) ?? []));
  }
  return seen;
}

function pageAt({ commits, acts = [], pageSize = 1000 }: MemoryRepository, { tips }: ForgeStart, from: unknown) {
  const { skip, without, actsBefore } = cursor.parse(from);
  const known = reached(commits, without);
  const now = reached(commits, Object.values(tips));
  if (Object.values(tips).some((sha) => !now.has(sha))) throw new StartGone('the tips are there no more');
  const wanted = commits.filter(({ sha }) => now.has(sha) && !known.has(sha));
  const both = [...wanted, ...acts.slice(actsBefore)];
  const page = both.slice(skip, skip + pageSize);
  const isCommit = (one: ForgeCommit | ForgeAct): one is ForgeCommit => 'authoredAt' in one;
  return {
    commits: page.filter(isCommit),
    acts: page.filter((one) => !isCommit(one)) as ForgeAct[],
    next: skip + pageSize < both.length ? { skip: skip + pageSize, without, actsBefore } : null,
  };
}

/** @param repositories by address; the caller keeps the map and may change it */
export const memoryForge = (repositories: ReadonlyMap<string, MemoryRepository>): Forge => {
  const standing = (url: string): MemoryRepository => {
    const repository = repositories.get(url);
    if (repository !== undefined) return repository;
    throw new Refusal('repository-unreachable', {
      fr: `Il n’y a pas de dépôt ${url} en mémoire. Vérifiez l’adresse.`,
      en: `There is no repository ${url} in memory. Check the address.`,
    });
  };
  return {
    start: async ({ url }, known) => {
      const { tips, defaultBranch, commits, acts = [] } = standing(url);
      const now = reached(commits, Object.values(tips));
      const lostTips = known.tips.filter((sha) => !now.has(sha)).sort();
      const without = lostTips.length > 0 ? [] : [...known.tips];
      const actsBefore = typeof known.acts === 'number' ? known.acts : 0;
      const isNew = Object.values(tips).some((sha) => !without.includes(sha)) || acts.length > actsBefore;
      return {
        ...{ tips, defaultBranch, lostTips },
        first: isNew ? { skip: 0, without, actsBefore } : null,
        acts: acts.length === 0 ? null : acts.length,
        bytesTransferred: null,
        isExact: acts.length === 0,
      };
    },
    pages: async function* ({ url }, start, from) {
      for (let at = from; ; ) {
        const page = pageAt(standing(url), start, at);
        yield page;
        if (page.next === null) return;
        at = page.next;
      }
    },
    licences: async ({ url }, { folder, known }) => {
      const states = standing(url).licences?.[folder];
      if (states === undefined) return null;
      return { states: states.slice(typeof known === 'number' ? known : 0), known: states.length };
    },
  };
};
