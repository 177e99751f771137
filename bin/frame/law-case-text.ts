// A computed case in words: what counts, what was refused and why, then each legal gesture with its exact value.
import type { Language } from '../../lib/model/text.ts';
import type { LawCaseResult } from '../../lib/rules/law-case/case-result.ts';
import type { Standing } from '../../lib/rules/rule-set.ts';
import { standingTexts } from '../../lib/statement/verification-text.ts';
import { cents, euros, halfDays, minutes } from '../../web/parts/format.ts';
import { stepLines } from './step-lines.ts';
import { textTable } from './text-table.ts';

const words = {
  fr: {
    title: (id: string) => `Cas ${id}`,
    accepted: 'Temps retenu',
    rejected: 'Temps refusé',
    base: 'Assiette',
    declaredBase: 'Assiette arrondie à l’euro',
    credit: 'Montant calculé',
    declared: 'Arrondi à l’euro',
  },
  en: {
    title: (id: string) => `Case ${id}`,
    accepted: 'Time counted',
    rejected: 'Time refused',
    base: 'Base',
    declaredBase: 'Base rounded to the euro',
    credit: 'Amount computed',
    declared: 'Rounded to the euro',
  },
} as const;

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

/** @param standing of its scheme: no amount of a proposal stands without that word */
export function caseLines(result: LawCaseResult, standing: Standing | null, language: Language): string[] {
  const { title, base, declaredBase, credit, declared } = words[language];
  const { id, scheme, baseCents, declaredBaseEuros, ledgerCreditCents, declaredCreditEuros, steps } = result;
  return [
    `${title(id)}, ${scheme} (${standingTexts[standing ?? 'none'][language]})`,
    ...textTable([
      ...timeRows(result, language),
      [base, cents(language, baseCents)],
      ...(declaredBaseEuros === undefined ? [] : [[declaredBase, euros(language, declaredBaseEuros)]]),
      [credit, cents(language, ledgerCreditCents)],
      [declared, euros(language, declaredCreditEuros)],
    ]),
    ...stepLines(steps, 'compute --json', language),
  ];
}
