// A repository's `.mailmap` says which addresses are one person's: whoever has one of them is asked about the others. Nothing is linked.
import type { DeclarationFile } from '../intake/declarations/file-text.ts';
import { isBot } from '../matching/address-kind.ts';
import { parseMailmap, sameInMailmap } from '../matching/mailmap.ts';
import { Refusal } from '../model/refusal.ts';
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
import { companyBook } from './people.ts';
import { requireAtCompany } from './roles.ts';

type MailmapPorts = BookPorts & AuthorPorts & Pick<Ports, 'directory'>;

const notMailmap = (name: string): Refusal =>
  new Refusal('invalid-declaration', {
    fr: `« ${name} » ne dit d’aucune adresse qu’elle est celle d’une autre (gitmailmap : « Nom <adresse> <adresse des commits> »). Donnez le fichier .mailmap du dépôt, en UTF-8.`,
    en: `'${name}' says of no address that it is another's (gitmailmap: 'Name <address> <address in commits>'). Give the repository's .mailmap, in UTF-8.`,
  });

function setsIn({ name, bytes }: DeclarationFile): readonly (readonly string[])[] {
  try {
    const sets = sameInMailmap(parseMailmap(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    if (sets.length > 0) return sets;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
  }
  throw notMailmap(name);
}

type Named = Identity & { readonly address: string };

/** What is hers, or what her employer says is: a proposal found by a name or a mailmap leads to no further one. */
async function knownOf(ports: MailmapPorts, company: string, developer: string) {
  const proposals = await proposalsOf(ports, company, developer);
  const said = proposals.filter(({ source, refusedAt }) => source === 'employer' && refusedAt === undefined);
  const linked = await linkedIdentities(ports, company, developer);
  const hers = linked.filter(({ intervals }) => intervals.length > 0);
  return {
    sure: new Set([...said, ...hers].map(({ author }) => author)),
    all: new Set([...proposals, ...hers].map(({ author }) => author)),
  };
}

/**
 * Writes to the directory alone.
 * @param asked `by`: `pe-…` of whoever gives the file; its name is shown to whoever is asked
 * @returns how many proposals are new, to how many people
 * @throws Refusal `not-allowed`, `invalid-declaration`
 */
export async function proposeFromMailmap(
  ports: MailmapPorts,
  asked: { readonly company: string; readonly by: string; readonly file: DeclarationFile },
): Promise<{ readonly proposed: number; readonly people: number }> {
  const { company, by, file } = asked;
  await requireAtCompany(ports, company, by, ['hr']);
  const key = await authorsKey(ports);
  const sets: (readonly Named[])[] = [];
  for (const addresses of setsIn(file)) {
    const set: Named[] = [];
    for (const address of addresses) {
      if (!isBot('', address)) set.push({ address, ...identityUnder(ports, key, address) });
    }
    sets.push(set);
  }
  const people = new Set<string>();
  let proposed = 0;
  for await (const { key: developer } of ports.directory.list(companyBook(company), 'developer')) {
    const { sure, all } = await knownOf(ports, company, developer);
    for (const set of sets.filter((one) => one.some(({ author }) => sure.has(author)))) {
      for (const { address, author, about } of set.filter((one) => !all.has(one.author))) {
        await proposeIdentity(ports, company, {
          ...{ developer, author, about, address, source: 'mailmap', because: file.name },
          ...{ since: null, until: null, vouchedAt: null, by },
        });
        all.add(author);
        people.add(developer);
        proposed += 1;
      }
    }
  }
  return { proposed, people: people.size };
}
