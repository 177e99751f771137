// A worked case of the research tax credit: as the proposal's, with young doctors, and the base in whole euros before its rate.
import type { CostSlice } from '../cost-base.ts';
import { isHeldOn } from '../figures/figure-at.ts';
import { researchCredit } from '../research-credit.ts';
import type { RuleSet } from '../rule-set.ts';
import { fiscalYearOf } from './accepted-time.ts';
import { complainAbout, readCirCase } from './case-fields.ts';
import type { LawCaseResult } from './case-result.ts';
import { type CaseRules, caseRules } from './case-rules.ts';
import { costOfCase } from './cost-of-case.ts';
import type { Complain } from './invalid-case.ts';

/** Days from 2025-02-15 on count as everybody's (law 2025-127, art. 55): by the day of the expense, not of the contract. */
function asYoungDoctor(slices: readonly CostSlice[], { figures }: CaseRules, complain: Complain): CostSlice[] {
  const marked = slices.map((slice) => ({
    ...slice,
    youngDoctor: isHeldOn(figures, 'youngDoctor.personnelMultiple', slice.day),
  }));
  if (marked.some(({ youngDoctor }) => youngDoctor)) return marked;
  throw complain('youngDoctor', {
    fr: 'le doublement des jeunes docteurs est abrogé depuis le 15 février 2025 (loi 2025-127, art. 55), et ce cas n’a pas de temps avant ce jour. Retirez ce champ.',
    en: 'the doubling for young doctors is repealed since 15 February 2025 (law 2025-127, art. 55), and this case has no time before that day. Remove this field.',
  });
}

/** @throws Refusal `invalid-declaration` naming the case and the field, `no-figures-for-period` */
export function computeCirCase(value: unknown, ruleSet: RuleSet): LawCaseResult {
  const lawCase = readCirCase(value);
  const { id, scheme, inputs } = lawCase;
  const rules = caseRules(ruleSet, 'cir-244-quater-b', inputs);
  const complain = complainAbout(lawCase);
  const { time, base } = costOfCase(inputs, rules, complain);
  const slices = inputs.youngDoctor === true ? asYoungDoctor(base.slices, rules, complain) : base.slices;
  const credit = researchCredit({ ...base, slices }, fiscalYearOf(inputs).to);
  return {
    id,
    scheme,
    ...time,
    baseCents: credit.baseCents,
    declaredBaseEuros: credit.declaredBaseEuros,
    ledgerCreditCents: credit.creditCents,
    declaredCreditEuros: credit.declaredEuros,
    declaredCreditCents: credit.declaredEuros * 100,
    steps: credit.steps,
  };
}
