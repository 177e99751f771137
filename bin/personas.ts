// Everybody whom one can be in the embedded run: who the directory knows and who may act as something today.
import type { Persona } from '../lib/edge/development-sign-in.ts';
import type { Bilingual, Language } from '../lib/model/text.ts';
import type { Ports } from '../lib/ports.ts';
import { readBook } from '../lib/use-cases/book-state.ts';
import { companyName } from '../lib/use-cases/names.ts';
import {
  companyBook,
  type DirectoryDeveloper,
  type DirectoryPerson,
  installation,
  registryBook,
} from '../lib/use-cases/people.ts';
import { type RoleHeld, rolesOf } from '../lib/use-cases/roles.ts';
import { foundationName } from '../lib/use-cases/statement-sources.ts';

const roleNames: Readonly<Record<RoleHeld['role'], Bilingual>> = {
  hr: { fr: 'ressources humaines', en: 'HR' },
  finance: { fr: 'finance', en: 'finance' },
  developer: { fr: 'développement', en: 'developer' },
  foundation: { fr: 'signataire', en: 'signatory' },
  registrar: { fr: 'registre', en: 'registrar' },
};

/** What it is called; empty where the role is held everywhere. */
async function placeOf(ports: Ports, { company, foundation }: RoleHeld): Promise<readonly string[]> {
  if (company !== undefined) return [(await companyName(ports, company)).name];
  if (foundation === undefined) return [];
  return [await foundationName(await readBook(ports, registryBook), foundation)];
}

async function personaOf(ports: Ports, person: string, name: string): Promise<Persona> {
  const roles = await rolesOf(ports, person);
  const places = await Promise.all(roles.map((held) => placeOf(ports, held)));
  const labelIn = (language: Language): string => {
    const held = roles.map(({ role }, i) => [roleNames[role][language], ...(places[i] ?? [])].join(', '));
    return `${name} (${held.join(' ; ')})`;
  };
  return { person, name, roles, label: { fr: labelIn('fr'), en: labelIn('en') } };
}

/** @returns those who hold a role: people who act, then developers company by company */
export async function personasOf(ports: Ports): Promise<readonly Persona[]> {
  const personas: Persona[] = [];
  for await (const { value } of ports.directory.list(installation, 'person')) {
    const { id, name } = value as unknown as DirectoryPerson;
    personas.push(await personaOf(ports, id, name));
  }
  for await (const { value } of ports.directory.list(installation, 'siren')) {
    const { company } = value as { readonly company: string };
    for await (const { value: entry } of ports.directory.list(companyBook(company), 'developer')) {
      const { developer, name } = entry as unknown as DirectoryDeveloper;
      personas.push(await personaOf(ports, developer, name));
    }
  }
  return personas.filter(({ roles }) => roles.length > 0);
}
