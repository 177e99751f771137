// Finance's page of declarations: what the company said of one fiscal year, point by point, and since when.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { type Period, parisDayOf } from '../model/calendar.ts';
import { type YearQuestion, yearQuestions } from '../model/year-declarations.ts';
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { fiscalYearOf, latestProfile, profileOfYear } from './company-profile.ts';
import { fiscalYearsOf, schemesFor } from './fiscal-years.ts';
import { companyName } from './names.ts';
import { companyBook } from './people.ts';
import { answerTo, informedOf, payrollOf, returnOf } from './year-declarations.ts';

/**
 * @param asked `fiscalYear`: absent = the last one that is over, else the newest that has hours, else the one of today
 * @throws Refusal `unknown-company`
 */
export async function showDeclarations(
  ports: BookPorts & Pick<Ports, 'clock'>,
  asked: { readonly company: string; readonly fiscalYear?: number },
) {
  const { company } = asked;
  const state = await readBook(ports, companyBook(company));
  const profiles = (await state.get('profile')) as unknown as ProfileView | null;
  const profile = latestProfile(profiles);
  const today = parisDayOf(ports.clock.now());
  const periodOf = (year: number): Period => fiscalYearOf(profileOfYear(profiles, year), year);
  const withHours = await fiscalYearsOf(state, profile);
  const years = withHours.length === 0 ? [Number(today.slice(0, 4))] : withHours;
  const fiscalYear = asked.fiscalYear ?? years.find((year) => periodOf(year).to < today) ?? years[0]!;
  const period = periodOf(fiscalYear);
  const schemes = schemesFor(profile).filter((code) => code !== 'none');
  const answers = await inTurn(
    yearQuestions,
    async (question) => [question, await answerTo(state, period, question)] as const,
  );
  return {
    company: await companyName(ports, company),
    ...{ years: years.includes(fiscalYear) ? years : [fiscalYear, ...years], fiscalYear, period, schemes },
    payroll: await payrollOf(ports, state, period),
    returns: await inTurn(schemes, async (scheme) => ({ scheme, said: await returnOf(state, period, scheme) })),
    answers: Object.fromEntries(answers) as Record<YearQuestion, Awaited<ReturnType<typeof answerTo>>>,
    worksCouncil: await informedOf(state, 'works-council'),
    told: await informedOf(state, 'notice'),
  };
}
