// The research tax credit of one calendar year (CGI 244 quater B), for comparison: the base goes to whole euros before its rate.
import type { Day } from '../model/calendar.ts';
import { centsOfEuros, safeNumber, wholeEuros } from '../model/fraction.ts';
import { asLaw, type CostBase, type CostBaseInput, costBase } from './cost-base.ts';
import { explainedCredit } from './credit-step.ts';
import { law2025 } from './figures/cir-244-quater-b.ts';
import { declaredBaseFrom20200101 } from './formulas/declared-base.ts';
import type { Step } from './step.ts';

export interface ResearchCredit extends CostBase {
  /** The exact base to the cent: what lines add up to. */
  readonly baseCents: number;
  /** The base in whole euros, which the rate is applied to. */
  readonly declaredBaseEuros: number;
  readonly creditCents: number;
  readonly declaredEuros: number;
}

/** Which money received comes off the base, as the law stands at the end of the year (art. 58: aid of private bodies too). */
function saysNetBase(step: Step, yearEnd: Day): Step {
  if (yearEnd < law2025)
    return { ...step, fr: `${step.fr} ; subventions publiques`, en: `${step.en}; subsidies of public bodies` };
  return {
    ...step,
    fr: `${step.fr} ; subventions publiques et, depuis le 15 février 2025, celles d’organismes privés chargés d’un service public`,
    en: `${step.en}; subsidies of public bodies and, since 15 February 2025, of private ones entrusted with a public service`,
  };
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
    steps: [...base.steps.map((one) => (one.name === 'netBase' ? saysNetBase(one, yearEnd) : one)), rounded],
    baseCents: centsOfEuros(base.netBase),
    declaredBaseEuros: safeNumber(declaredBase.num),
    creditCents: centsOfEuros(credit.euros),
    declaredEuros: wholeEuros(credit.euros),
  };
}
