// The commits of a made repository as recorded lines: what a run without git takes instead of a pull.
import type { RepositoryName } from '../cast.ts';
import { mainBranch } from './history.ts';
import { runGit } from './make-repository.ts';

/** One line of a recorded set; a field that says nothing is left out where it is optional. */
export interface RecordedCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: number;
  readonly author: string;
  readonly author_email: string;
  readonly author_kind: 'noreply' | 'webmail' | 'company' | 'single' | 'public' | 'project' | 'bot' | 'forge';
  readonly author_date: string;
  readonly committer: string;
  readonly committer_email: string;
  readonly committer_date: string;
  readonly coauthors?: readonly { readonly name: string; readonly email: string }[];
  readonly subject_len: number;
  readonly pr?: number;
  readonly additions: number;
  readonly deletions: number;
  readonly files: number;
  readonly binary_files?: number;
  readonly is_merge: boolean;
  readonly patch_id?: string;
  readonly licence_change?: true;
  readonly reverts?: string;
  readonly on_default?: false;
}

const kindOfDomain: Readonly<Record<string, RecordedCommit['author_kind']>> = {
  'rail.example': 'company',
  'banque.example': 'company',
  'ministere.example': 'public',
  'openinfra.example': 'project',
  'webmail.example': 'webmail',
  'users.noreply.git.example': 'noreply',
  'git.example': 'forge',
};

const kindOf = (name: string, address: string): RecordedCommit['author_kind'] =>
  name.endsWith('[bot]') ? 'bot' : (kindOfDomain[address.slice(address.indexOf('@') + 1)] ?? 'single');

const format = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%s', '%b'].join('%x02');
const coAuthor = /^Co-authored-by: (.+) <(.+)>$/gm;

async function patchIds(path: string): Promise<ReadonlyMap<string, string>> {
  const patches = await runGit(['-C', path, 'log', '--all', '--no-merges', '-p', '--format=commit %H']);
  const ids = await runGit(['-C', path, 'patch-id', '--stable'], patches);
  return new Map(
    ids
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(' ').reverse() as [string, string]),
  );
}

function recordedOf(
  text: string,
  patches: ReadonlyMap<string, string>,
  onDefault: ReadonlySet<string>,
): RecordedCommit {
  const [fields = '', numstat = ''] = text.split('\x03');
  const [sha, tree, parents, author, address, authored, committer, committerAddress, committed, subject, body] =
    fields.split('\x02') as [string, string, string, string, string, string, string, string, string, string, string];
  const parentCount = parents.split(' ').filter((parent) => parent !== '').length;
  const changes = numstat
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t') as [string, string, string]);
  const sum = (column: 0 | 1): number => changes.reduce((total, change) => total + Number(change[column]), 0);
  const coauthors = [...body.matchAll(coAuthor)].map(([, name = '', email = '']) => ({ name, email }));
  const pr = /\(#(\d+)\)$/.exec(subject)?.[1];
  const patch = patches.get(sha);
  return {
    sha,
    tree,
    parents: parentCount,
    author,
    author_email: address,
    author_kind: kindOf(author, address),
    author_date: authored,
    committer,
    committer_email: committerAddress,
    committer_date: committed,
    ...(coauthors.length > 0 ? { coauthors } : {}),
    subject_len: [...subject].length,
    ...(pr === undefined ? {} : { pr: Number(pr) }),
    additions: sum(0),
    deletions: sum(1),
    files: changes.length,
    is_merge: parentCount > 1,
    ...(patch === undefined ? {} : { patch_id: patch }),
    ...(changes.some(([, , path]) => path === 'LICENSE') ? { licence_change: true } : {}),
    ...(subject.startsWith('Revert "') ? { reverts: '?' } : {}),
    ...(onDefault.has(sha) ? {} : { on_default: false }),
  };
}

/** @param path the bare repository @returns its commits, newest committer date first */
export async function recordCommits(path: string): Promise<RecordedCommit[]> {
  const patches = await patchIds(path);
  const listed = await runGit(['-C', path, 'rev-list', mainBranch]);
  const onDefault = new Set(listed.toString().split('\n'));
  const log = await runGit([
    '-C',
    path,
    'log',
    '--all',
    '--date-order',
    '--diff-merges=first-parent',
    '-M',
    '--numstat',
    `--format=%x01${format}%x03`,
  ]);
  return log
    .toString()
    .split('\x01')
    .filter((text) => text !== '')
    .map((text) => recordedOf(text, patches, onDefault));
}

/** Where the recorded set of a repository stands in the examples. */
export const recordedName = (name: RepositoryName): string => `recorded/${name}.jsonl.gz`;
