// What statement is asked for, as the company's own year and the schemes make it: scheme, reading, period.
import type { ProfileView } from '../ledger/views/company-views.ts';
import type { Period } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { type Reading, ruleSet, type SchemeCode, schemeOf } from '../rules/rule-set.ts';
import type { BookState } from './book-state.ts';
import { fiscalYearOf, type Profile, profileOfYear } from './company-profile.ts';

export interface StatementAsked {
  /** The company's id. */
  readonly company: string;
  /** The calendar year in which the fiscal year ends. */
  readonly fiscalYear: number;
  /** Another period of that fiscal year, where a change of its end makes two in one year. */
  readonly period?: Period;
  readonly scheme: string;
  /** One of the scheme's; absent: its first. */
  readonly reading?: string;
}

/** @throws Refusal `scheme-not-issued`, `scheme-not-computed`, `scheme-needs-corporate-tax` */
export function issuedScheme(scheme: string, profile: Pick<Profile, 'corporateTax'>): SchemeCode {
  const known = ruleSet.schemes.find(({ code }) => code === scheme);
  if (known?.use === 'comparator') {
    throw new Refusal('scheme-not-issued', {
      fr: 'Le CIR n’est ici qu’un comparateur : le personnel mis à disposition ne compte pas chez l’entreprise qui le prête (CE, 25 janvier 2017, n° 390652). Demandez « none », « mecenat-de-competences-238bis » ou « digital-commons-investor ».',
      en: "The CIR is only a comparator here: lent staff do not count at the company that lends them (CE, 25 January 2017, no. 390652). Ask for 'none', 'mecenat-de-competences-238bis' or 'digital-commons-investor'.",
    });
  }
  if (known === undefined) {
    const codes = ruleSet.schemes.flatMap(({ code, use }) => (use === 'statement' ? [code] : [])).join(', ');
    throw new Refusal('scheme-not-computed', {
      fr: `Le dispositif « ${scheme} » n’est pas calculé ici. Choisissez parmi : ${codes}.`,
      en: `The scheme '${scheme}' is not computed here. Choose one of: ${codes}.`,
    });
  }
  if (known.code !== 'none' && !profile.corporateTax) {
    throw new Refusal('scheme-needs-corporate-tax', {
      fr: 'Cet organisme ne paie pas l’impôt sur les sociétés : rien ne peut en être déduit. Demandez l’état de contribution, sans montant (« none »).',
      en: "This body pays no corporate tax: nothing can be deducted from it. Ask for the contribution statement, without amounts ('none').",
    });
  }
  return known.code;
}

/** @returns null for the scheme's first @throws Refusal `invalid-input` for a reading that the scheme does not have */
function readingOf(code: SchemeCode, asked: string | undefined): Reading | null {
  if (asked === undefined) return null;
  const { readings } = schemeOf(ruleSet, code);
  const reading = readings.find((one) => one === asked);
  if (reading !== undefined) return reading;
  const own = readings.join(', ');
  throw new Refusal('invalid-input', {
    fr: `« ${asked} » n’est pas une lecture du dispositif « ${code} ». ${own === '' ? 'Il n’en a pas : ne donnez pas de lecture.' : `Choisissez parmi : ${own}.`}`,
    en: `'${asked}' is not a reading of the scheme '${code}'. ${own === '' ? 'It has none: give no reading.' : `Choose one of: ${own}.`}`,
  });
}

/** @throws Refusal `invalid-input` for a period that ends in another calendar year: the number of the statement says which it is */
export function periodOf(
  { period, fiscalYear }: Pick<StatementAsked, 'period' | 'fiscalYear'>,
  profile: Profile,
): Period {
  if (period === undefined) return fiscalYearOf(profile, fiscalYear);
  if (period.to.slice(0, 4) === String(fiscalYear)) return period;
  throw new Refusal('invalid-input', {
    fr: `La période demandée se termine le ${period.to}, et l’exercice est celui qui finit en ${fiscalYear}. Accordez l’année et la période.`,
    en: `The period asked for ends on ${period.to}, and the fiscal year is the one that ends in ${fiscalYear}. Make year and period agree.`,
  });
}

export interface Meant {
  readonly profile: Profile;
  readonly scheme: SchemeCode;
  /** As asked for; null: the scheme's first, or none. */
  readonly reading: Reading | null;
  readonly period: Period;
}

/** @throws Refusal `unknown-company`, `invalid-input`, and those of `issuedScheme` */
export async function meantBy(company: BookState, asked: StatementAsked): Promise<Meant> {
  const profile = profileOfYear((await company.get('profile')) as unknown as ProfileView | null, asked.fiscalYear);
  const scheme = issuedScheme(asked.scheme, profile);
  const reading = readingOf(scheme, asked.reading);
  return { profile, scheme, reading, period: periodOf(asked, profile) };
}
