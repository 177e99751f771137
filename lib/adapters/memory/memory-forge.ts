// A forge in memory: repositories as lists of commits that a test can change between two readings.
import { Refusal } from '../../model/refusal.ts';
import type { Forge, ForgeCommit } from '../../ports.ts';

export interface MemoryRepository {
  /** Ref name → commit id. */
  readonly tips: Readonly<Record<string, string>>;
  readonly defaultBranch: string;
  /** Newest first, as git walks them. */
  readonly commits: readonly ForgeCommit[];
}

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

/** @param repositories by address; the caller keeps the map and may change it */
export const memoryForge = (repositories: ReadonlyMap<string, MemoryRepository>): Forge => ({
  read: async ({ url }, knownTips, progress) => {
    const repository = repositories.get(url);
    if (repository === undefined) {
      throw new Refusal('repository-unreachable', {
        fr: `Il n’y a pas de dépôt ${url} en mémoire. Vérifiez l’adresse.`,
        en: `There is no repository ${url} in memory. Check the address.`,
      });
    }
    const { tips, defaultBranch, commits } = repository;
    const now = reached(commits, Object.values(tips));
    const lostTips = knownTips.filter((sha) => !now.has(sha)).sort();
    const known = reached(commits, lostTips.length > 0 ? [] : knownTips);
    const wanted = commits.filter(({ sha }) => now.has(sha) && !known.has(sha));
    return {
      tips,
      defaultBranch,
      lostTips,
      commits: (async function* () {
        yield* wanted;
        progress(wanted.length, wanted.length);
      })(),
      bytesTransferred: null,
      close: async () => undefined,
    };
  },
});
