// The research tax credit on the counted time of one calendar year: what it would come to, in previews only (docs/decisions/0011).
import { centsOfEuros, eurosOfCents, zero } from '../../model/fraction.ts';
import type { Computation, ComputationInput } from '../computation.ts';
import { refuseMissingPay } from '../missing-pay.ts';
import { parametersOf } from '../parameters.ts';
import { researchCredit } from '../research-credit.ts';
import { figuresOf, schemeOf } from '../rule-set.ts';
import { periodLabel, slicesOf } from '../slices.ts';
import { costSlices, exactLines } from './exact-lines.ts';
import { pricedLines } from './priced-lines.ts';
import { timeUnderPay } from './time-under-pay.ts';

/** @throws Error (a fault) for a period that is no calendar year (CGI annexe III, 49 septies J) */
export function computeCir(input: ComputationInput): Computation {
  const { ruleSet, period, people } = input;
  if (periodLabel(period).length !== 4) throw new Error(`compute: ${period.from}..${period.to} is no calendar year`);
  const { code, standing } = schemeOf(ruleSet, 'cir-244-quater-b');
  const figures = figuresOf(ruleSet, code);
  refuseMissingPay(people);
  const slices = slicesOf(figures, 'operatingFlatRate', period);
  const lines = exactLines(people, slices);
  const credit = researchCredit(
    {
      figures,
      slices: costSlices(lines, slices),
      received: eurosOfCents(input.subsidiesCents + input.reimbursementsCents),
      repaidAdvances: zero,
    },
    period.to,
  );
  return {
    scheme: code,
    standing,
    reading: 'credit',
    period,
    steps: credit.steps,
    lines: pricedLines(lines, slices, figures, credit),
    paidTime: timeUnderPay(lines, slices),
    costCents: centsOfEuros(credit.personnel),
    baseCents: credit.baseCents,
    creditCents: credit.creditCents,
    declaredEuros: credit.declaredEuros,
    parameters: parametersOf(ruleSet, code, 'credit', period),
  };
}
