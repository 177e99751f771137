// A repository with the habits that hide work: merge bubbles, squash merges, a branch forked long ago, co-authors, zones, addresses behind numbers.
import { addCommits, git, line, type MadeCommit } from '../git-history.ts';
import { resolved, type ServedProject, type ServedPull } from './served-repository.ts';

const alix = 'Alix Exemple <alix@example.org>';
const bao = 'Bao Exemple <bao@example.org>';
const cleo = 'Cléo <4242+cleo@users.noreply.github.com>';

export const accounts: ServedProject['accounts'] = {
  'alix@example.org': { id: 11, login: 'alix' },
  'bao@example.org': { id: 12, login: 'bao' },
  '4242+cleo@users.noreply.github.com': { id: 4242, login: 'cleo' },
  'bot@example.org': { id: 99, login: 'depbot', isBot: true },
};

/** Commits of one ref by several people in several zones, one each 90 minutes. */
const mixed = (ref: string, count: number, from: string, start: number): MadeCommit[] =>
  Array.from({ length: count }, (_, i) => ({
    ref,
    author: [alix, bao, cleo][i % 3]!,
    committer: alix,
    at: `${start + i * 5400} ${['+0200', '-1000', '+0530', '+0000'][i % 4]}`,
    committed: `${start + i * 5400 + 60} +0100`,
    message: `Part ${i} of ${ref}\n`,
    file: `${ref} ${i}\nand more\n`,
    ...(i === 0 ? { from } : {}),
  }));

const merge = (head: string, at: number, number: number): MadeCommit => ({
  ref: 'refs/heads/main',
  at: `${at} +0100`,
  message: `Merge pull request #${number} from x/y`,
  from: 'refs/heads/main^0',
  merge: `${head}^0`,
  file: `merged ${number} ${at}\n`,
});

const squash = (at: number, number: number, message: string): MadeCommit => ({
  ref: 'refs/heads/main',
  author: bao,
  committer: 'GitHub <noreply@github.com>',
  at: `${at} +0200`,
  message,
  from: 'refs/heads/main^0',
  file: `squashed ${number} ${at}\n`,
});

/** After the moment at which the tests pull. */
const later = (n: number): string => `2026-06-${String(n).padStart(2, '0')}T12:00:00Z`;
const day = (n: number): string => `2024-02-${String(n).padStart(2, '0')}T12:00:00Z`;

/** @param straight how many commits the default branch begins with */
export function makeProject(folder: string, straight = 230): ServedProject {
  const start = 1_700_000_000;
  addCommits(folder, line('refs/heads/main', straight, undefined, start));
  const end = start + straight * 3600;
  addCommits(folder, [
    ...mixed('refs/pull/2/head', 5, `refs/heads/main~${straight - 5}`, start + 40_000),
    ...mixed('refs/pull/3/head', 14, 'refs/heads/main~2', end - 90_000),
    ...mixed('refs/pull/4/head', 2, 'refs/heads/main~1', end + 50_000),
    ...mixed('refs/pull/5/head', 1, 'refs/heads/main~3', end + 10_000),
    ...mixed('refs/heads/release-1', 3, `refs/heads/main~${Math.floor(straight / 2)}`, end + 20_000),
  ]);
  addCommits(folder, [merge('refs/pull/2/head', end + 3600, 2)]);
  const mergeOf2 = resolved(folder, 'refs/heads/main')!;
  const message = [
    'Squashed work (#3)',
    '',
    'Why it was done.',
    '',
    'Co-authored-by: Cléo <4242+cleo@users.noreply.github.com>',
    'Co-authored-by: Dana <dana@example.org>',
    '',
  ].join('\n');
  addCommits(folder, [squash(end + 7200, 3, message)]);
  const squashOf3 = resolved(folder, 'refs/heads/main')!;
  const sha = 'a'.repeat(40);
  addCommits(folder, [
    { ...squash(end + 10_800, 0, `Revert "x"\n\nThis reverts commit ${sha}.\n`), author: alix },
    {
      ref: 'refs/heads/main',
      author: cleo,
      at: `${end + 14_400} -1000`,
      message: `Fix\n\n(cherry picked from commit ${sha})\n`,
      file: 'z\n',
    },
  ]);
  git(folder, ['tag', 'v1.0', squashOf3]);
  const pull = (number: number, more: Partial<ServedPull>): ServedPull => ({
    ...{ number, head: `refs/pull/${number}/head`, base: 'main', state: 'open', mergeCommit: null, isSquash: false },
    ...{ updatedAt: day(number), reviews: [] },
    ...more,
  });
  return {
    folder,
    ...{ id: 777, owner: 'commons', name: 'library', defaultBranch: 'main', accounts },
    pulls: [
      pull(2, { state: 'merged', mergeCommit: mergeOf2, reviews: [{ id: 501, by: 'bao', at: day(2) }] }),
      pull(3, {
        state: 'merged',
        mergeCommit: squashOf3,
        isSquash: true,
        reviews: Array.from({ length: 23 }, (_, i) => ({
          id: 600 + i,
          by: i % 2 === 0 ? 'alix' : 'depbot',
          at: day(3),
        })),
      }),
      pull(4, {}),
      pull(5, { state: 'closed' }),
    ],
    issues: [
      { id: 31, by: 'cleo', at: day(1) },
      { id: 32, by: 'nobody-any-more', at: day(2) },
    ],
    releases: [{ id: 41, by: 'alix', at: day(10), tag: 'v1.0' }],
  };
}

/** A while later: a branch that left the history long ago is merged, its commits older than all that was pulled; another is squashed. */
export function grow(project: ServedProject): ServedProject {
  const { folder } = project;
  const at = Number(git(folder, ['log', '-1', '--format=%ct', 'main']).trim()) + 86_400;
  const first = git(folder, ['rev-list', '--max-parents=0', 'main']).trim();
  addCommits(folder, [
    ...mixed('refs/pull/6/head', 14, first, 1_700_003_000),
    ...mixed('refs/pull/7/head', 3, 'refs/heads/main^0', at - 10_000),
  ]);
  addCommits(folder, [merge('refs/pull/6/head', at, 6)]);
  const mergeOf6 = resolved(folder, 'refs/heads/main')!;
  addCommits(folder, [squash(at + 60, 7, 'Later work (#7)\n')]);
  const squashOf7 = resolved(folder, 'refs/heads/main')!;
  const merged = { base: 'main', state: 'merged' as const, reviews: [] };
  return {
    ...project,
    pulls: [
      ...project.pulls,
      { ...merged, number: 6, head: 'refs/pull/6/head', mergeCommit: mergeOf6, isSquash: false, updatedAt: later(20) },
      { ...merged, number: 7, head: 'refs/pull/7/head', mergeCommit: squashOf7, isSquash: true, updatedAt: later(21) },
    ],
    issues: [...project.issues, { id: 33, by: 'bao', at: later(22) }],
  };
}
