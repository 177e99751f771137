// Contributions that are no work of their author's own days: each rule, its reason, and its answer when something is unknown.
import { addDays } from '../model/calendar.ts';
import { type Contribution, isCommitRow } from '../model/contribution.ts';
import { byText } from './by-text.ts';

/** Why a contribution carries no time. */
export type DropReason =
  /** Made by a machine, by its name or address, unless a person proved that it is hers. Needs neither size nor patch id. */
  | 'bot'
  /** Joins work that its own commits show. Needs neither size nor patch id. */
  | 'merge'
  /** Takes back the same person's own work; the work taken back still counts. If that work is not among those seen: a trivial change. */
  | 'revert-of-own-work'
  /** Says `cherry picked from` work that somebody else is known to have made. If that work is not among those seen: counts. */
  | 'copy-of-another'
  /** Squash of a pull request whose own commits by the same person are seen: those show the days. If they are not seen: counts. */
  | 'squash-of-own-commits'
  /** Authored after it was committed or first seen, by more than zones explain. Needs neither size nor patch id. */
  | 'impossible-day';

/** The authors and co-authors of each sha, by address and by forge account, over all repositories and all people. */
export function authorsBySha(contributions: readonly Contribution[]): ReadonlyMap<string, readonly string[]> {
  const authors = new Map<string, string[]>();
  for (const contribution of contributions) {
    if (!isCommitRow(contribution)) continue;
    const { sha, author, accountHash } = contribution;
    const hashes = accountHash === null || accountHash === author ? [author] : [author, accountHash];
    const known = authors.get(sha);
    if (known === undefined) authors.set(sha, hashes);
    else known.push(...hashes);
  }
  return authors;
}

/** One person, as far as the rules need to know. */
export interface Whose {
  /** Is this hash, of an address or of an account, hers, linked or proposed? */
  readonly isOwn: (author: string) => boolean;
  /** Did she prove herself that this author is she? */
  readonly isProven: (author: string) => boolean;
  readonly authors: ReadonlyMap<string, readonly string[]>;
}

/** By the address or by the account, whichever she proved. */
const isProvenMaker = ({ author, accountHash }: Contribution, { isProven }: Whose): boolean =>
  isProven(author) || (accountHash !== null && isProven(accountHash));

/** @returns the first rule that takes this contribution out, null if none does (the squash rule needs the folded changes) */
export function dropReason(contribution: Contribution, whose: Whose): DropReason | null {
  if (contribution.isBot && !isProvenMaker(contribution, whose)) return 'bot';
  if (contribution.isMerge || contribution.kind === 'merge') return 'merge';
  const { authorDay, committerDay, firstSeenDay, reverts, cherryPickedFrom } = contribution;
  // Zones are at most 26 hours apart, and no repository measured has a commit date more than a minute before its author date.
  const latest = byText(committerDay, firstSeenDay) < 0 ? committerDay : firstSeenDay;
  if (authorDay > latest && authorDay > addDays(latest, 1)) return 'impossible-day';
  const madeBy = (sha: string | null): readonly string[] => (sha === null ? [] : (whose.authors.get(sha) ?? []));
  if (madeBy(reverts).some(whose.isOwn)) return 'revert-of-own-work';
  const makers = madeBy(cherryPickedFrom);
  if (makers.length > 0 && !makers.some(whose.isOwn)) return 'copy-of-another';
  return null;
}
