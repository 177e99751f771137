// A real git repository as the pretended forges look into it: every answer about commits comes from git itself, asked anew each time.
import { git } from '../git-history.ts';

export interface SeenCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly authorName: string;
  readonly authorEmail: string;
  /** With the author's offset, as git prints it. */
  readonly authorDate: string;
  readonly committerName: string;
  readonly committerEmail: string;
  readonly committerDate: string;
  readonly message: string;
  /** As git itself reads the trailers. */
  readonly coAuthors: readonly string[];
  readonly additions: number;
  readonly deletions: number;
}

/** A pull or merge request, as its forge knows it beside git. */
export interface ServedPull {
  readonly number: number;
  /** `refs/pull/N/head` of the repository. */
  readonly head: string;
  readonly base: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly mergeCommit: string | null;
  readonly isSquash: boolean;
  readonly updatedAt: string;
  readonly reviews: readonly { readonly id: number; readonly by: string; readonly at: string }[];
}

export interface ServedProject {
  /** The bare repository. */
  readonly folder: string;
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly pulls: readonly ServedPull[];
  readonly issues: readonly { readonly id: number; readonly by: string; readonly at: string }[];
  readonly releases: readonly { readonly id: number; readonly by: string; readonly at: string; readonly tag: string }[];
  /** Address (lower case) → account. */
  readonly accounts: Readonly<
    Record<string, { readonly id: number; readonly login: string; readonly isBot?: boolean }>
  >;
}

const fields = [
  '%H',
  '%T',
  '%P',
  '%an',
  '%ae',
  '%aI',
  '%cn',
  '%ce',
  '%cI',
  '%B',
  '%(trailers:key=Co-authored-by,valueonly)',
];

type Told = [string, string, string, string, string, string, string, string, string, string, string, string];

const immutable = /^\^?[0-9a-f]{40}(?:\.\.[0-9a-f]{40})?$/;
const remembered = new Map<string, SeenCommit[]>();

/** git's own words on some revisions, newest first: what all adapters are compared with. */
export function commitsOf(folder: string, revisions: readonly string[], paging: readonly string[] = []): SeenCommit[] {
  // What ids reach never changes.
  if (!revisions.every((revision) => immutable.test(revision))) return askedOf(folder, revisions, paging);
  const key = JSON.stringify([folder, revisions, paging]);
  const known = remembered.get(key) ?? askedOf(folder, revisions, paging);
  remembered.set(key, known);
  return known;
}

function askedOf(folder: string, revisions: readonly string[], paging: readonly string[] = []): SeenCommit[] {
  const said = git(folder, [
    'log',
    '--no-mailmap',
    `--format=%x1e${fields.join('%x1f')}%x1f`,
    '--numstat',
    ...paging,
    ...revisions,
    '--',
  ]);
  return said
    .split('\x1e')
    .slice(1)
    .map((record) => {
      const told = record.split('\x1f') as Told;
      const [sha, tree, parents, authorName, authorEmail, authorDate, committerName, committerEmail, committerDate] =
        told;
      const [, , , , , , , , , message, trailers, sizes] = told;
      const numbers = sizes
        .trim()
        .split('\n')
        .map((line) =>
          line
            .split('\t')
            .slice(0, 2)
            .map((n) => Number(n) || 0),
        );
      return {
        ...{ sha, tree, authorName, authorEmail, authorDate, committerName, committerEmail, committerDate, message },
        coAuthors: trailers.split('\n').filter((line) => line.trim() !== ''),
        parents: parents === '' ? [] : parents.split(' '),
        additions: numbers.reduce((sum, [n = 0]) => sum + n, 0),
        deletions: numbers.reduce((sum, [, n = 0]) => sum + n, 0),
      };
    });
}

export const countOf = (folder: string, revisions: readonly string[]): number =>
  Number(git(folder, ['rev-list', '--count', ...revisions, '--']));

const present = new Set<string>();

/** Objects are about to be removed from a repository: what was seen there is asked for anew. */
export const forget = (): void => {
  present.clear();
};

/** The commit that a revision names; null if there is none. */
export function resolved(folder: string, revision: string): string | null {
  const isId = /^[0-9a-f]{40}$/.test(revision);
  if (isId && present.has(`${folder} ${revision}`)) return revision;
  const found = askedFor(folder, revision);
  if (isId && found !== null) present.add(`${folder} ${revision}`);
  return found;
}

function askedFor(folder: string, revision: string): string | null {
  try {
    return git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).trim();
  } catch {
    return null;
  }
}

export function hasCommonAncestor(folder: string, a: string, b: string): boolean {
  try {
    return git(folder, ['merge-base', a, b]).trim() !== '';
  } catch {
    return false;
  }
}

export const branchesOf = (folder: string): { name: string; sha: string }[] =>
  git(folder, ['for-each-ref', '--format=%(refname:lstrip=2) %(objectname)', 'refs/heads'])
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ') as [string, string])
    .map(([name, sha]) => ({ name, sha }));

const heads = new WeakMap<ServedProject, ReadonlyMap<number, string | null>>();

/** The head of each pull request, by number: looked up once, for a project that changes is a new one. */
export function headsOf(project: ServedProject): ReadonlyMap<number, string | null> {
  const known = heads.get(project);
  if (known !== undefined) return known;
  const found = new Map(project.pulls.map(({ number, head }) => [number, resolved(project.folder, head)]));
  heads.set(project, found);
  return found;
}

/** The commits of a pull request: what its head has beside its base, before it was merged. */
export function ownRange(pull: ServedPull): readonly string[] {
  const before = pull.mergeCommit === null ? pull.base : `${pull.mergeCommit}^1`;
  return [`${before}..${pull.head}`];
}

/** What kind of object an id names; null if none. */
export function typeOf(folder: string, id: string): string | null {
  try {
    return git(folder, ['cat-file', '-t', id]).trim();
  } catch {
    return null;
  }
}

/** @param path of a folder, empty for the root @returns its entries at a commit; null if there is no such folder */
export function filesIn(
  folder: string,
  at: string,
  path: string,
): readonly { readonly name: string; readonly id: string; readonly type: string }[] | null {
  if (typeOf(folder, `${at}:${path}`) !== 'tree') return null;
  return git(folder, ['ls-tree', '-z', `${at}:${path}`])
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [, type = '', id = '', name = ''] = /^\d+ (\w+) (\w+)\t(.*)$/s.exec(entry) ?? [];
      return { name, id, type };
    });
}

/** Commits that touched a file, as `git log -- path` tells them. */
export function touching(folder: string, from: string, path: string): SeenCommit[] {
  const shas = git(folder, ['log', '--format=%H', from, '--', path]).split('\n');
  return shas.filter((sha) => sha !== '').flatMap((sha) => commitsOf(folder, [sha], ['-1']));
}

/** A file as forges give it: base64. */
export function contentOf(folder: string, id: string): { readonly size: number; readonly content: string } {
  const bytes = Buffer.from(git(folder, ['cat-file', 'blob', id]));
  return { size: bytes.length, content: bytes.toString('base64') };
}
