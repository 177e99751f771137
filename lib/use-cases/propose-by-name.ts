// She asks which other addresses commit under her name: each is proposed to her alone, and needs a proof. Two people may share a name.
import { isBot } from '../matching/address-kind.ts';
import type { Ports } from '../ports.ts';
import type { BookPorts } from './book-state.ts';
import {
  type AuthorPorts,
  authorsKey,
  type Identity,
  identityUnder,
  linkedIdentities,
  proposalsOf,
  proposeIdentity,
} from './identities.ts';
import { type Herself, requireHerself } from './own-identity.ts';
import { findDeveloper, installation } from './people.ts';

interface AuthorKept {
  readonly name: string;
  readonly address: string;
}

/** As the pull keeps them, by the keyed hash of the address. Whoever is known by an account alone has no name to go by. */
async function* authorsKept(ports: Pick<Ports, 'directory'>): AsyncGenerator<AuthorKept> {
  for await (const { value } of ports.directory.list(installation, 'author')) {
    const { name, address } = value as unknown as Partial<AuthorKept>;
    if (name !== undefined && address !== undefined) yield { name, address };
  }
}

/** Beyond so many the name says nothing: it is `root`, or half a town's. */
const most = 20;

/** The same letters, however they are composed, spaced and cased. */
const foldedName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** One person, found by her name or by an address of hers. */
async function namesOf(
  ports: AuthorPorts & Pick<Ports, 'directory'>,
  key: Uint8Array,
  hers: ReadonlySet<string>,
  ownName: string,
): Promise<ReadonlySet<string>> {
  const names = new Set([foldedName(ownName)]);
  for await (const { name, address } of authorsKept(ports)) {
    if (hers.has(identityUnder(ports, key, address).author)) names.add(foldedName(name));
  }
  names.delete('');
  return names;
}

/**
 * Reads all authors that were ever pulled, when she asks and not before.
 * @returns how many proposals are new; none where more than a few share the name
 * @throws Refusal `not-allowed`
 */
export async function proposeByName(
  ports: BookPorts & AuthorPorts & Pick<Ports, 'directory'>,
  asked: Herself,
): Promise<number> {
  await requireHerself(ports, asked);
  const { company, by, developer } = asked;
  const linked = (await linkedIdentities(ports, company, developer)).filter(({ intervals }) => intervals.length > 0);
  const hers = new Set(linked.map(({ author }) => author));
  const key = await authorsKey(ports);
  const known = new Set([...hers, ...(await proposalsOf(ports, company, developer)).map(({ author }) => author)]);
  const names = await namesOf(ports, key, hers, (await findDeveloper(ports, company, developer))?.name ?? '');
  const found = new Map<string, AuthorKept & Identity>();
  for await (const kept of authorsKept(ports)) {
    if (!names.has(foldedName(kept.name)) || isBot(kept.name, kept.address)) continue;
    const identity = identityUnder(ports, key, kept.address);
    if (!known.has(identity.author)) found.set(identity.author, { ...kept, ...identity });
  }
  if (found.size > most) return 0;
  for (const { author, about, name, address } of found.values()) {
    await proposeIdentity(ports, company, {
      ...{ developer, author, about, address, source: 'same-name', because: name },
      ...{ since: null, until: null, vouchedAt: null, by },
    });
  }
  return found.size;
}
