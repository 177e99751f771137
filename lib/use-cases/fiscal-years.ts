// Where the hours of each fiscal year of a company stand, and what would stop a statement about them.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { type Day, type Month, monthOf, parisDayOf } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import type { Part } from '../rules/assessment.ts';
import { schemes } from '../rules/rule-set.ts';
import { type Waterfall, waterfall } from '../statement/waterfall.ts';
import { type BookState, readBook } from './book-state.ts';
import { fiscalYearOf, latestProfile, type Profile, profileOfYear } from './company-profile.ts';
import type { ComputePorts } from './compute-statement.ts';
import { wholeMonth } from './declared-time.ts';
import { entriesSeen } from './entries-seen.ts';
import { companyBook, registryBook } from './people.ts';
import { computeWithNames } from './prepare-statement.ts';
import { requirePreparable } from './require-preparable.ts';
import { awaitedTime, timeByState } from './statement-content.ts';

interface Time {
  readonly minutes: number;
  readonly halfDays: number;
}

/** Declared time of a year or of a month, and where it ended. */
interface TimeThroughStates extends Readonly<Record<Part['state'], Time>> {
  readonly declared: Time;
}

interface FiscalYearOfHours extends TimeThroughStates {
  /** The calendar year in which it ends. */
  readonly fiscalYear: number;
  /** Its last day is over: what is usually stated. */
  readonly isClosed: boolean;
  readonly waterfall: Waterfall;
  /** Those with time, in order: together they are the year. */
  readonly months: readonly (TimeThroughStates & { readonly month: Month })[];
  /** What stands in the way of preparing; empty if nothing does. */
  readonly blocking: readonly Bilingual[];
}

/** @returns the codes that this company may ask for, the one with amounts first */
export const schemesFor = ({ corporateTax }: Pick<Profile, 'corporateTax'>): string[] =>
  schemes.flatMap(({ code, use }) => (use === 'statement' && (code === 'none' || corporateTax) ? [code] : []));

/** @returns what a person may choose beside the scheme; a scheme with one way or none is left out */
export const readingsFor = (profile: Pick<Profile, 'corporateTax'>): { scheme: string; reading: string }[] => {
  const allowed = schemesFor(profile);
  return schemes.flatMap(({ code, readings }) =>
    allowed.includes(code) ? readings.map((reading) => ({ scheme: code, reading })) : [],
  );
};

function fiscalYearWith(profile: Profile, day: Day): number {
  const year = Number(day.slice(0, 4));
  return day <= fiscalYearOf(profile, year).to ? year : year + 1;
}

/** @returns those that have a month with hours, newest first */
export async function fiscalYearsOf(state: BookState, profile: Profile): Promise<number[]> {
  const months = (await state.list('month-names')).map(({ name }) => wholeMonth(name.slice(name.lastIndexOf('/') + 1)));
  const years = months.flatMap(({ from, to }) => [fiscalYearWith(profile, from), fiscalYearWith(profile, to)]);
  return [...new Set(years)].sort((a, b) => b - a);
}

function timeOf(parts: readonly Part[], state: Part['state'] | null): Time {
  const of = (unit: Part['unit']): number =>
    parts.reduce(
      (sum, part) => sum + (part.unit === unit && (state ?? part.state) === part.state ? part.amount : 0),
      0,
    );
  return { minutes: of('minute'), halfDays: of('half-day') };
}

const throughStates = (parts: readonly Part[]): TimeThroughStates => ({
  declared: timeOf(parts, null),
  counted: timeOf(parts, 'counted'),
  refused: timeOf(parts, 'refused'),
  awaiting: timeOf(parts, 'awaiting'),
  withdrawn: timeOf(parts, 'withdrawn'),
});

function byMonth(parts: readonly Part[]): FiscalYearOfHours['months'] {
  const months = Map.groupBy(parts, ({ day }) => monthOf(day));
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, of]) => ({ month, ...throughStates(of) }));
}

export async function blockingIn(
  ports: ComputePorts,
  asked: { readonly company: string; readonly fiscalYear: number; readonly scheme: string },
): Promise<Bilingual[]> {
  try {
    const { content } = await computeWithNames(ports, asked);
    await requirePreparable(await readBook(ports, companyBook(asked.company)), content);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [error.detail];
    throw error;
  }
}

/** Assessed, not computed: pay that is missing hides no hour. Newest first; a year without hours is left out. */
export async function fiscalYears(
  ports: ComputePorts & Pick<Ports, 'clock'>,
  company: string,
): Promise<readonly FiscalYearOfHours[]> {
  const state = await readBook(ports, companyBook(company));
  const registry = await readBook(ports, registryBook);
  const profiles = (await state.get('profile')) as unknown as ProfileView | null;
  const profile = latestProfile(profiles);
  const scheme = schemesFor(profile)[0]!;
  const today = parisDayOf(ports.clock.now());
  const years: FiscalYearOfHours[] = [];
  for (const fiscalYear of await fiscalYearsOf(state, profile)) {
    const period = fiscalYearOf(profileOfYear(profiles, fiscalYear), fiscalYear);
    const { entries } = await entriesSeen(ports, company, { company: state, registry }, period, null);
    if (entries.length === 0) continue;
    const parts = entries.flatMap((entry) => entry.parts);
    years.push({
      fiscalYear,
      isClosed: period.to < today,
      ...throughStates(parts),
      months: byMonth(parts),
      waterfall: waterfall({ ...timeByState(parts), awaits: awaitedTime(parts) }),
      blocking: await blockingIn(ports, { company, fiscalYear, scheme }),
    });
  }
  return years;
}
