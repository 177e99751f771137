// A preview: one fiscal year of a company under every scheme and reading, side by side. It has no number and no signature, and writes nothing.
import type { ProfileView } from '../ledger/views/company-views.ts';
import { isWithin, type Period } from '../model/calendar.ts';
import type { Support } from '../model/support.ts';
import type { Assessment } from '../rules/assessment.ts';
import type { SchemeCode } from '../rules/rule-set.ts';
import { assessCompany } from './assess-company.ts';
import { readBook } from './book-state.ts';
import { claimsElsewhere } from './claims-elsewhere.ts';
import { latestProfile, profileOfYear } from './company-profile.ts';
import { type ComparedRow, type ComparedSources, comparedRow, schemesToCompare } from './compared-row.ts';
import { type ComputePorts, nothingToState } from './compute-statement.ts';
import { giftSources } from './gift-sources.ts';
import { companyBook, registryBook } from './people.ts';
import { periodOf, type StatementAsked } from './statement-asked.ts';
import { payOfPeriod, registeredOf, statementSources, subsidiesOf } from './statement-sources.ts';

/** As a statement is asked for; `support`: another reading than each scheme's own, which nothing that is issued can ask for. */
export type ComparisonAsked = Pick<StatementAsked, 'company' | 'fiscalYear' | 'period'> & {
  readonly support?: Support;
};

export interface Comparison {
  readonly company: { readonly siren: string; readonly name: string };
  readonly fiscalYear: number;
  readonly period: Period;
  /** null: each scheme's own. */
  readonly support: Support | null;
  /** false: nothing can be deducted from a tax that is not paid, and the one row shows time. */
  readonly paysCorporateTax: boolean;
  readonly rows: readonly ComparedRow[];
}

/** Every calendar year that a period touches, whole: the CIR is of a calendar year, whatever the fiscal year. */
export function calendarYearsOf({ from, to }: Period): Period[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    from: `${first + at}-01-01`,
    to: `${first + at}-12-31`,
  }));
}

/** @throws Refusal `unknown-company`, `invalid-input`, `nothing-to-state`; what one row lacks is said in that row */
export async function compareSchemes(ports: ComputePorts, asked: ComparisonAsked): Promise<Comparison> {
  const company = await readBook(ports, companyBook(asked.company));
  const registry = await readBook(ports, registryBook);
  const profiles = (await company.get('profile')) as unknown as ProfileView | null;
  const profile = profileOfYear(profiles, asked.fiscalYear);
  const period = periodOf(asked, profile);
  const years = calendarYearsOf(period);

  const all = { from: years[0]!.from, to: years.at(-1)!.to };
  const sources = await statementSources(ports, company, all);
  const { entries } = sources.declared;
  if (!entries.some(({ day }) => isWithin(day, period))) throw nothingToState(period);
  const developers = [...new Set(entries.map(({ developer }) => developer))].sort();
  const { others } = await claimsElsewhere(ports, asked.company, developers);
  const registered = await registeredOf(registry);
  const support = asked.support ?? null;
  const assessed = new Map<SchemeCode, Assessment>();
  const assess = (scheme: SchemeCode): Assessment => {
    const known =
      assessed.get(scheme) ?? assessCompany(sources, registered, profile.region, others, scheme, asked.support);
    assessed.set(scheme, known);
    return known;
  };
  const compared: ComparedSources = {
    ...{ company: asked.company, assess },
    pay: await payOfPeriod(ports, company, all),
    otherAid: await subsidiesOf(ports, company, all),
    secondments: sources.secondments,
    giftYear: () => giftSources(ports, company, period),
  };

  const rows: ComparedRow[] = [];
  for (const { scheme, reading } of schemesToCompare(profile)) {
    for (const each of scheme.use === 'comparator' ? years : [period]) {
      rows.push(await comparedRow(ports, compared, { scheme, reading, period: each, support }));
    }
  }
  return {
    company: { siren: profile.siren, name: latestProfile(profiles).name },
    fiscalYear: asked.fiscalYear,
    period,
    support,
    paysCorporateTax: profile.corporateTax,
    rows,
  };
}
