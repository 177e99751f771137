// The company declares what a statement asks of it beside time and pay; said again, it replaces what was said.
import type { DeclarationFile } from '../intake/declarations/file-text.ts';
import { readYearDeclarations, type YearDeclaration } from '../intake/declarations/year-declarations.ts';
import type { Json } from '../ledger/canonical.ts';
import type { ProfileView } from '../ledger/views/company-views.ts';
import type { Period } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import type { PayrollRun } from '../model/year-declarations.ts';
import type { Ports } from '../ports.ts';
import { schemes } from '../rules/rule-set.ts';
import type { AppendPorts } from './append.ts';
import { type BookState, readBook } from './book-state.ts';
import { latestProfile } from './company-profile.ts';
import { type Declared, declare, isSame, say } from './declare.ts';
import { bookKeyOwner, companyBook, type DirectoryPorts } from './people.ts';
import { type Receipt, readDeclaration } from './read-declaration.ts';
import { requireAtCompany } from './roles.ts';
import { answerTo, informedOf, payrollOf, returnOf } from './year-declarations.ts';

export type DeclareYearPorts = AppendPorts & DirectoryPorts & Pick<Ports, 'saltKeys'>;

type YearKind = 'return-declared' | 'year-answered' | 'staff-informed';

/** @returns what it says without the day on which it was said; null stays null */
function words<T extends { readonly saidOn: string }>(said: T | null): Omit<T, 'saidOn'> | null {
  if (said === null) return null;
  const { saidOn: _saidOn, ...rest } = said;
  return rest;
}

/** Every point but the payroll, as a fact in the making. */
function pointsOf(
  said: { readonly book: string; readonly by: string },
  { period, returns, answers, informed }: YearDeclaration,
): Declared<YearKind>[] {
  return [
    ...returns.map(
      ({ scheme, entered }): Declared<'return-declared'> => ({
        ...{ ...said, kind: 'return-declared', data: { period, scheme, entered } },
        standing: async (state) => {
          const standing = words(await returnOf(state, period, scheme));
          return standing && { period, scheme, ...standing };
        },
      }),
    ),
    ...answers.map(
      ({ question, ...answer }): Declared<'year-answered'> => ({
        ...{ ...said, kind: 'year-answered', data: { period, question, ...answer } },
        standing: async (state) => {
          const standing = words(await answerTo(state, period, question));
          return standing && { period, question, ...standing };
        },
      }),
    ),
    ...informed.map(
      ({ step, on, reason }): Declared<'staff-informed'> => ({
        ...{ ...said, kind: 'staff-informed', data: { step, on, reason } },
        standing: async (state) => words(await informedOf(state, step)),
      }),
    ),
  ];
}

/** The total stays out of the fact: it can be one person's pay. @returns whether it had to be said */
async function tiePayroll(
  ports: DeclareYearPorts,
  state: BookState,
  { by, period, payroll }: { readonly by: string; readonly period: Period; readonly payroll: PayrollRun },
): Promise<boolean> {
  const standing = words(await payrollOf(ports, state, period));
  if (standing !== null && isSame(standing, payroll)) return false;
  const key = await ports.saltKeys.of(bookKeyOwner(state.book));
  const rows = [{ row: payroll as unknown as Json, position: 'payroll', key }];
  await say(ports, state, { book: state.book, by, kind: 'payroll-tied', data: { period }, rows });
  return true;
}

/** @throws Refusal `scheme-not-computed` for a scheme that has no amounts here */
function checkSchemes(returns: YearDeclaration['returns']): void {
  const known = schemes.filter(({ code, use }) => use === 'statement' && code !== 'none').map(({ code }) => code);
  const unknown = returns.map(({ scheme }) => scheme).filter((scheme) => !known.some((code) => code === scheme));
  if (unknown.length === 0) return;
  throw new Refusal('scheme-not-computed', {
    fr: `Aucun état avec montants n’existe ici pour : ${unknown.join(', ')}. Sous « returns », écrivez l’un de : ${known.join(', ')}. Rien n’a été enregistré.`,
    en: `No statement with amounts exists here for: ${unknown.join(', ')}. Under 'returns', write one of: ${known.join(', ')}. Nothing was saved.`,
  });
}

/**
 * Money is finance's to declare; what the works council and the people were told HR may declare too.
 * @param asked `company`: its id; `by`: `pe-…`
 * @throws RefusalWithProblems `problems-block`; Refusal `not-allowed`, `unknown-company`, `scheme-not-computed`
 */
export async function declareYear(
  ports: DeclareYearPorts,
  asked: { readonly company: string; readonly by: string; readonly file: DeclarationFile },
): Promise<Receipt> {
  const { company, by, file } = asked;
  const { declaration, notes } = readDeclaration(readYearDeclarations(file));
  const { period, payroll, returns, answers } = declaration;
  const isStaffOnly = payroll === null && returns.length + answers.length === 0;
  await requireAtCompany(ports, company, by, isStaffOnly ? ['hr', 'finance'] : ['finance']);
  checkSchemes(returns);
  const book = companyBook(company);
  const state = await readBook(ports, book);
  latestProfile((await state.get('profile')) as unknown as ProfileView | null);
  const points = pointsOf({ book, by }, declaration);
  let written = 0;
  if (payroll !== null && (await tiePayroll(ports, state, { by, period, payroll }))) written += 1;
  for (const point of points) if (await declare(ports, point)) written += 1;
  return { written, unchanged: points.length + (payroll === null ? 0 : 1) - written, notes };
}
