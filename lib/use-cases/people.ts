// Who is meant: outside names (a login, a staff number, a SIREN) to the opaque ids of the ledger, kept in the erasable directory.
import type { Json } from '../ledger/canonical.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import { parseSiren } from '../model/siren.ts';
import type { Ports } from '../ports.ts';

/** To read names; whoever writes them asks for the whole port. */
export type DirectoryPorts = { readonly directory: Ports['readDirectory'] };
export type NamingPorts = Pick<Ports, 'directory' | 'random'>;

/** Tenant of what belongs to the installation and not to one company; who speaks where nobody acts. */
export const installation = 'installation';

/** Whoever runs the machine: acts where nobody is named. */
export const operatorLogin = 'operator';

export const companyBook = (company: string): string => `company/${company}`;
/** @param book a company's */
export const companyOfBook = (book: string): string => book.slice(companyBook('').length);
export const personBook = (pid: string): string => `person/${pid}`;
export const repositoryBook = (repository: string): string => `repo/${repository}`;
export const registryBook = 'registry';
export const foundationBook = (foundation: string): string => `foundation/${foundation}`;

/** Whose key K salts a developer's rows at a company, and a book's own rows. */
export const developerKeyOwner = (company: string, developer: string): string => `${companyBook(company)}/${developer}`;
export const bookKeyOwner = (book: string): string => `book/${book}`;

/** Somebody who acts: HR, finance, a signatory, a registrar. */
export interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
}

/** A developer as her company knows her. */
export interface DirectoryDeveloper {
  readonly developer: string;
  readonly matricule: string;
  readonly name: string;
  /** Under which a timesheet may name her; whose commits they are is another question. */
  readonly emails: readonly string[];
}

const opaque = (ports: NamingPorts, prefix: string, purpose: string): string =>
  `${prefix}-${toHex(ports.random.bytes(8, purpose))}`;

/** The same login has the same id for ever; a second call keeps the first name unless a new one is given. */
export async function enrolPerson(ports: NamingPorts, login: string, name: string): Promise<DirectoryPerson> {
  const made = { id: opaque(ports, 'pe', `person ${login}`), name };
  const found = (await ports.directory.put(installation, 'person', login, made, true)) as unknown as DirectoryPerson;
  if (found.name !== name) await ports.directory.put(installation, 'person', login, { ...found, name }, false);
  await ports.directory.put(installation, 'login', found.id, { login }, true);
  return { id: found.id, name };
}

/**
 * For a login that came without a name: she is called by it until a file names her.
 * @returns her entry, and whether it had to be made
 */
export async function enrolLogin(
  ports: NamingPorts,
  login: string,
): Promise<DirectoryPerson & { readonly isNew: boolean }> {
  const known = (await ports.directory.get(installation, 'person', login)) as unknown as DirectoryPerson | null;
  return known === null ? { ...(await enrolPerson(ports, login, login)), isNew: true } : { ...known, isNew: false };
}

/** @returns the login and name behind a person's id, or null once erased */
export async function findPerson(
  ports: DirectoryPorts,
  id: string,
): Promise<{ readonly login: string; readonly name: string } | null> {
  const known = (await ports.directory.get(installation, 'login', id)) as { login: string } | null;
  if (known === null) return null;
  const person = (await ports.directory.get(installation, 'person', known.login)) as unknown as DirectoryPerson | null;
  return person === null ? null : { login: known.login, name: person.name };
}

/**
 * @param text a login, or `<SIREN>/<staff number>` for a developer
 * @returns her id: `pe-…`, or the company's alias `de-…`
 * @throws Refusal `unknown-person`, `unknown-company`, `unknown-developer`
 */
export async function personOf(ports: DirectoryPorts, text: string): Promise<string> {
  const [siren, matricule] = text.split('/');
  if (siren !== undefined && matricule !== undefined) {
    const company = await companyOf(ports, siren);
    return (await developerOf(ports, company, matricule)).developer;
  }
  const found = (await ports.directory.get(installation, 'person', text)) as unknown as DirectoryPerson | null;
  if (found !== null) return found.id;
  throw new Refusal('unknown-person', {
    fr: `Personne ne s’appelle « ${text} » ici. Les identifiants sont ceux des fichiers « communs company » et « communs registry » ; pour une développeuse, SIREN/matricule.`,
    en: `Nobody here is called '${text}'. The identifiers are those of the files of 'communs company' and 'communs registry'; for a developer, SIREN/staff number.`,
  });
}

