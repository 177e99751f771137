// The authors a developer is known by: linked by her own word, or only proposed by her employer.
import type { IdentityView } from '../ledger/views/person-views.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { companyBook, personBook, pidsOf } from './people.ts';

export interface Author {
  readonly hash: string;
  readonly linked: boolean;
}

/** @returns each author once, linked before proposed, in order of hash */
export async function identitiesOf(
  ports: BookPorts & Pick<Ports, 'directory'>,
  company: string,
  developer: string,
): Promise<readonly Author[]> {
  const linked = new Set<string>();
  for (const pid of await pidsOf(ports, company, developer)) {
    const person = await readBook(ports, personBook(pid));
    for (const { value } of await person.list('identities')) {
      const { author, withdrawn } = value as unknown as IdentityView;
      if (!withdrawn) linked.add(author);
    }
  }
  const proposed = new Set<string>();
  for await (const { value } of ports.directory.list(companyBook(company), 'identity-proposal')) {
    const proposal = value as { readonly developer: string; readonly author: string };
    if (proposal.developer === developer && !linked.has(proposal.author)) proposed.add(proposal.author);
  }
  return [
    ...[...linked].sort().map((hash) => ({ hash, linked: true })),
    ...[...proposed].sort().map((hash) => ({ hash, linked: false })),
  ];
}
