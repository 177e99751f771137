// The contribution statement: lines without cents.
import type { Computation, ComputationInput } from '../computation.ts';
import { parametersOf } from '../parameters.ts';
import { schemeOf } from '../rule-set.ts';
import { exactLines } from './exact-lines.ts';

export function computeNone({ ruleSet, people, period }: ComputationInput): Computation {
  const { code, standing } = schemeOf(ruleSet, 'none');
  return {
    scheme: code,
    standing,
    reading: null,
    period,
    steps: [],
    lines: exactLines(people, []).map(({ line }) => ({ ...line, costCents: null, baseCents: null })),
    paidTime: [],
    costCents: null,
    baseCents: null,
    creditCents: null,
    declaredEuros: null,
    parameters: parametersOf(ruleSet, code, null, period),
  };
}