/** @throws Refusal `invalid-siren`, `unknown-company` */
export async function companyOf(ports: DirectoryPorts, siren: string): Promise<string> {
  const digits = parseSiren(siren);
  if (digits === null) {
    throw new Refusal('invalid-siren', {
      fr: `« ${siren} » n’est pas un SIREN : neuf chiffres dont le dernier est une clé. Recopiez-le d’un extrait Kbis ou de l’avis de situation INSEE.`,
      en: `'${siren}' is not a SIREN: nine digits, the last one a check digit. Copy it from a Kbis extract or an INSEE notice.`,
    });
  }
  const found = (await ports.directory.get(installation, 'siren', digits)) as { company: string } | null;
  if (found !== null) return found.company;
  throw new Refusal('unknown-company', {
    fr: `Aucune société de SIREN ${digits} n’est inscrite. Inscrivez-la avec « communs company FICHIER » (modèle : communs company --template).`,
    en: `No company with SIREN ${digits} is enrolled. Enrol it with 'communs company FILE' (template: communs company --template).`,
  });
}

/** @returns the ids of all companies that a file has named, in order */
export async function companyIds(ports: DirectoryPorts): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { value } of ports.directory.list(installation, 'siren')) {
    ids.push((value as { company: string }).company);
  }
  return ids.sort();
}

/** The id of a company, made the first time its SIREN is seen. */
export async function enrolSiren(ports: NamingPorts, siren: string): Promise<string> {
  const made: Json = { company: opaque(ports, 'co', `company ${siren}`) };
  const found = (await ports.directory.put(installation, 'siren', siren, made, true)) as { company: string };
  return found.company;
}

/** The company's alias of a developer, made the first time her staff number is seen; her name and addresses are brought up to date. */
export async function enrolMatricule(
  ports: NamingPorts,
  company: string,
  matricule: string,
  name: string,
  emails: readonly string[],
): Promise<DirectoryDeveloper> {
  const tenant = companyBook(company);
  const made: Json = { developer: opaque(ports, 'de', `developer ${company} ${matricule}`) };
  const { developer } = (await ports.directory.put(tenant, 'matricule', matricule, made, true)) as {
    developer: string;
  };
  const entry: DirectoryDeveloper = { developer, matricule, name, emails };
  await ports.directory.put(tenant, 'developer', developer, entry as unknown as Json, false);
  return entry;
}

/** @throws Refusal `unknown-developer` */
export async function developerOf(
  ports: DirectoryPorts,
  company: string,
  matricule: string,
): Promise<DirectoryDeveloper> {
  const tenant = companyBook(company);
  const found = (await ports.directory.get(tenant, 'matricule', matricule)) as { developer: string } | null;
  const entry = found === null ? null : await findDeveloper(ports, company, found.developer);
  if (entry !== null) return entry;
  throw new Refusal('unknown-developer', {
    fr: `Le matricule « ${matricule} » n’est celui d’aucune personne mise à disposition. Ajoutez-la avec « communs secondments », ou corrigez le matricule.`,
    en: `The staff number '${matricule}' belongs to nobody on secondment. Add her with 'communs secondments', or correct the number.`,
  });
}

/** @returns her name and staff number, or null once erased */
export async function findDeveloper(
  ports: DirectoryPorts,
  company: string,
  developer: string,
): Promise<DirectoryDeveloper | null> {
  return (await ports.directory.get(
    companyBook(company),
    'developer',
    developer,
  )) as unknown as DirectoryDeveloper | null;
}

/**
 * What the company's directory has of these people, by alias. Of several, the whole list: a query is charged by its bytes, and each look at
 * one entry as a page of them.
 */
export async function entriesOf(
  ports: DirectoryPorts,
  company: string,
  kind: 'developer' | 'pid',
  developers: readonly string[],
): Promise<ReadonlyMap<string, Json>> {
  const tenant = companyBook(company);
  const found = new Map<string, Json>();
  if (developers.length > 1) {
    // A name must be today's; which books are hers need not be of this moment, for what is claimed there comes later still.
    const { list, listSettled } = ports.directory;
    for await (const { key, value } of (kind === 'pid' ? listSettled : list)(tenant, kind)) found.set(key, value);
    return found;
  }
  for (const developer of developers) {
    const value = await ports.directory.get(tenant, kind, developer);
    if (value !== null) found.set(developer, value);
  }
  return found;
}

/** The books of the person behind a company's alias; empty until she has proven an identity. */
export async function pidsOf(ports: DirectoryPorts, company: string, developer: string): Promise<readonly string[]> {
  const found = (await ports.directory.get(companyBook(company), 'pid', developer)) as { pids: string[] } | null;
  return found?.pids ?? [];
}
