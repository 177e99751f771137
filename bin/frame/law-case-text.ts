// A computed case in words: what counts, what was refused and why, then each legal gesture with its exact value.
import { cents, euros, halfDays, minutes } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import { labelFields } from '../../lib/rules/law-case/case-labels.ts';
import type { LawCaseResult } from '../../lib/rules/law-case/case-result.ts';
import type { Standing } from '../../lib/rules/rule-set.ts';
import { standingTexts } from '../../lib/statement/verification-text.ts';
import { stepLines } from './step-lines.ts';
import { textTable } from './text-table.ts';

const words = {
  fr: {
    title: (id: string) => `Cas ${id}`,
    accepted: 'Temps retenu',
    rejected: 'Temps refusé',
    base: 'Assiette',
    gift: 'Valeur du don',
    carried: 'Reporté sur les exercices suivants',
    declaredBase: 'Assiette arrondie à l’euro',
    credit: 'Montant calculé',
    declared: 'Arrondi à l’euro',
  },
  en: {
    title: (id: string) => `Case ${id}`,
    accepted: 'Time counted',
    rejected: 'Time refused',
    base: 'Base',
    gift: 'Value of the gift',
    carried: 'Carried to the following years',
    declaredBase: 'Base rounded to the euro',
    credit: 'Amount computed',
    declared: 'Rounded to the euro',
  },
} as const;

/** As the case calls them: a label is a text, or whatever else it wrote. */
const labelRows = (result: LawCaseResult): string[][] =>
  labelFields.flatMap((field) => {
    const label = result[field];
    return label === undefined ? [] : [[field, typeof label === 'string' ? label : JSON.stringify(label)]];
  });

function timeRows(result: LawCaseResult, language: Language): string[][] {
  const { accepted, rejected } = words[language];
  const { acceptedMinutes, rejectedMinutes = [], acceptedHalfDays, rejectedHalfDays = [] } = result;
  const refusedHalfDays =
    typeof rejectedHalfDays === 'number' ? [{ halfDays: rejectedHalfDays, reason: '' }] : rejectedHalfDays;
  return [
    ...(acceptedMinutes === undefined ? [] : [[accepted, minutes(language, acceptedMinutes)]]),
    ...rejectedMinutes.map((each) => [
      rejected,
      `${minutes(language, each.minutes)} ${each.reason} ${each.date ?? ''}`,
    ]),
    ...(acceptedHalfDays === undefined ? [] : [[accepted, halfDays(language, acceptedHalfDays)]]),
    ...refusedHalfDays.map((each) => [rejected, `${halfDays(language, each.halfDays)} ${each.reason}`]),
  ];
}

/** A field that the case gives no ground for is left out. */
function amountRows(result: LawCaseResult, language: Language): string[][] {
  const { base, declaredBase, gift, carried, credit, declared } = words[language];
  const {
    baseCents,
    declaredBaseEuros,
    donationValueCents,
    carriedForwardCents,
    ledgerCreditCents,
    declaredCreditEuros,
  } = result;
  const row = (name: string, amount: number | undefined): string[][] =>
    amount === undefined ? [] : [[name, cents(language, amount)]];
  return [
    ...(donationValueCents === undefined ? row(base, baseCents) : row(gift, donationValueCents)),
    ...(declaredBaseEuros === undefined ? [] : [[declaredBase, euros(language, declaredBaseEuros)]]),
    ...row(carried, carriedForwardCents),
    ...row(credit, ledgerCreditCents),
    ...(declaredCreditEuros === undefined ? [] : [[declared, euros(language, declaredCreditEuros)]]),
  ];
}

/** One row a fiscal year, where there are several. */
function yearRows({ years = [] }: LawCaseResult, language: Language): string[][] {
  const { credit } = words[language];
  return years.length < 2
    ? []
    : years.map((year) => [`${credit}, ${year.fiscalYear}`, cents(language, year.reductionCents)]);
}

/** @param standing of its scheme: no amount of a proposal stands without that word */
export function caseLines(result: LawCaseResult, standing: Standing | null, language: Language): string[] {
  const { id, scheme, title, steps } = result;
  return [
    `${words[language].title(id)}, ${scheme} (${standingTexts[standing ?? 'none'][language]})`,
    ...(title === undefined ? [] : [title]),
    ...textTable([
      ...labelRows(result),
      ...timeRows(result, language),
      ...amountRows(result, language),
      ...yearRows(result, language),
    ]),
    ...stepLines(steps, 'compute --json', language),
  ];
}
