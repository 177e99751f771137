// Finance's page before a statement is prepared: every point that stops it or is open, for one fiscal year and scheme.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { readBook } from './book-state.ts';
import { fiscalYearOf, latestProfile, profileOfYear } from './company-profile.ts';
import type { ComputePorts } from './compute-statement.ts';
import { fiscalYearsOf, schemesFor } from './fiscal-years.ts';
import { companyName } from './names.ts';
import { companyBook } from './people.ts';
import { statementChecklist } from './statement-checklist.ts';

/**
 * @param asked `fiscalYear`: absent = the last one that is over, else the newest that has hours; `scheme`: absent = the company's first
 * @throws Refusal `unknown-company`, `nothing-to-state` where no year has hours, and those of `statementChecklist`
 */
export async function showChecklist(
  ports: ComputePorts & Pick<Ports, 'clock'>,
  asked: { readonly company: string; readonly fiscalYear?: number; readonly scheme?: string },
) {
  const { company } = asked;
  const state = await readBook(ports, companyBook(company));
  const profiles = (await state.get('profile')) as unknown as ProfileView | null;
  const profile = latestProfile(profiles);
  const years = await fiscalYearsOf(state, profile);
  const today = parisDayOf(ports.clock.now());
  const isOver = (year: number): boolean => fiscalYearOf(profileOfYear(profiles, year), year).to < today;
  const fiscalYear = asked.fiscalYear ?? years.find(isOver) ?? years[0];
  if (fiscalYear === undefined) throw noHours();
  const schemes = schemesFor(profile);
  const scheme = asked.scheme ?? schemes[0]!;
  const checked = await statementChecklist(ports, { company, fiscalYear, scheme });
  return { company: await companyName(ports, company), years, fiscalYear, schemes, scheme, ...checked };
}

const noHours = (): Refusal =>
  new Refusal('nothing-to-state', {
    fr: 'Aucune heure n’est encore au grand livre : il n’y a rien à préparer. Les ressources humaines envoient les feuilles de temps.',
    en: 'No hour is in the ledger yet: there is nothing to prepare. HR sends the timesheets.',
  });
