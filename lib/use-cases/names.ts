// How people and companies are called on a page: names from the erasable directory, an id where a name was erased.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { latestProfile } from './company-profile.ts';
import { companyBook, type DirectoryPorts, findDeveloper, findPerson } from './people.ts';

export const personName = async (ports: DirectoryPorts, person: string): Promise<string> =>
  (await findPerson(ports, person))?.name ?? person;

export const developerName = async (ports: DirectoryPorts, company: string, developer: string): Promise<string> =>
  (await findDeveloper(ports, company, developer))?.name ?? developer;

/** A company as pages name it. */
interface CompanyName {
  readonly id: string;
  readonly siren: string;
  readonly name: string;
}

/** @throws Refusal `unknown-company` */
export async function companyName(ports: BookPorts, company: string): Promise<CompanyName> {
  const state = await readBook(ports, companyBook(company));
  const { siren, name } = latestProfile((await state.get('profile')) as unknown as ProfileView | null);
  return { id: company, siren, name };
}

/** A tie may be to a company that is not enrolled here: then it is known by its id alone. */
export async function tiedCompanyName(ports: BookPorts, company: string): Promise<string> {
  const state = await readBook(ports, companyBook(company));
  return ((await state.get('profile')) as unknown as ProfileView | null)?.at(-1)?.name ?? company;
}
