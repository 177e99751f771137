// The proposed status: staff cost of the counted time by slice of days, the base, and what it would be worth.
import { centsOfEuros, eurosOfCents, zero } from '../../model/fraction.ts';
import type { Computation, ComputationInput } from '../computation.ts';
import { refuseMissingPay } from '../missing-pay.ts';
import { parametersOf } from '../parameters.ts';
import { figuresOf, type InvestorReading, schemeOf } from '../rule-set.ts';
import { simulateInvestor } from '../simulate-investor.ts';
import { slicesOf } from '../slices.ts';
import { costSlices, exactLines } from './exact-lines.ts';
import { pricedLines } from './priced-lines.ts';
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
    slices: costSlices(lines, slices),
    received: eurosOfCents(input.subsidiesCents + input.reimbursementsCents),
    repaidAdvances: zero,
    reading,
    fiscalYearEnd: period.to,
  });
  return {
    scheme: code,
    standing,
    reading,
    period,
    steps: simulation.steps,
    lines: pricedLines(lines, slices, figures, simulation),
    paidTime: timeUnderPay(lines, slices),
    costCents: centsOfEuros(simulation.personnel),
    baseCents: simulation.baseCents,
    creditCents: simulation.creditCents,
    declaredEuros: simulation.declaredEuros,
    parameters: parametersOf(ruleSet, code, reading, period),
  };
}
