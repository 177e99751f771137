// The proposed status, computed: staff cost by slice of days, operating flat rate, base, then its worth under one reading. A simulation, never law.
import type { Day } from '../model/calendar.ts';
import { centsOfEuros, type Fraction, fractionText, wholeEuros } from '../model/fraction.ts';
import { asModel, type CostBase, type CostBaseInput, costBase } from './cost-base.ts';
import { explainedCredit } from './credit-step.ts';
import { ratioAt } from './figures/figure-at.ts';
import { deductionFrom20220101 } from './formulas/deduction.ts';
import type { InvestorReading } from './rule-set.ts';
import { type Step, step } from './step.ts';

export interface InvestorInput extends CostBaseInput {
  readonly reading: InvestorReading;
  /** Picks rates and threshold. */
  readonly fiscalYearEnd: Day;
}

export interface InvestorSimulation extends CostBase {
  readonly baseCents: number;
  /** The exact worth rounded to the cent, for the ledger. */
  readonly creditCents: number;
  /** The exact worth rounded to the euro, as a return would carry it. */
  readonly declaredEuros: number;
}

function worth(input: InvestorInput, base: Fraction): { euros: Fraction; step: Step } {
  const { figures, fiscalYearEnd } = input;
  if (input.reading === 'credit') return explainedCredit(base, figures, fiscalYearEnd, asModel);
  const rate = ratioAt(figures, 'corporateTaxRate', fiscalYearEnd);
  const euros = deductionFrom20220101(base, rate);
  const says = {
    fr: `Valeur de la déduction supplémentaire : assiette × ${fractionText(rate)}`,
    en: `Worth of the additional deduction: base × ${fractionText(rate)}`,
  };
  return { euros, step: step('deductionExact', euros, 'CGI 219, I', says) };
}

/**
 * @returns the trace of every legal gesture in order, and the totals, each rounded once from its exact value
 * @throws Refusal `no-figures-for-period` where a slice or the fiscal year is outside the figures
 */
export function simulateInvestor(input: InvestorInput): InvestorSimulation {
  const base = costBase(input, asModel);
  const relief = worth(input, base.netBase);
  return {
    ...base,
    steps: [...base.steps, relief.step],
    baseCents: centsOfEuros(base.netBase),
    creditCents: centsOfEuros(relief.euros),
    declaredEuros: wholeEuros(relief.euros),
  };
}
