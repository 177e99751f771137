// A worked case of the contribution statement: the time that counts and what was refused, without any amount.
import type { RuleSet } from '../rule-set.ts';
import { complainAbout, readCase } from './case-fields.ts';
import type { CaseFigures } from './case-result.ts';
import { caseRules } from './case-rules.ts';
import { timeOf } from './cost-of-case.ts';
import { needed } from './invalid-case.ts';

/** @throws Refusal `invalid-declaration` naming the case and the field, `no-figures-for-period` */
export function computeNoneCase(value: unknown, ruleSet: RuleSet): CaseFigures {
  const lawCase = readCase(value);
  const { inputs } = lawCase;
  const complain = complainAbout(lawCase);
  const { slices, fields } = timeOf(inputs, caseRules(ruleSet, 'none', inputs), complain);
  needed(slices ?? undefined, 'acceptedMinutes', complain);
  return { ...fields, steps: [] };
}
