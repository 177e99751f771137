// Finance's page of schemes side by side: which years there are, and the one asked for, in the groups that the page keeps apart.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { parisDayOf } from '../model/calendar.ts';
import { type Support, supportTexts } from '../model/support.ts';
import type { Ports } from '../ports.ts';
import { readBook } from './book-state.ts';
import { fiscalYearOf, latestProfile, profileOfYear } from './company-profile.ts';
import { compareSchemes } from './compare-schemes.ts';
import type { ComputePorts } from './compute-statement.ts';
import { fiscalYearsOf } from './fiscal-years.ts';
import { companyName } from './names.ts';
import { companyBook } from './people.ts';

/**
 * @param asked `fiscalYear`: absent = the last one that is over, else the newest that has hours
 * @throws Refusal `unknown-company`, `nothing-to-state`
 */
export async function showComparison(
  ports: ComputePorts & Pick<Ports, 'clock'>,
  asked: { readonly company: string; readonly fiscalYear?: number; readonly support?: Support },
) {
  const { company, support } = asked;
  const state = await readBook(ports, companyBook(company));
  const profiles = (await state.get('profile')) as unknown as ProfileView | null;
  const years = await fiscalYearsOf(state, latestProfile(profiles));
  const today = parisDayOf(ports.clock.now());
  const isOver = (year: number): boolean => fiscalYearOf(profileOfYear(profiles, year), year).to < today;
  const fiscalYear = asked.fiscalYear ?? years.find(isOver) ?? years[0];
  const page = { company: await companyName(ports, company), years, support: support ?? null, supports: supportTexts };
  if (fiscalYear === undefined) return { ...page, compared: null };
  const { period, paysCorporateTax, rows } = await compareSchemes(ports, {
    ...{ company, fiscalYear },
    ...(support !== undefined && { support }),
  });
  const comparators = rows.filter(({ use }) => use === 'comparator');
  const stated = rows.filter(({ use }) => use === 'statement');
  return {
    ...page,
    compared: {
      ...{ fiscalYear, period, paysCorporateTax, comparators },
      proposed: stated.filter(({ standing }) => standing === 'proposed'),
      inForce: stated.filter(({ standing }) => standing === 'in-force'),
      timeOnly: stated.filter(({ standing }) => standing === null),
    },
  };
}
