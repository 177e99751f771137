// Which contributions are one person's: by the address or the forge account that made them, on the days on which it was hers.
import type { Day } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import { byKey } from './group-rows.ts';

/** An address or a forge account of somebody, and from which day to which it is hers. */
export interface DatedIdentity {
  /** Keyed hash of the address, or of the account. */
  readonly hash: string;
  /** Hers by her own word or proof. Not linked: proposed, waiting for it. */
  readonly linked: boolean;
  /** By a proof of her own, and not by her employer's word alone: then it is a person's, whatever its name looks like. */
  readonly proven?: boolean;
  /** First day; null or absent = from ever. */
  readonly since?: Day | null;
  /** Last day; null or absent = to this day and on. */
  readonly until?: Day | null;
}

/** Of a hash of somebody: what it made as an address, and what the same account made under other addresses. */
export type MadeBy = (hash: string) => readonly [readonly Contribution[], readonly Contribution[]];

/** @param known hashes that somebody is asked about: the contributions of all others are left where they are */
export function byOwner(contributions: readonly Contribution[], known: ReadonlySet<string>): MadeBy {
  const byAuthor = byKey(contributions, ({ author }) => (known.has(author) ? author : null));
  const byAccount = byKey(contributions, ({ author, accountHash }) =>
    accountHash !== null && accountHash !== author && known.has(accountHash) ? accountHash : null,
  );
  return (hash) => [byAuthor(hash), byAccount(hash)];
}

/** The author's own day decides, not the day of the commit or of the pull. */
function onDays(made: readonly Contribution[], { since, until }: DatedIdentity): readonly Contribution[] {
  if (since == null && until == null) return made;
  return made.filter(({ authorDay }) => (since == null || since <= authorDay) && (until == null || authorDay <= until));
}

/** @returns what linked identities made, and what only proposed ones would add; nothing twice, however many of hers lead to it */
export function ownContributions(
  identities: readonly DatedIdentity[],
  madeBy: MadeBy,
): { readonly linked: readonly Contribution[]; readonly proposed: readonly Contribution[] } {
  const found = identities.map((identity) => ({ identity, made: madeBy(identity.hash) }));
  const of = (linked: boolean): readonly Contribution[] =>
    found.flatMap(({ identity, made }) =>
      identity.linked === linked ? made.flatMap((some) => onDays(some, identity)) : [],
    );
  const [linked, proposed] = [of(true), of(false)];
  // Each address once and no account: what most people have, and nothing in it can be there twice.
  const isPlain =
    new Set(identities.map(({ hash }) => hash)).size === identities.length &&
    found.every(({ made: [, byAccount] }) => byAccount.length === 0);
  if (isPlain) return { linked, proposed };
  const once = new Set(linked);
  return { linked: [...once], proposed: [...new Set(proposed)].filter((one) => !once.has(one)) };
}
