// What a forge shows becomes rows that hold days, hashes and classes only; names, addresses and logins leave by another door.
import { type Day, parisDayOf } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import type { HmacSha256 } from '../model/hashing.ts';
import { toHex } from '../model/hashing.ts';
import { accountInAddress, addressKind, normalisedAddress } from './address-kind.ts';

/** An account as its forge knows it: `ForgeAccount` of lib/ports/forge.ts. */
interface AccountSeen {
  readonly id: string;
  readonly login: string;
}

/** What is read of a commit: the shape of `ForgeCommit` in lib/ports/forge.ts, which a pure room may not import. */
export interface CommitSeen {
  readonly sha: string;
  readonly tree: string | null;
  readonly parents: readonly string[];
  readonly authorName: string;
  readonly authorAddress: string;
  readonly authoredAt: string;
  readonly authorAccount: AccountSeen | null;
  readonly committedAt: string;
  readonly coAuthors: readonly {
    readonly name: string;
    readonly address: string;
    readonly account: AccountSeen | null;
  }[];
  readonly changedLines: number | null;
  readonly patchId: string | null;
  readonly reverts: string | null;
  readonly cherryPickedFrom: string | null;
  readonly onDefaultBranch: boolean;
  readonly pullRequest: number | null;
  readonly signed: boolean;
}

/** What is read of work that is no commit: `ForgeAct` of lib/ports/forge.ts. */
export interface ActSeen {
  readonly kind: 'review' | 'issue' | 'release';
  readonly key: string;
  readonly account: AccountSeen;
  readonly isBot: boolean;
  readonly at: string;
  readonly pullRequest: number | null;
  readonly sha: string | null;
}

export interface SeenBy {
  readonly repository: string;
  /** Of the repository's address, with its port if any: whose accounts these are. `local` for a path. */
  readonly host: string;
  readonly hmac: HmacSha256;
  /** Installation-wide: the same person has the same hash in every repository. */
  readonly key: Uint8Array;
  readonly firstSeenDay: Day;
  readonly firstSeenBy: Contribution['firstSeenBy'];
}

/** For the erasable directory, under the hash: who wrote a commit, by address; or who acted on a forge, by account. */
export interface AuthorSeen {
  readonly hash: string;
  readonly who:
    | { readonly name: string; readonly address: string }
    | { readonly login: string; readonly account: string; readonly host: string };
}

const encoder = new TextEncoder();

/** @returns lower-case hex of the keyed hash of the normalised address; the first word keeps it apart from other uses of the key */
export const authorHash = (hmac: HmacSha256, key: Uint8Array, address: string): string =>
  toHex(hmac(key, encoder.encode(`author\0${normalisedAddress(address)}`)));

/** @returns lower-case hex of the keyed hash of a forge account, whatever its login is called today */
export const accountHash = (hmac: HmacSha256, key: Uint8Array, host: string, id: string): string =>
  toHex(hmac(key, encoder.encode(`account\0${host.toLowerCase()}\0${id}`)));

/** Let go with the context: few people write many commits, and a hash takes longer than all the rest of a row. */
const knownHashes = new WeakMap<SeenBy, Map<string, string>>();
function once(context: SeenBy, name: string, make: () => string): string {
  const known = knownHashes.get(context) ?? new Map<string, string>();
  knownHashes.set(context, known);
  const hash = known.get(name) ?? make();
  known.set(name, hash);
  return hash;
}
const authorHashOnce = (context: SeenBy, address: string): string =>
  once(context, `author ${address}`, () => authorHash(context.hmac, context.key, address));
const accountHashOnce = (context: SeenBy, { host, id }: { readonly host: string; readonly id: string }): string =>
  once(context, `account ${host} ${id}`, () => accountHash(context.hmac, context.key, host, id));

/** The same change keeps (address, author instant) when it is rebased or cherry-picked (forges.md, section 0, 5). */
const foldKeyOf = (hmac: HmacSha256, key: Uint8Array, address: string, authoredAt: string): string =>
  toHex(hmac(key, encoder.encode(`fold\0${normalisedAddress(address)}\0${Date.parse(authoredAt)}`)));

/** The day as the author's own clock showed it: cut from the text, never moved to another zone. */
const ownDay = (instant: string): Day => instant.slice(0, 10);

/** Bit length of the number of lines: 0 for none, 1 for 1, 2 for 2–3, 3 for 4–7, … */
export const sizeClassOf = (lines: number | null): number | null => (lines === null ? null : 32 - Math.clz32(lines));

