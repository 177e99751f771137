// The company says which time it claims elsewhere, and takes back what it does not: one hour, one route.
import { readClaimed } from '../intake/declarations/claimed.ts';
import type { DeclarationFile } from '../intake/declarations/file-text.ts';
import type { ProfileView } from '../ledger/views/company-views.ts';
import { Refusal } from '../model/refusal.ts';
import { type ClaimedRow, claimedRows, nameOfClaimed } from './admission-on-file.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { latestProfile } from './company-profile.ts';
import { declareRows, type RowPorts } from './declare-rows.ts';
import { developersOf } from './developers-of.ts';
import { companyBook, registryBook } from './people.ts';
import { type Receipt, readDeclaration } from './read-declaration.ts';
import { requireAtCompany } from './roles.ts';
import { unknownInRegistry } from './unknown-in-registry.ts';

/** @throws Refusal `unknown-project`, with all that are missing */
async function checkProjects(ports: BookPorts, projects: readonly string[]): Promise<void> {
  const missing = await unknownInRegistry(await readBook(ports, registryBook), 'projects', projects);
  if (missing.length === 0) return;
  throw new Refusal('unknown-project', {
    fr: `Ces projets ne sont pas au registre : ${missing.join(', ')}. Corrigez la colonne Projet, ou faites-les inscrire par le registre (« communs registry »). Rien n’a été enregistré.`,
    en: `These projects are not in the registry: ${missing.join(', ')}. Correct the column Project, or have the registrar enter them ('communs registry'). Nothing was saved.`,
  });
}

/**
 * @param asked `company`: its id; `by`: `pe-…` of HR or finance
 * @throws RefusalWithProblems `problems-block`; Refusal `not-allowed`, `unknown-company`, `unknown-developer`, `unknown-project`
 */
export async function declareClaimed(
  ports: RowPorts,
  asked: { readonly company: string; readonly by: string; readonly file: DeclarationFile },
): Promise<Receipt> {
  const { company, by, file } = asked;
  await requireAtCompany(ports, company, by, ['hr', 'finance']);
  const { declaration, notes } = readDeclaration(readClaimed(file));
  const { claimed } = declaration;
  const state = await readBook(ports, companyBook(company));
  latestProfile((await state.get('profile')) as unknown as ProfileView | null);
  await checkProjects(
    ports,
    claimed.map(({ project }) => project),
  );
  const developers = await developersOf(
    ports,
    company,
    claimed.map(({ matricule }) => matricule),
  );
  const declared = claimed.map(
    ({ matricule, ...line }): ClaimedRow => ({ developer: developers.get(matricule)!, ...line }),
  );
  const onFile = await claimedRows(ports, state);
  const said = { by, company, kind: 'time-claimed-elsewhere' } as const;
  const written = await declareRows(ports, state, said, { declared, onFile, nameOf: nameOfClaimed });
  return { written, unchanged: declared.length - written, notes };
}
