// Whose commits are whose: what an employer proposes, and what the person herself linked. A proposal is never a link.
import type { Json } from '../ledger/canonical.ts';
import type { IdentityView } from '../ledger/views/person-views.ts';
import { authorHash } from '../matching/contribution-rows.ts';
import type { Day } from '../model/calendar.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { companyBook, type DirectoryPorts, personBook } from './people.ts';
import { allPidsOf } from './pids.ts';

export type AuthorPorts = Pick<Ports, 'primitives' | 'saltKeys'>;

/** Installation-wide: the same address has the same hash at every company and in every repository. */
export const authorsKey = (ports: Pick<Ports, 'saltKeys'>): Promise<Uint8Array> =>
  ports.saltKeys.of('installation/authors');

/** @returns the keyed hash under which contributions and identities know an address */
export const authorOf = async (ports: AuthorPorts, address: string): Promise<string> =>
  authorHash(ports.primitives.hmacSha256, await authorsKey(ports), address);

/** Kind `identity-proposal` of the developer's own tenant in the directory, by author: to look at one person reads nobody else's. */
export interface IdentityProposal {
  readonly developer: string;
  /** Keyed hash of the address. */
  readonly author: string;
  readonly address: string;
  /** First day on which the address is hers; null where HR only named the address. */
  readonly since: Day | null;
  /** UTC instant at which HR vouched for it; null if HR only named it: then it cannot be accepted. */
  readonly vouchedAt: string | null;
  readonly by: string;
  /** UTC instant at which she said that it is not hers: it is looked for no more, unless HR vouches anew. */
  readonly refusedAt?: string;
}

const developerTenant = (company: string, developer: string): string => `${companyBook(company)}/${developer}`;

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

/** An address that HR only names never takes the place of one that it vouches for. */
export async function proposeIdentity(
  ports: Pick<Ports, 'directory'>,
  company: string,
  proposal: IdentityProposal,
): Promise<void> {
  const onlyIfAbsent = proposal.vouchedAt === null;
  const { developer, author } = proposal;
  const value = proposal as unknown as Json;
  await ports.directory.put(developerTenant(company, developer), 'identity-proposal', author, value, onlyIfAbsent);
}

/** @returns the proposals that a company made about a developer, in order of author */
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

/** One author hash of a developer. */
export interface KnownIdentity {
  readonly author: string;
  /** As this company gave it; null where the person linked it elsewhere. */
  readonly address: string | null;
  /** By her own word: only then may her commits speak for her. */
  readonly linked: boolean;
}

/** @returns all that is known of a developer's identities at a company, linked and proposed, in order of hash */
export async function identitiesOf(
  ports: BookPorts & DirectoryPorts,
  company: string,
  developer: string,
): Promise<readonly KnownIdentity[]> {
  const known = new Map<string, KnownIdentity>();
  for (const { author, address, refusedAt } of await proposalsOf(ports, company, developer)) {
    if (refusedAt === undefined) known.set(author, { author, address, linked: false });
  }
  for (const pid of await allPidsOf(ports, company, developer)) {
    const person = await readBook(ports, personBook(pid));
    for (const { value } of await person.list('identities')) {
      const { author, withdrawn } = value as unknown as IdentityView;
      if (!withdrawn) known.set(author, { author, address: known.get(author)?.address ?? null, linked: true });
    }
  }
  return [...known.values()].sort((a, b) => (a.author < b.author ? -1 : 1));
}
