// Whose commits are whose: what is proposed to a person, and what she herself linked. A proposal is never a link.
import type { Json } from '../ledger/canonical.ts';
import { type Days, overlap } from '../ledger/views/identity-intervals.ts';
import type { IdentityView } from '../ledger/views/person-views.ts';
import { accountInAddress } from '../matching/address-kind.ts';
import { accountHash, authorHash } from '../matching/contribution-rows.ts';
import { addDays, type Day } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { companyBook, type DirectoryPorts, personBook } from './people.ts';
import { allPidsOf } from './pids.ts';

export type AuthorPorts = Pick<Ports, 'primitives' | 'saltKeys'>;

/** Installation-wide: the same address has the same hash at every company and in every repository. */
export const authorsKey = (ports: Pick<Ports, 'saltKeys'>): Promise<Uint8Array> =>
  ports.saltKeys.of('installation/authors');

/** An address, or an account of a forge, as the ledger knows it. */
export interface Identity {
  /** Keyed hash of either. */
  readonly author: string;
  readonly about: IdentityView['about'];
}

/** @param id the forge's own number of the account, which survives a change of login */
export const accountIdentity = async (
  ports: AuthorPorts,
  { host, id }: { readonly host: string; readonly id: string },
): Promise<Identity> => ({
  author: accountHash(ports.primitives.hmacSha256, await authorsKey(ports), host, id),
  about: 'account',
});

/**
 * A forge's noreply address with a number in it stands for the account: her login may change, the number does not.
 * @param key of authors, for whoever asks about many addresses
 */
export function identityUnder(
  { primitives: { hmacSha256 } }: Pick<Ports, 'primitives'>,
  key: Uint8Array,
  address: string,
): Identity {
  const account = accountInAddress(address);
  return account === null
    ? { author: authorHash(hmacSha256, key, address), about: 'address' }
    : { author: accountHash(hmacSha256, key, account.host, account.id), about: 'account' };
}

export const addressIdentity = async (ports: AuthorPorts, address: string): Promise<Identity> =>
  identityUnder(ports, await authorsKey(ports), address);

/** @returns the keyed hash under which contributions and identities know an address */
export const authorOf = async (ports: AuthorPorts, address: string): Promise<string> =>
  (await addressIdentity(ports, address)).author;

/** Why an identity is proposed: by her employer; found under her name; or named beside hers in a repository's `.mailmap`. */
export type ProposalSource = 'employer' | 'same-name' | 'mailmap';

/** Kind `identity-proposal` of the developer's own tenant in the directory, by author: to look at one person reads nobody else's. */
export interface IdentityProposal extends Identity {
  readonly developer: string;
  readonly address: string;
  readonly source: ProposalSource;
  /** The name, or the file and repository, that it was found by; null where her employer said it. */
  readonly because: string | null;
  /** First day on which the address is hers; null where it was only named. */
  readonly since: Day | null;
  /** Last day, as her employer says it; null: to this day and on. */
  readonly until: Day | null;
  /** UTC instant at which HR vouched for it; null if it was only named: then a proof is needed, a yes is not enough. */
  readonly vouchedAt: string | null;
  readonly by: string;
  /** UTC instant at which she said that it is not hers: it is looked for no more, unless HR vouches anew. */
  readonly refusedAt?: string;
}

/** What belongs to one developer of one company alone. */
export const developerTenant = (company: string, developer: string): string => `${companyBook(company)}/${developer}`;

export const proposalOf = async (
  ports: DirectoryPorts,
  company: string,
  { developer, author }: Pick<IdentityProposal, 'developer' | 'author'>,
): Promise<IdentityProposal | null> =>
  (await ports.directory.get(
    developerTenant(company, developer),
    'identity-proposal',
    author,
  )) as unknown as IdentityProposal | null;

/**
 * What is only named never takes the place of what stands: HR's word, or her no.
 * @returns what stands there now
 */
export async function proposeIdentity(
  ports: Pick<Ports, 'directory'>,
  company: string,
  proposal: IdentityProposal,
): Promise<IdentityProposal> {
  const onlyIfAbsent = proposal.vouchedAt === null && proposal.refusedAt === undefined;
  const { developer, author } = proposal;
  const tenant = developerTenant(company, developer);
  const value = proposal as unknown as Json;
  const stands = await ports.directory.put(tenant, 'identity-proposal', author, value, onlyIfAbsent);
  return stands as unknown as IdentityProposal;
}

