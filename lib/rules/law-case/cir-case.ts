// A worked case of the research tax credit: as the proposal's, with young doctors, and the base in whole euros before its rate.
import type { CostSlice } from '../cost-base.ts';
import type { Figure } from '../figures/figure.ts';
import { isHeldOn } from '../figures/figure-at.ts';
import { researchCredit } from '../research-credit.ts';
import type { RuleSet } from '../rule-set.ts';
import { fiscalYearOf } from './accepted-time.ts';
import { complainAbout, readCirCase } from './case-fields.ts';
import type { CaseFigures } from './case-result.ts';
import { caseRules } from './case-rules.ts';
import { costOfCase } from './cost-of-case.ts';

/** Days from 2025-02-15 on count as everybody's (law 2025-127, art. 55): by the day of the expense, not of the contract. */
const asYoungDoctor = (slices: readonly CostSlice[], figures: readonly Figure[]): CostSlice[] =>
  slices.map((slice) => ({
    ...slice,
    youngDoctor: isHeldOn(figures, 'youngDoctor.personnelMultiple', slice.day),
  }));

/** @throws Refusal `invalid-declaration` naming the case and the field, `no-figures-for-period` */
export function computeCirCase(value: unknown, ruleSet: RuleSet): CaseFigures {
  const lawCase = readCirCase(value);
  const { inputs } = lawCase;
  const rules = caseRules(ruleSet, 'cir-244-quater-b', inputs);
  const { time, base } = costOfCase(inputs, rules, complainAbout(lawCase));
  const slices = inputs.youngDoctor === true ? asYoungDoctor(base.slices, rules.figures) : base.slices;
  const credit = researchCredit({ ...base, slices }, fiscalYearOf(inputs).to);
  return {
    ...time,
    baseCents: credit.baseCents,
    declaredBaseEuros: credit.declaredBaseEuros,
    ledgerCreditCents: credit.creditCents,
    declaredCreditEuros: credit.declaredEuros,
    declaredCreditCents: credit.declaredEuros * 100,
    steps: credit.steps,
  };
}
