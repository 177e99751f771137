// Which contributions count as one change: the same sha in several repositories, the same patch, the same author instant.
import type { Day } from '../model/calendar.ts';
import { type Contribution, isCommitRow } from '../model/contribution.ts';
import { byText } from './by-text.ts';
import { type DropReason, dropReason, type Whose } from './drop.ts';

export interface Change {
  /** Everything folded into it: on the default branch first, then by author day, then by id. */
  readonly contributions: readonly Contribution[];
  /** The earliest author day among them: a copy with a moved date does not move the work. */
  readonly day: Day;
  /** The largest known; null if none is known. */
  readonly sizeClass: number | null;
}

/** A contribution that carries no time, and why. */
export interface LeftOut {
  readonly contribution: string;
  readonly reason: DropReason;
}

export interface Folded {
  /** Sorted by day, then by first id. */
  readonly changes: readonly Change[];
  /** Sorted by id. */
  readonly dropped: readonly LeftOut[];
}

/**
 * Same sha, patch id or (address, author instant): one change, which can be used once over all projects.
 * Without patch ids the last key alone still folds 90 to 99 % of rebases (forges.md, section 0, 5); a copy whose date was moved too then counts
 * as a change of its own. Of a sha with co-authors each person has a change of her own.
 * @param contributions of one person, in any order: the answer does not depend on it
 * @param trivialClass what a revert of unseen work, or of another's, counts as at most: its size is not its author's effort
 */
export function fold(contributions: readonly Contribution[], whose: Whose, trivialClass: number): Folded {
  const dropped: LeftOut[] = [];
  const kept: Contribution[] = [];
  for (const contribution of contributions) {
    const reason = dropReason(contribution, whose);
    if (reason === null) kept.push(contribution);
    else dropped.push({ contribution: contribution.id, reason });
  }
  const folded = groups(kept).map((group) => changeOf(group, trivialClass));
  const ownRequests = new Set(folded.filter(isRequestCommit).flatMap(requestKeys));
  const changes: Change[] = [];
  for (const change of folded) {
    const isSquash =
      ownRequests.size > 0 && !isRequestCommit(change) && requestKeys(change).some((key) => ownRequests.has(key));
    if (!isSquash) changes.push(change);
    else for (const { id } of change.contributions) dropped.push({ contribution: id, reason: 'squash-of-own-commits' });
  }
  return {
    changes: changes.sort((a, b) => byText(a.day, b.day) || byText(a.contributions[0]!.id, b.contributions[0]!.id)),
    dropped: dropped.sort((a, b) => byText(a.contribution, b.contribution)),
  };
}

/** A commit of a pull request that never reached the default branch under any sha. */
const isRequestCommit = ({ contributions }: Change): boolean => contributions.every((c) => !c.onDefaultBranch);

const requestKeys = ({ contributions }: Change): string[] =>
  contributions.flatMap((c) => (c.pullRequest === null || !isCommitRow(c) ? [] : [`${c.repository} ${c.pullRequest}`]));

/** Union-find over the keys that make contributions one change. */
function groups(contributions: readonly Contribution[]): Contribution[][] {
  const parent = Int32Array.from(contributions, (_, i) => i);
  const rootOf = (at: number): number => {
    let node = at;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  // A map for each kind of key: to write the kind before the key would make a text to be hashed of each.
  const first = { sha: new Map<string, number>(), fold: new Map<string, number>(), patch: new Map<string, number>() };
  const join = (known: Map<string, number>, key: string, i: number): void => {
    const other = known.get(key);
    if (other === undefined) known.set(key, i);
    else parent[rootOf(i)] = rootOf(other);
  };
  for (const [i, contribution] of contributions.entries()) {
    join(first.fold, contribution.foldKey, i);
    // A review is not the commit that it is about.
    if (isCommitRow(contribution)) join(first.sha, contribution.sha, i);
    if (contribution.patchId !== null) join(first.patch, contribution.patchId, i);
  }
  const byRoot = new Map<number, Contribution[]>();
  for (const [i, contribution] of contributions.entries()) {
    const root = rootOf(i);
    const group = byRoot.get(root);
    if (group === undefined) byRoot.set(root, [contribution]);
    else group.push(contribution);
  }
  return [...byRoot.values()];
}

function changeOf(group: Contribution[], trivialClass: number): Change {
  const contributions = group.sort(
    (a, b) =>
      Number(b.onDefaultBranch) - Number(a.onDefaultBranch) || byText(a.authorDay, b.authorDay) || byText(a.id, b.id),
  );
  let day = contributions[0]!.authorDay;
  let size: number | null = null;
  let isRevert = false;
  for (const { authorDay, sizeClass, reverts } of contributions) {
    if (authorDay < day) day = authorDay;
    if (sizeClass !== null && (size === null || sizeClass > size)) size = sizeClass;
    if (reverts !== null) isRevert = true;
  }
  return {
    contributions,
    day,
    sizeClass: isRevert ? Math.min(size ?? trivialClass, trivialClass) : size,
  };
}
