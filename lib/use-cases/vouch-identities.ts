// HR vouches that addresses belong to its developers. It stays a proposal until she accepts it: her identity is hers to link.
import type { DeclarationFile } from '../intake/declarations/file-text.ts';
import { readIdentities } from '../intake/declarations/identities.ts';
import type { Ports } from '../ports.ts';
import { developersOf } from './developers-of.ts';
import { type AuthorPorts, authorOf, proposalOf, proposeIdentity } from './identities.ts';
import { type Receipt, readDeclaration } from './read-declaration.ts';

/**
 * Writes to the directory alone.
 * @param asked `company`: its id; `by`: `pe-…` of HR
 * @throws RefusalWithProblems `problems-block`; Refusal `unknown-developer`
 */
export async function vouchIdentities(
  ports: AuthorPorts & Pick<Ports, 'directory' | 'clock'>,
  asked: { readonly company: string; readonly by: string; readonly file: DeclarationFile },
): Promise<Receipt> {
  const { company, by, file } = asked;
  const { declaration, notes } = readDeclaration(readIdentities(file));
  const { identities } = declaration;
  const developers = await developersOf(
    ports,
    company,
    identities.map(({ matricule }) => matricule),
  );
  const vouchedAt = new Date(ports.clock.now()).toISOString();
  let written = 0;
  for (const { matricule, address, since } of identities) {
    const developer = developers.get(matricule)!;
    const author = await authorOf(ports, address);
    const stood = await proposalOf(ports, company, { developer, author });
    if (stood?.since === since) continue;
    await proposeIdentity(ports, company, { developer, author, address, since, vouchedAt, by });
    written += 1;
  }
  return { written, unchanged: identities.length - written, notes };
}
