// HR: whom a company may have to erase, for whom it was asked, and whom it erased.
import type { ErasureAskedView, ErasureView } from '../ledger/views/company-views.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { companyName, personName } from './names.ts';
import { companyBook, type DirectoryDeveloper, type DirectoryPorts } from './people.ts';

type Ports = BookPorts & DirectoryPorts;

async function askedFor(ports: Ports, view: ErasureAskedView | null, developer: string) {
  if (view === null) return null;
  const { by, at } = view;
  return { by: by === developer ? null : await personName(ports, by), at };
}

/** @returns people by name, those first for whom an erasure was asked; the erased newest first, by what is left of them: a pseudonym */
export async function showErasures(ports: Ports, company: string) {
  const book = companyBook(company);
  const state = await readBook(ports, book);
  const people = [];
  for await (const { value } of ports.directory.list(book, 'developer')) {
    const { developer, matricule, name } = value as unknown as DirectoryDeveloper;
    const view = (await state.get(`erasures-asked/${developer}`)) as unknown as ErasureAskedView | null;
    people.push({ developer, matricule, name, asked: await askedFor(ports, view, developer) });
  }
  const erased = [];
  for (const { value } of await state.list('erasures')) {
    const { developer, at, by } = value as unknown as ErasureView;
    if (developer !== null) erased.push({ developer, at, by: await personName(ports, by) });
  }
  return {
    company: await companyName(ports, company),
    people: people.sort(
      (a, b) => Number(a.asked === null) - Number(b.asked === null) || a.name.localeCompare(b.name, 'fr'),
    ),
    erased: erased.sort((a, b) => (a.at > b.at ? -1 : 1)),
  };
}
