// Where each declared minute of the played sample stands: what a run must come to, however often it was interrupted.
import { bank, companies, developerOf, ministry, rail } from '../../examples/cast.ts';
import { type PlannedDay, plannedDays, special } from '../../examples/plan.ts';
import type { Day } from '../../lib/model/calendar.ts';
import type { Ports } from '../../lib/ports.ts';
import type { Part } from '../../lib/rules/assessment.ts';
import { assessCompany } from '../../lib/use-cases/assess-company.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { otherClaims } from '../../lib/use-cases/claim-time.ts';
import { companyBook, companyOf, findDeveloper, registryBook } from '../../lib/use-cases/people.ts';
import { registeredOf, statementSources } from '../../lib/use-cases/statement-sources.ts';

export interface OutcomePart extends Omit<Part, 'developer'> {
  readonly siren: string;
  readonly matricule: string;
}

/** @returns the parts of everything declared in the year, of all companies of the sample */
export async function outcomeOf(ports: Ports, year: number): Promise<readonly OutcomePart[]> {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const registered = await registeredOf(await readBook(ports, registryBook));
  const parts: OutcomePart[] = [];
  for (const { siren } of companies) {
    const company = await companyOf(ports, siren);
    const sources = await statementSources(ports, await readBook(ports, companyBook(company)), period);
    const elsewhere = new Map<string, number>();
    const matricules = new Map<string, string>();
    for (const developer of new Set(sources.declared.entries.map((entry) => entry.developer))) {
      matricules.set(developer, (await findDeveloper(ports, company, developer))?.matricule ?? '');
      for (const { day, unit, amount } of (await otherClaims(ports, company, developer)).claims) {
        elsewhere.set(`${developer} ${day} ${unit}`, amount);
      }
    }
    const others = (developer: string, day: Day, unit: string): number =>
      elsewhere.get(`${developer} ${day} ${unit}`) ?? 0;
    const assessed = assessCompany(sources, registered, 'metropole', others, 'none');
    for (const { developer, ...part } of assessed.parts) {
      if (part.day.startsWith(`${year}`)) parts.push({ ...part, siren, matricule: matricules.get(developer)! });
    }
  }
  return parts;
}

/** @returns `<siren> <state> <code>` → minutes or half-days */
export function sumsOf(parts: readonly OutcomePart[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { siren, state, code, amount } of parts) {
    const key = [siren, state, ...(code === null ? [] : [code])].join(' ');
    sums[key] = (sums[key] ?? 0) + amount;
  }
  return sums;
}

const planned = (matricule: string, from: string): readonly PlannedDay[] =>
  plannedDays.filter((one) => one.matricule === matricule && one.day.startsWith(from));
const sum = (days: readonly PlannedDay[]): number => days.reduce((total, { amount }) => total + amount, 0);

/** What is not counted of 2025, by the plan alone and the words of examples/README.md: `<siren> <state> <code>` → amount. */
const notCounted: Readonly<Record<string, number>> = {
  [`${rail.siren} awaiting conflict-of-claims`]: sum(planned('R-106', special.twice.day)),
  [`${rail.siren} refused foundation-refused`]: sum(planned('R-105', '2025-05')),
  [`${rail.siren} refused non-working-day`]: sum(planned('R-102', special.holiday.day)),
  [`${rail.siren} refused project-not-eligible-at-date`]: sum(planned('R-104', '2025-10')),
  [`${rail.siren} withdrawn`]: -special.corrected.deltaMinutes,
  [`${bank.siren} awaiting contested`]: sum(planned('B-201', '2025-07').slice(0, 1)),
  [`${bank.siren} awaiting cannot-tell`]: sum(planned('B-203', '2025-11')),
  [`${ministry.siren} awaiting conflict-of-claims`]: sum(planned('M-304', special.twice.day)),
  [`${ministry.siren} awaiting not-confirmed`]: sum(planned('M-302', '2025-12')),
  [`${ministry.siren} refused foundation-refused`]: sum(planned('M-301', '2025-06').slice(-1)),
};

function counted(siren: string): number {
  const declared = plannedDays.filter(({ matricule, day }) => isOf(matricule, siren) && day.startsWith('2025'));
  const rest = Object.entries(notCounted).filter(([key]) => key.startsWith(siren));
  return sum(declared) - rest.reduce((total, [, amount]) => total + amount, 0);
}

const isOf = (matricule: string, siren: string): boolean => developerOf(matricule).company.siren === siren;

/** As `sumsOf` the parts of 2025. */
export const expected2025: Readonly<Record<string, number>> = {
  ...notCounted,
  ...Object.fromEntries(companies.map(({ siren }) => [`${siren} counted`, counted(siren)])),
};
