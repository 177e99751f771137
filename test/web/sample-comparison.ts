// Schemes side by side, for an invented company whose fiscal year ends in March, and for a body without corporate tax.
import { supportTexts } from '../../lib/model/support.ts';
import { netGainTexts } from '../../lib/rules/net-gain.ts';
import type { FinanceCompareView } from '../../web/finance-compare.ts';
import type { ComparedAmounts, ComparedScheme } from '../../web/parts/compared.ts';

const period = { from: '2025-04-01', to: '2026-03-31' };
const calendar = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
const rate = { rate: '25/100', certainty: 'M' };

const amounts = (
  baseCents: number,
  declaredEuros: number,
  cents: number,
  formula: keyof typeof netGainTexts,
): ComparedAmounts => ({
  ...{ baseCents, declaredEuros },
  net: { cents, says: netGainTexts[formula], certainty: 'P', corporateTax: formula === 'kept' ? null : rate },
});

const waits = { fr: 'La fondation n’a pas encore répondu.', en: 'The foundation has not answered yet.' };

const row = (scheme: string, reading: string | null, changed: Partial<ComparedScheme>): ComparedScheme => ({
  ...{ scheme, reading, period, support: 'foundation', counted: { minutes: 52_000, halfDays: 16 } },
  notCounted: [{ state: 'awaiting', minutes: 3_600, halfDays: 3, says: waits }],
  ...{ costCents: 3_120_000, relief: null, simulation: null, missing: null, note: null },
  ...changed,
});

const missing = {
  fr: 'Le chiffre d’affaires de l’exercice manque. Donnez-le avec « communs fiscal-year ».',
  en: "The year's turnover is missing. Give it with 'communs fiscal-year'.",
};
const note = {
  fr: 'Le personnel mis à disposition ne peut très probablement pas entrer dans ce crédit.',
  en: 'Lent staff very probably cannot enter this credit.',
};

const of = (company: FinanceCompareView['company'], compared: FinanceCompareView['compared']): FinanceCompareView => ({
  ...{ company, years: [2026, 2025], support: null, supports: supportTexts, compared },
});

export const sampleComparison = of(
  { id: 'co-rail', siren: '999001001', name: 'Rail Exemple' },
  {
    ...{ fiscalYear: 2026, period, paysCorporateTax: true, timeOnly: [] },
    proposed: [
      row('digital-commons-investor', 'credit', { simulation: amounts(4_368_000, 13_104, 1_310_400, 'kept') }),
      row('digital-commons-investor', 'deduction', { simulation: amounts(4_368_000, 10_920, 1_092_000, 'deducted') }),
    ],
    inForce: [
      row('mecenat-de-competences-238bis', 'month-of-secondment', {
        relief: amounts(3_120_000, 18_720, 1_092_000, 'givenAway'),
      }),
      row('mecenat-de-competences-238bis', 'prorata-time', {
        relief: amounts(2_980_000, 17_880, 1_043_000, 'givenAway'),
      }),
      row('mecenat-de-competences-238bis', 'annual-flat', { costCents: null, missing }),
      row('mecenat-de-competences-238bis', 'monthly-flat-year', {
        relief: amounts(1_201_500, 7_209, -42_025, 'givenAway'),
      }),
    ],
    comparators: [
      row('cir-244-quater-b', 'credit', {
        ...{ period: calendar(2025), support: 'declared', note, relief: amounts(4_368_000, 13_104, 1_310_400, 'kept') },
      }),
      row('cir-244-quater-b', 'credit', {
        ...{ period: calendar(2026), support: 'declared', note, counted: null, costCents: null, missing },
      }),
    ],
  },
);

export const sampleTimeOnly = of(
  { id: 'co-mobility', siren: '999001746', name: 'Mobilité Exemple' },
  {
    ...{ fiscalYear: 2026, period, paysCorporateTax: false, proposed: [], inForce: [], comparators: [] },
    timeOnly: [row('none', null, { costCents: null })],
  },
);

export const sampleNothing = of({ id: 'co-bank', siren: '999001373', name: 'Banque Fictive' }, null);
