// Which contributions are one person's: by the address or the forge account that made them, on the days on which it was hers.
import type { Day } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';

/** An address or a forge account of somebody, and from which day to which it is hers. */
export interface DatedIdentity {
  /** Keyed hash of the address, or of the account. */
  readonly hash: string;
  /** Hers by her own word or proof. Not linked: proposed, waiting for it. */
  readonly linked: boolean;
  /** First day; null or absent = from ever. */
  readonly since?: Day | null;
  /** Last day; null or absent = to this day and on. */
  readonly until?: Day | null;
}

/** @returns contributions under the hash of their address, and of their account where it is known */
export function byHash(contributions: readonly Contribution[]): ReadonlyMap<string, readonly Contribution[]> {
  const found = new Map<string, Contribution[]>();
  const add = (hash: string, contribution: Contribution): void => {
    const group = found.get(hash);
    if (group === undefined) found.set(hash, [contribution]);
    else group.push(contribution);
  };
  for (const contribution of contributions) {
    add(contribution.author, contribution);
    // Rows pulled before accounts were known do not have it.
    if (contribution.accountHash != null) add(contribution.accountHash, contribution);
  }
  return found;
}

/** The author's own day decides, not the day of the commit or of the pull. */
const isOnDays = ({ authorDay }: Contribution, { since, until }: DatedIdentity): boolean =>
  (since == null || since <= authorDay) && (until == null || authorDay <= until);

/** @returns what linked identities made, and what only proposed ones would add; nothing twice, however many of hers lead to it */
export function ownContributions(
  identities: readonly DatedIdentity[],
  contributions: ReadonlyMap<string, readonly Contribution[]>,
): { readonly linked: readonly Contribution[]; readonly proposed: readonly Contribution[] } {
  const of = (linked: boolean): Set<Contribution> =>
    new Set(
      identities
        .filter((identity) => identity.linked === linked)
        .flatMap((identity) => (contributions.get(identity.hash) ?? []).filter((one) => isOnDays(one, identity))),
    );
  const linked = of(true);
  return { linked: [...linked], proposed: [...of(false)].filter((one) => !linked.has(one)) };
}
