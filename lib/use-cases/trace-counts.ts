// Contributions as pages show them: how many of each kind, and for whoever may see them their ids and where they can be read.
import type { ContributionKind } from '../model/contribution.ts';
import type { Project } from '../model/registry.ts';

export interface TraceCount {
  readonly kind: ContributionKind;
  readonly count: number;
  readonly shown: readonly { readonly sha: string; readonly url: string | null }[] | null;
}

/** More ids than this in one line help nobody. */
const mostShown = 10;

const inOrder: readonly ContributionKind[] = ['commit', 'co-author', 'review', 'merge', 'issue', 'tag', 'release'];
const isCommit = (kind: ContributionKind): boolean => ['commit', 'co-author', 'merge'].includes(kind);

/** `<repository>#<kind>#<sha>`, and more for a co-author (model/contribution.ts). */
function partsOf(id: string): { repository: string; kind: ContributionKind; sha: string } {
  const [repository = '', kind = '', sha = ''] = id.split('#');
  return { repository, kind: kind as ContributionKind, sha };
}

/** @returns the address of a commit's page, null where the forge of a repository is not known to have one */
function commitUrl(repositoryUrl: string | undefined, sha: string): string | null {
  if (repositoryUrl === undefined || !/^https:\/\//.test(repositoryUrl)) return null;
  const page = repositoryUrl.replace(/\/+$/, '').replace(/\.git$/, '');
  // GitHub, Forgejo and Gitea have the first form, GitLab the second.
  return `${page}${new URL(page).hostname.includes('gitlab') ? '/-' : ''}/commit/${sha}`;
}

/**
 * @param contributions ids, in any order; each counts once
 * @param projects whose repositories have addresses; null = counts alone, without ids
 */
export function traceCounts(
  contributions: readonly string[],
  projects: readonly Pick<Project, 'repositories'>[] | null,
): TraceCount[] {
  const urls = new Map((projects ?? []).flatMap(({ repositories }) => repositories.map(({ id, url }) => [id, url])));
  const traces = [...new Set(contributions)].map(partsOf);
  return inOrder.flatMap((kind): TraceCount[] => {
    const ofKind = traces.filter((trace) => trace.kind === kind);
    if (ofKind.length === 0) return [];
    // What is no commit has an id of the forge's own, which no reader could look up.
    const named = isCommit(kind) ? ofKind.slice(0, mostShown) : [];
    const shown = named.map(({ repository, sha }) => ({ sha, url: commitUrl(urls.get(repository), sha) }));
    return [{ kind, count: ofKind.length, shown: projects === null ? null : shown }];
  });
}
