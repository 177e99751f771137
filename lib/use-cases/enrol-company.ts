// A company says what it is and who acts for it. Its names stay in the directory; what it is becomes a fact when it changed.
import { type CompanyPerson, readCompany } from '../intake/declarations/company.ts';
import type { DeclarationFile } from '../intake/declarations/file-text.ts';
import type { Json } from '../ledger/canonical.ts';
import type { ProfileView } from '../ledger/views/company-views.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import type { AppendPorts } from './append.ts';
import { declare, isSame } from './declare.ts';
import { companyBook, enrolPerson, enrolSiren, type NamingPorts } from './people.ts';
import { type Receipt, readDeclaration } from './read-declaration.ts';
import { giveRoles, takeRoles } from './roles.ts';

/** Kind `role` of the company's tenant in the directory, by the person's id. */
export interface CompanyRole {
  readonly person: string;
  readonly name: string;
  readonly roles: CompanyPerson['roles'];
}

async function standingProfile(state: { get: (name: string) => Promise<Json | null> }): Promise<object | null> {
  const latest = ((await state.get('profile')) as unknown as ProfileView | null)?.at(-1);
  if (latest === undefined) return null;
  const { seq: _seq, at: _at, by: _by, ...profile } = latest;
  return profile;
}

async function enrolRole(ports: NamingPorts, company: string, { id: login, name, roles }: CompanyPerson) {
  const { id: person } = await enrolPerson(ports, login, name);
  const role: CompanyRole = { person, name, roles };
  const stood = await ports.directory.get(companyBook(company), 'role', person);
  await giveRoles(ports, person, company, roles);
  await ports.directory.put(companyBook(company), 'role', person, role as unknown as Json, false);
  return { person, changed: stood === null || !isSame(stood as object, role) };
}

/** The file says who acts for the company: whoever it no longer names acts no more. */
async function takeRolesFromOthers(ports: NamingPorts, company: string, named: ReadonlySet<string>) {
  const notes: Bilingual[] = [];
  for await (const { key: person, value } of ports.directory.list(companyBook(company), 'role')) {
    if (named.has(person)) continue;
    await takeRoles(ports, person, company);
    await ports.directory.remove(companyBook(company), 'role', person);
    const { name } = value as unknown as CompanyRole;
    notes.push({
      fr: `${name} n’est plus dans le fichier et n’agit plus pour la société. Si c’est un oubli, remettez cette personne dans le fichier.`,
      en: `${name} is no longer in the file and no longer acts for the company. If this is a slip, put this person back into the file.`,
    });
  }
  return notes;
}

/**
 * Asks for no role, for it gives them: the first file finds nobody who has one, and a run that died between two people goes on. No page leads
 * here: whoever runs it holds the ledger itself.
 * @param asked `by`: `pe-…` of whoever enrols it
 * @returns the company's id, and one count for what it is and for each person
 * @throws RefusalWithProblems `problems-block`
 */
export async function enrolCompany(
  ports: AppendPorts & Pick<Ports, 'directory'>,
  asked: { readonly by: string; readonly file: DeclarationFile },
): Promise<Receipt & { readonly company: string }> {
  const { by, file } = asked;
  const { declaration, notes } = readDeclaration(readCompany(file));
  const { people, ...data } = declaration;
  const company = await enrolSiren(ports, data.siren);
  const isNew = await declare(ports, {
    book: companyBook(company),
    by,
    kind: 'company-enrolled',
    data,
    standing: standingProfile,
  });
  const enrolled = [];
  for (const person of people) enrolled.push(await enrolRole(ports, company, person));
  const left = await takeRolesFromOthers(ports, company, new Set(enrolled.map(({ person }) => person)));
  const written = (isNew ? 1 : 0) + enrolled.filter(({ changed }) => changed).length + left.length;
  return { company, written, unchanged: 1 + people.length + left.length - written, notes: [...notes, ...left] };
}
