// Who may act as what, and where: company roles and registrars in the erasable directory, signatories by the registry's dates.
import type { SignatoryView } from '../ledger/views/registry-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { covers } from '../model/registry.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { type DirectoryPorts, findPerson, operatorLogin, registryBook } from './people.ts';

/** As a session carries it. */
export interface RoleHeld {
  readonly role: 'hr' | 'finance' | 'developer' | 'foundation' | 'registrar';
  readonly company?: string;
  readonly foundation?: string;
}

/** `pay` opens no page of its own: it lets HR see pay. */
type DirectoryRole = 'hr' | 'finance' | 'pay' | 'developer' | 'registrar';

/** Under one key for each place, so that two companies never overwrite each other. */
interface RolesAt {
  /** null: at the installation. */
  readonly company: string | null;
  readonly roles: readonly DirectoryRole[];
}

const tenantOf = (person: string): string => `holder/${person}`;
const everywhere = 'everywhere';

/** What she holds at this company (or, with null, everywhere) from now on is this. @param person `pe-…`, or `de-…` for a developer */
export async function giveRoles(
  ports: Pick<Ports, 'directory'>,
  person: string,
  company: string | null,
  roles: readonly DirectoryRole[],
): Promise<void> {
  await ports.directory.put(tenantOf(person), 'roles', company ?? everywhere, { company, roles }, false);
}

export const takeRoles = (ports: Pick<Ports, 'directory'>, person: string, company: string): Promise<void> =>
  ports.directory.remove(tenantOf(person), 'roles', company);

async function rolesByPlace(ports: DirectoryPorts, person: string): Promise<readonly RolesAt[]> {
  const places: RolesAt[] = [];
  for await (const { value } of ports.directory.list(tenantOf(person), 'roles')) {
    places.push(value as unknown as RolesAt);
  }
  return places;
}

/** @returns the ids of the companies for which a person acts */
export async function companiesOf(ports: DirectoryPorts, person: string): Promise<readonly string[]> {
  return (await rolesByPlace(ports, person)).flatMap(({ company }) => company ?? []);
}

/**
 * Statements and links bind the company: whoever makes or ends one acts for its finance today, whatever her session says.
 * @throws Refusal `not-allowed`
 */
export async function requireFinance(ports: DirectoryPorts, company: string, person: string): Promise<void> {
  const at = (await ports.directory.get(tenantOf(person), 'roles', company)) as unknown as RolesAt | null;
  if (at?.roles.includes('finance')) return;
  throw new Refusal('not-allowed', {
    fr: 'Seule une personne de la finance de cette société prépare, émet ou révoque un état, ou donne un lien. Faites-la inscrire avec le rôle « finance » (communs company FICHIER).',
    en: "Only a person of this company's finance prepares, issues or revokes a statement, or gives a link. Have her enrolled with the role 'finance' (communs company FILE).",
  });
}

/**
 * What is declared for a company is its own word: another company's people have none here. Whoever operates the installation may enter it for them.
 * @throws Refusal `not-allowed`
 */
export async function requireAtCompany(
  ports: DirectoryPorts,
  company: string,
  person: string,
  roles: readonly ('hr' | 'finance' | 'pay')[],
): Promise<void> {
  const at = (await ports.directory.get(tenantOf(person), 'roles', company)) as unknown as RolesAt | null;
  if (at !== null && roles.some((role) => at.roles.includes(role))) return;
  if ((await findPerson(ports, person))?.login === operatorLogin) return;
  const named = roles.map((role) => `'${role}'`);
  throw new Refusal('not-allowed', {
    fr: `Seule une personne de cette société, inscrite avec le rôle ${named.join(' ou ').replaceAll(/'(\w+)'/g, '« $1 »')}, le déclare. Donnez --as PERSONNE, ou faites-la inscrire (communs company FICHIER). Rien n’a été enregistré.`,
    en: `Only a person of this company, enrolled with the role ${named.join(' or ')}, declares this. Give --as PERSON, or have her enrolled (communs company FILE). Nothing was saved.`,
  });
}

/**
 * @param act what is done, in words, after “Only a registrar …”
 * @throws Refusal `not-allowed`
 */
export async function requireRegistrarTo(ports: DirectoryPorts, person: string, act: Bilingual): Promise<void> {
  const at = (await ports.directory.get(tenantOf(person), 'roles', everywhere)) as unknown as RolesAt | null;
  if (at?.roles.includes('registrar')) return;
  throw new Refusal('not-allowed', {
    fr: `Seul un teneur du registre ${act.fr}. Donnez --as PERSONNE : quelqu’un qui a déjà tenu le registre (« communs registry »).`,
    en: `Only a registrar ${act.en}. Give --as PERSON: somebody who has kept the registry ('communs registry').`,
  });
}

/** @throws Refusal `not-allowed` */
export const requireRegistrar = (ports: DirectoryPorts, person: string): Promise<void> =>
  requireRegistrarTo(ports, person, { fr: 'décide d’une licence', en: 'decides about a licence' });

/** @returns what she may act as today; empty for somebody unknown */
export async function rolesOf(
  ports: BookPorts & DirectoryPorts & Pick<Ports, 'clock'>,
  person: string,
): Promise<readonly RoleHeld[]> {
  const held: RoleHeld[] = [];
  for (const { company, roles } of await rolesByPlace(ports, person)) {
    for (const role of roles) {
      if (role !== 'pay') held.push(company === null ? { role } : { role, company });
    }
  }
  const registry = await readBook(ports, registryBook);
  const today = parisDayOf(ports.clock.now());
  for (const { name } of await registry.list(`signatory-names/${person}`)) {
    const foundation = name.slice(name.lastIndexOf('/') + 1);
    const appointments = (await registry.get(`signatories/${foundation}/${person}`)) as unknown as SignatoryView | null;
    if (appointments?.some((appointment) => covers(appointment, today))) held.push({ role: 'foundation', foundation });
  }
  return held;
}
