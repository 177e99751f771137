// A worked case of the proposed status: the time that counts, its cost, the base, what it would be worth.
import type { RuleSet } from '../rule-set.ts';
import { simulateInvestor } from '../simulate-investor.ts';
import { fiscalYearOf } from './accepted-time.ts';
import { complainAbout, readCase } from './case-fields.ts';
import type { CaseFigures } from './case-result.ts';
import { caseRules } from './case-rules.ts';
import { costOfCase } from './cost-of-case.ts';

/** @throws Refusal `invalid-declaration` naming the case and the field, `no-figures-for-period` */
export function computeInvestorCase(value: unknown, ruleSet: RuleSet): CaseFigures {
  const lawCase = readCase(value);
  const { inputs } = lawCase;
  const rules = caseRules(ruleSet, 'digital-commons-investor', inputs);
  const { time, base } = costOfCase(inputs, rules, complainAbout(lawCase));
  const simulation = simulateInvestor({ ...base, reading: 'credit', fiscalYearEnd: fiscalYearOf(inputs).to });
  return {
    ...time,
    baseCents: simulation.baseCents,
    ledgerCreditCents: simulation.creditCents,
    declaredCreditEuros: simulation.declaredEuros,
    declaredCreditCents: simulation.declaredEuros * 100,
    steps: simulation.steps,
  };
}
