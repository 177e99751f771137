// The proposed status: staff cost of the counted time by slice of days, the base, and what it would be worth.
import {
  centsOfEuros,
  divide,
  eurosOfCents,
  type Fraction,
  multiply,
  splitCents,
  sum,
  zero,
} from '../../model/fraction.ts';
import type { Computation, ComputationInput } from '../computation.ts';
import { ratioAt } from '../figures/figure-at.ts';
import { refuseMissingPay } from '../missing-pay.ts';
import { parametersOf } from '../parameters.ts';
import { figuresOf, type InvestorReading, schemeOf } from '../rule-set.ts';
import { simulateInvestor } from '../simulate-investor.ts';
import { periodLabel, slicesOf } from '../slices.ts';
import { type ExactLine, exactLines } from './exact-lines.ts';
import { timeUnderPay } from './time-under-pay.ts';

export function computeInvestor(input: ComputationInput, reading: InvestorReading): Computation {
  const { ruleSet, period, people } = input;
  const { code, standing } = schemeOf(ruleSet, 'digital-commons-investor');
  const figures = figuresOf(ruleSet, code);
  refuseMissingPay(people);
  const slices = slicesOf(figures, 'operatingFlatRate', period);
  const lines = exactLines(people, slices);
  const simulation = simulateInvestor({
    figures,
    slices: slices.map((slice, at) => ({
      label: periodLabel(slice),
      day: slice.from,
      personnel: sum(lines.map(({ costs }) => costs[at]!)),
    })),
    received: eurosOfCents(input.subsidiesCents + input.reimbursementsCents),
    repaidAdvances: zero,
    reading,
    fiscalYearEnd: period.to,
  });
  // A line's share of the base is its share of the base before subsidies: nobody says whose work a subsidy paid for.
  const { grossBase, netBase } = simulation;
  const keptShare = grossBase.num === 0n ? zero : divide(netBase, grossBase);
  const grossOf = ({ costs }: ExactLine): Fraction =>
    sum(costs.flatMap((cost, at) => [cost, multiply(cost, ratioAt(figures, 'operatingFlatRate', slices[at]!.from))]));
  const costCents = splitCents(lines.map(({ costs }) => sum(costs)));
  const baseCents = splitCents(lines.map((line) => multiply(grossOf(line), keptShare)));
  return {
    scheme: code,
    standing,
    reading,
    period,
    steps: simulation.steps,
    lines: lines.map(({ line }, at) => ({ ...line, costCents: costCents[at]!, baseCents: baseCents[at]! })),
    paidTime: timeUnderPay(people, slices),
    costCents: centsOfEuros(simulation.personnel),
    baseCents: simulation.baseCents,
    creditCents: simulation.creditCents,
    declaredEuros: simulation.declaredEuros,
    parameters: parametersOf(ruleSet, code, reading, period),
  };
}
