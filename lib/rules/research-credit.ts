// The research tax credit of one calendar year (CGI 244 quater B), for comparison: the base goes to whole euros before its rate.
import type { Day } from '../model/calendar.ts';
import { centsOfEuros, safeNumber, wholeEuros } from '../model/fraction.ts';
import { asLaw, type CostBase, type CostBaseInput, costBase } from './cost-base.ts';
import { explainedCredit } from './credit-step.ts';
import { declaredBaseFrom20200101 } from './formulas/declared-base.ts';

export interface ResearchCredit extends CostBase {
  /** The exact base to the cent: what lines add up to. */
  readonly baseCents: number;
  /** The base in whole euros, which the rate is applied to. */
  readonly declaredBaseEuros: number;
  readonly creditCents: number;
  readonly declaredEuros: number;
}

/**
 * @param yearEnd picks rates and threshold: the credit is of a calendar year, whatever the fiscal year
 * @throws Refusal `no-figures-for-period`
 */
export function researchCredit(input: CostBaseInput, yearEnd: Day): ResearchCredit {
  const base = costBase(input, asLaw);
  const declaredBase = declaredBaseFrom20200101(base.netBase);
  const credit = explainedCredit(declaredBase, input.figures, yearEnd, asLaw);
  const { fr, en } = credit.step;
  const rounded = {
    ...credit.step,
    fr: `${fr} ; assiette arrondie d’abord à l’euro`,
    en: `${en}; the base first goes to the whole euro`,
  };
  return {
    ...base,
    steps: [...base.steps, rounded],
    baseCents: centsOfEuros(base.netBase),
    declaredBaseEuros: safeNumber(declaredBase.num),
    creditCents: centsOfEuros(credit.euros),
    declaredEuros: wholeEuros(credit.euros),
  };
}