/** @returns the proposals made to a developer at a company, in order of author */
export async function proposalsOf(
  ports: DirectoryPorts,
  company: string,
  developer: string,
): Promise<readonly IdentityProposal[]> {
  const proposals: IdentityProposal[] = [];
  for await (const { value } of ports.directory.list(developerTenant(company, developer), 'identity-proposal')) {
    proposals.push(value as unknown as IdentityProposal);
  }
  return proposals;
}

/** What an identity is called on her page and nowhere else: kind `identity-name` of her tenant, erasable. */
export async function nameIdentity(
  ports: Pick<Ports, 'directory'>,
  { company, developer, author }: { readonly company: string; readonly developer: string; readonly author: string },
  shown: string,
): Promise<void> {
  await ports.directory.put(developerTenant(company, developer), 'identity-name', author, { shown }, false);
}

/** @returns what each identity is called, by author: as she proved it, else as it was proposed */
export async function identityNames(
  ports: DirectoryPorts,
  company: string,
  developer: string,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map((await proposalsOf(ports, company, developer)).map(({ author, address }) => [author, address]));
  for await (const { key, value } of ports.directory.list(developerTenant(company, developer), 'identity-name')) {
    names.set(key, (value as { readonly shown: string }).shown);
  }
  return names;
}

/** @returns every identity in the books of the person, each book's in order of hash */
export async function linkedIdentities(
  ports: BookPorts & DirectoryPorts,
  company: string,
  developer: string,
): Promise<readonly IdentityView[]> {
  const views: IdentityView[] = [];
  for (const pid of await allPidsOf(ports, company, developer)) {
    const person = await readBook(ports, personBook(pid));
    for (const { value } of await person.list('identities')) views.push(value as unknown as IdentityView);
  }
  return views;
}

/** An address or account of a developer, on some days. */
export interface KnownIdentity extends Identity {
  /** As this company knows it; null where the person linked it elsewhere. */
  readonly address: string | null;
  /** By her own word: only then may her commits speak for her. */
  readonly linked: boolean;
  /** By a proof of her own, and not by an employer's word alone. */
  readonly proven: boolean;
  /** First day; null for what was only named: any day. */
  readonly since: Day | null;
  /** Last day; null: to this day and on. */
  readonly until: Day | null;
}

/** @returns the same days, each once: what overlaps or follows on is one */
function together(days: readonly Days[]): readonly Days[] {
  const inOrder = days.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  const one: Days[] = [];
  for (const { since, until } of inOrder) {
    const last = one.at(-1);
    if (last === undefined || (last.until !== null && addDays(last.until, 1) < since)) one.push({ since, until });
    else if (last.until !== null && (until === null || until > last.until)) one[one.length - 1] = { ...last, until };
  }
  return one;
}

/** Once she has linked it, a proposal adds only days before or after hers that somebody vouches for. */
const addsTo = ({ vouchedAt, since, until }: IdentityProposal, hers: readonly Days[]): boolean =>
  hers.length === 0 ||
  (vouchedAt !== null &&
    since !== null &&
    !hers.some((days) => days.since <= since && overlap(days, { since, until })));

/** @returns all that is known of a developer's identities at a company, linked and proposed, in order of hash and first day */
export async function identitiesOf(
  ports: BookPorts & DirectoryPorts,
  company: string,
  developer: string,
): Promise<readonly KnownIdentity[]> {
  const names = await identityNames(ports, company, developer);
  const linked = Map.groupBy(await linkedIdentities(ports, company, developer), ({ author }) => author);
  const hers = new Map(
    [...linked].map(([author, views]) => [author, together(views.flatMap((view) => view.intervals))]),
  );
  const known = [...hers].flatMap(([author, days]) =>
    days.map(({ since, until }): KnownIdentity => {
      const views = linked.get(author)!;
      const proven = views.some(({ intervals }) => intervals.some(({ proof }) => proof !== 'vouched'));
      const { about } = views[0]!;
      return { author, about, address: names.get(author) ?? null, linked: true, proven, since, until };
    }),
  );
  const proposed = (await proposalsOf(ports, company, developer))
    .filter((proposal) => proposal.refusedAt === undefined && addsTo(proposal, hers.get(proposal.author) ?? []))
    .map(({ author, about, address, since, until }): KnownIdentity => {
      return { author, about, address, linked: false, proven: false, since, until };
    });
  const order = ({ author, since }: KnownIdentity): string => `${author} ${since ?? ''}`;
  return [...known, ...proposed].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