/**
 * @param commit as the forge gives it
 * @param context where and when it was seen, and the key of the hashes
 * @returns one row for the author and one for each co-author with another address, in that order, and who they are
 */
export function toContributions(
  commit: CommitSeen,
  context: SeenBy,
): { readonly rows: readonly Contribution[]; readonly authors: readonly AuthorSeen[] } {
  const { authorName: name, authorAddress: address, authorAccount: account } = commit;
  const people = [{ name, address, account }, ...commit.coAuthors];
  const rows: Contribution[] = [];
  const authors: AuthorSeen[] = [];
  const seen = new Set<string>();
  for (const person of people) {
    const hash = authorHashOnce(context, person.address);
    // A trailer that names the author again, or the same person twice, adds nobody.
    if (seen.has(hash)) continue;
    seen.add(hash);
    const who = { name: person.name.normalize('NFC'), address: normalisedAddress(person.address) };
    authors.push({ hash, who });
    rows.push(rowOf(commit, context, person, hash, rows.length === 0));
  }
  return { rows, authors };
}

/** What the forge says comes first; a robot's address names nobody. */
function accountOf(
  { account, address }: CommitSeen['coAuthors'][number],
  kind: Contribution['authorKind'],
  { host }: SeenBy,
): { readonly host: string; readonly id: string } | null {
  if (account !== null) return { host, id: account.id };
  return kind === 'bot' ? null : accountInAddress(address);
}

function rowOf(
  commit: CommitSeen,
  context: SeenBy,
  person: CommitSeen['coAuthors'][number],
  author: string,
  isAuthor: boolean,
): Contribution {
  const authorKind = addressKind(person.name, person.address);
  const known = accountOf(person, authorKind, context);
  return {
    id: isAuthor
      ? `${context.repository}#commit#${commit.sha}`
      : `${context.repository}#co-author#${commit.sha}#${author}`,
    kind: isAuthor ? 'commit' : 'co-author',
    sha: commit.sha,
    tree: commit.tree,
    parents: commit.parents,
    repository: context.repository,
    author,
    authorKind,
    account: known?.id ?? null,
    accountHash: known === null ? null : accountHashOnce(context, known),
    role: isAuthor ? 'author' : 'co-author',
    authorDay: ownDay(commit.authoredAt),
    committerDay: ownDay(commit.committedAt),
    firstSeenDay: context.firstSeenDay,
    firstSeenBy: context.firstSeenBy,
    foldKey: foldKeyOf(context.hmac, context.key, person.address, commit.authoredAt),
    sizeClass: sizeClassOf(commit.changedLines),
    patchId: commit.patchId,
    isMerge: commit.parents.length > 1,
    isBot: authorKind === 'bot',
    reverts: commit.reverts,
    cherryPickedFrom: commit.cherryPickedFrom,
    onDefaultBranch: commit.onDefaultBranch,
    pullRequest: commit.pullRequest,
    signature: { present: commit.signed, valid: null },
    swhid: `swh:1:rev:${commit.sha}`,
  };
}

/**
 * A review, an issue or a release. Its sizes, its tree and its author's zone do not exist: null, and the day in Paris.
 * @returns its row, and whose account it is
 */
export function toActContribution(
  act: ActSeen,
  context: SeenBy,
): { readonly row: Contribution; readonly author: AuthorSeen } {
  const { hmac, key, host, repository } = context;
  const { id, login } = act.account;
  const hash = accountHash(hmac, key, host, id);
  const day = parisDayOf(Date.parse(act.at));
  const row: Contribution = {
    id: `${repository}#${act.kind}#${act.key}`,
    kind: act.kind,
    sha: act.sha ?? '',
    tree: null,
    parents: [],
    repository,
    author: hash,
    authorKind: act.isBot ? 'bot' : 'account',
    account: id,
    accountHash: hash,
    role: act.kind === 'review' ? 'reviewer' : 'author',
    authorDay: day,
    committerDay: day,
    firstSeenDay: context.firstSeenDay,
    firstSeenBy: context.firstSeenBy,
    foldKey: toHex(hmac(key, encoder.encode(`act\0${host.toLowerCase()}\0${act.kind}\0${act.key}`))),
    sizeClass: null,
    patchId: null,
    isMerge: false,
    isBot: act.isBot,
    reverts: null,
    cherryPickedFrom: null,
    onDefaultBranch: false,
    pullRequest: act.pullRequest,
    signature: { present: false, valid: null },
    swhid: null,
  };
  return { row, author: { hash, who: { login: login.normalize('NFC'), account: id, host: host.toLowerCase() } } };
}
