// The registrar's file: foundations, projects, dated licences, eligibility decisions, signatories and ties, each as a fact.
import type { DeclarationFile } from '../intake/declarations/file-text.ts';
import { type RegistryDeclaration, readRegistry } from '../intake/declarations/registry.ts';
import { Refusal } from '../model/refusal.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import type { SigningPorts } from './append-signed.ts';
import { type BookState, readBook } from './book-state.ts';
import { checkDeciders } from './check-deciders.ts';
import { declare } from './declare.ts';
import { enrolLogin, enrolPerson, enrolSiren, type NamingPorts, registryBook } from './people.ts';
import { type Receipt, readDeclaration } from './read-declaration.ts';
import { type Outsiders, registryFacts } from './registry-facts.ts';
import { giveRoles } from './roles.ts';
import { unknownInRegistry } from './unknown-in-registry.ts';

export type RegisterPorts = SigningPorts & Pick<Ports, 'directory' | 'saltKeys'>;

/** @throws Refusal `unknown-foundation`, with all that are missing */
async function checkFoundations(registry: BookState, declaration: RegistryDeclaration): Promise<void> {
  const declared = new Set(declaration.foundations.map(({ id }) => id));
  const named = [...declaration.projects, ...declaration.signatories].map(({ foundation }) => foundation);
  const notDeclared = named.filter((id) => !declared.has(id));
  const missing = await unknownInRegistry(registry, 'foundations', notDeclared);
  if (missing.length === 0) return;
  throw new Refusal('unknown-foundation', {
    fr: `Ni ce fichier ni le registre ne connaissent : ${missing.join(', ')}. Ajoutez-les sous « foundations », ou corrigez leur identifiant. Rien n’a été inscrit au registre.`,
    en: `Neither this file nor the registry knows: ${missing.join(', ')}. Add them under 'foundations', or correct their identifier. Nothing was entered in the registry.`,
  });
}

/** A fork may stand before the project it goes on from, in one file. @throws Refusal `unknown-project`, with all that are missing */
async function checkPredecessors(registry: BookState, { projects }: RegistryDeclaration): Promise<void> {
  const declared = new Set(projects.map(({ id }) => id));
  const notDeclared = projects.flatMap(({ successorOf: id }) => (id === null || declared.has(id) ? [] : [id]));
  const missing = await unknownInRegistry(registry, 'projects', notDeclared);
  if (missing.length === 0) return;
  throw new Refusal('unknown-project', {
    fr: `Ni ce fichier ni le registre ne connaissent : ${missing.join(', ')}. Ajoutez-les sous « projects », ou corrigez « successorOf ». Rien n’a été inscrit au registre.`,
    en: `Neither this file nor the registry knows: ${missing.join(', ')}. Add them under 'projects', or correct 'successorOf'. Nothing was entered in the registry.`,
  });
}

/** Everybody and every company in the file by the ids that facts carry. */
async function enrolOutsiders(
  ports: NamingPorts,
  { foundations, projects, signatories, ties }: RegistryDeclaration,
): Promise<Outsiders & { readonly notes: readonly Bilingual[] }> {
  const people = new Map<string, string>();
  for (const { person, name } of signatories) people.set(person, (await enrolPerson(ports, person, name)).id);
  const notes: Bilingual[] = [];
  const decisions = [
    ...projects.flatMap(({ eligibility }) => eligibility),
    ...foundations.flatMap(({ standings }) => standings),
  ];
  const deciders = decisions.flatMap(({ decidedBy }) => decidedBy);
  for (const login of new Set([...deciders, ...ties.map(({ person }) => person)])) {
    if (people.has(login)) continue;
    const { id, isNew } = await enrolLogin(ports, login);
    people.set(login, id);
    if (!isNew) continue;
    notes.push({
      fr: `« ${login} » n’avait pas de nom ici : cet identifiant en tient lieu jusqu’à ce qu’un fichier le nomme. Vérifiez son orthographe.`,
      en: `'${login}' had no name here: this identifier stands for it until a file gives one. Check its spelling.`,
    });
  }
  const companies = new Map<string, string>();
  for (const siren of [...signatories.flatMap((one) => one.ties), ...ties.map(({ company }) => company)]) {
    companies.set(siren, await enrolSiren(ports, siren));
  }
  return { people, companies, notes };
}

/**
 * All or nothing until the first fact; a crash between two facts leaves the rest to the next run of the same file.
 * @param asked `by`: `pe-…` of the registrar, who is one from now on
 * @throws RefusalWithProblems `problems-block`; Refusal `unknown-foundation`, `unknown-project`, `not-allowed`
 */
export async function register(
  ports: RegisterPorts,
  asked: { readonly by: string; readonly file: DeclarationFile },
): Promise<Receipt> {
  const { by, file } = asked;
  const { declaration, notes } = readDeclaration(readRegistry(file));
  const registry = await readBook(ports, registryBook);
  await checkFoundations(registry, declaration);
  await checkPredecessors(registry, declaration);
  const outsiders = await enrolOutsiders(ports, declaration);
  const facts = await registryFacts(ports, by, declaration, outsiders);
  await checkDeciders(ports, registry, facts);
  await giveRoles(ports, by, null, ['registrar']);
  let written = 0;
  for (const fact of facts) if (await declare(ports, fact)) written += 1;
  return { written, unchanged: facts.length - written, notes: [...notes, ...outsiders.notes] };
}
