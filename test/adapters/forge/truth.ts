// What plain git says of a served repository, in the words of the contract: every adapter is held against it.

import type { ForgeCommit } from '../../../lib/ports/forge.ts';
import { commitsOf } from './forge-server/served-repository.ts';
import { git } from './git-history.ts';

const withOffset = (date: string): string => date.replace(/Z$/, '+00:00');

export interface TrueCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly authoredAt: string;
  readonly committedAt: string;
  readonly coAuthors: readonly string[];
  readonly subject: string;
  readonly isOnMain: boolean;
}

/** @param revisions of the repository at `folder` */
export function truthOf(
  folder: string,
  revisions: readonly string[] = ['--branches', '--glob=refs/pull'],
): TrueCommit[] {
  const onMain = new Set(git(folder, ['rev-list', 'main']).trim().split('\n'));
  return commitsOf(folder, revisions)
    .map((one) => ({
      sha: one.sha,
      parents: one.parents,
      author: one.authorEmail,
      authoredAt: withOffset(one.authorDate),
      committedAt: withOffset(one.committerDate),
      coAuthors: one.coAuthors,
      subject: one.message.split('\n', 1)[0]!,
      isOnMain: onMain.has(one.sha),
    }))
    .sort((a, b) => (a.sha < b.sha ? -1 : 1));
}

/** Each commit once, as a caller that drops known ids holds them; on the default branch if any page said so. */
export function asTruth(commits: readonly ForgeCommit[]): TrueCommit[] {
  const onMain = new Set(commits.filter((one) => one.onDefaultBranch).map(({ sha }) => sha));
  const once = new Map(commits.map((one) => [one.sha, one]));
  return [...once.values()]
    .map((one) => ({
      sha: one.sha,
      parents: one.parents,
      author: one.authorAddress,
      authoredAt: one.authoredAt,
      committedAt: one.committedAt,
      coAuthors: one.coAuthors.map(({ name, address }) => `${name} <${address}>`),
      subject: one.subject,
      isOnMain: onMain.has(one.sha),
    }))
    .sort((a, b) => (a.sha < b.sha ? -1 : 1));
}
