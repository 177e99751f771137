// Finance declares a fiscal year: its days, its turnover, gifts of earlier years above their ceiling. Said again, it replaces what was said.
import type { DeclarationFile } from '../intake/declarations/file-text.ts';
import { readFiscalYear } from '../intake/declarations/fiscal-year.ts';
import type { FiscalYearView, ProfileView } from '../ledger/views/company-views.ts';
import { overlap, type Period } from '../model/calendar.ts';
import type { AppendPorts } from './append.ts';
import { type BookState, readBook } from './book-state.ts';
import { latestProfile } from './company-profile.ts';
import { declare } from './declare.ts';
import { companyBook, type DirectoryPorts } from './people.ts';
import { type Receipt, readDeclaration } from './read-declaration.ts';
import { requireAtCompany } from './roles.ts';

/** @returns the fiscal years declared, oldest first; a later declaration takes the place of all whose days it shares */
export async function declaredYears(state: BookState): Promise<readonly FiscalYearView[]> {
  const all = (await state.list('fiscal-years')).map(({ value }) => value as unknown as FiscalYearView);
  return all
    .filter(({ period, seq }) => !all.some((later) => later.seq > seq && overlap(later.period, period)))
    .sort((a, b) => (a.period.to < b.period.to ? -1 : 1));
}

/** @returns what was declared of exactly these days, or null */
export const declaredYear = async (state: BookState, { from, to }: Period): Promise<FiscalYearView | null> =>
  (await declaredYears(state)).find(({ period }) => period.from === from && period.to === to) ?? null;

async function standing(state: BookState, period: Period): Promise<object | null> {
  const view = await declaredYear(state, period);
  if (view === null) return null;
  const { seq: _seq, at: _at, by: _by, ...data } = view;
  return data;
}

/**
 * @param asked `company`: its id; `by`: `pe-…` of finance
 * @throws RefusalWithProblems `problems-block`; Refusal `not-allowed`, `unknown-company`
 */
export async function declareFiscalYear(
  ports: AppendPorts & DirectoryPorts,
  asked: { readonly company: string; readonly by: string; readonly file: DeclarationFile },
): Promise<Receipt> {
  const { company, by, file } = asked;
  await requireAtCompany(ports, company, by, ['finance']);
  const book = companyBook(company);
  const { declaration, notes } = readDeclaration(readFiscalYear(file));
  const state = await readBook(ports, book);
  latestProfile((await state.get('profile')) as unknown as ProfileView | null);
  const { period, turnoverCents, broughtForward } = declaration;
  const isNew = await declare(ports, {
    ...{ book, by, kind: 'fiscal-year-declared' },
    data: { period, turnoverCents, broughtForward: broughtForward.map((one) => ({ ...one })) },
    standing: (current) => standing(current, period),
  });
  return { written: isNew ? 1 : 0, unchanged: isNew ? 0 : 1, notes };
}
