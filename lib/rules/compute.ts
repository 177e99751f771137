// What the counted time is worth under a scheme: exact fractions to the last step, lines that add up to the cent.
import { isWithin, type Period } from '../model/calendar.ts';
import {
  centsOfEuros,
  divide,
  eurosOfCents,
  type Fraction,
  multiply,
  splitCents,
  sum,
  zero,
} from '../model/fraction.ts';
import { byText } from './by-text.ts';
import type { Computation, ComputationInput, ComputationLine, ComputedPerson, CountedTime } from './computation.ts';
import { ratioAt } from './figures/figure-at.ts';
import { shareOfCost } from './formulas/personnel.ts';
import { payOf, refuseMissingPay } from './missing-pay.ts';
import { parametersOf } from './parameters.ts';
import type { Scheme, SchemeCode } from './rule-set.ts';
import { simulateInvestor } from './simulate-investor.ts';
import { periodLabel, slicesOf } from './slices.ts';

/** A line before its cents: exact cost and gross base. */
interface ExactLine {
  readonly line: Omit<ComputationLine, 'costCents' | 'baseCents'>;
  /** Staff cost in each slice, exact euros. */
  readonly costs: readonly Fraction[];
}

const schemeOf = (input: ComputationInput, code: SchemeCode): Scheme => {
  const scheme = input.ruleSet.schemes.find((candidate) => candidate.code === code);
  if (scheme === undefined) throw new Error(`compute: the rule set has no scheme ${code}`);
  return scheme;
};

function checkPeople({ people, period }: ComputationInput): void {
  const developers = new Set(people.map(({ developer }) => developer));
  if (developers.size !== people.length) throw new Error('compute: a developer is there twice');
  const outside = people.flatMap(({ counted }) => counted).find(({ day }) => !isWithin(day, period));
  if (outside !== undefined) throw new Error(`compute: ${outside.day} is outside ${period.from}..${period.to}`);
}

/** Cost × time ÷ base, pay by pay: the time of one pay is added up before it is divided. */
function costOf(person: ComputedPerson, times: readonly CountedTime[]): Fraction {
  const shares = Map.groupBy(times, (time) => payOf(person, time)).entries();
  return sum(
    shares.map(([pay, ofPay]) => {
      const counted = ofPay.reduce((total, { amount }) => total + amount, 0);
      const share = shareOfCost(pay?.eligibleCostCents ?? 0, counted, pay?.timeBase?.amount ?? 0);
      if (share === null) throw new Error(`compute: time of ${person.developer} over no time base`);
      return share;
    }),
  );
}

function linesOf(input: ComputationInput, slices: readonly Period[], withCosts: boolean): ExactLine[] {
  return input.people
    .toSorted((a, b) => byText(a.developer, b.developer))
    .flatMap((person) => {
      const counted = person.counted.filter(({ amount }) => amount > 0);
      const groups = Map.groupBy(counted, ({ project, unit }) => JSON.stringify([project, unit]));
      return [...groups.entries()]
        .sort(([a], [b]) => byText(a, b))
        .map(([, times]): ExactLine => {
          const { project, unit } = times[0]!;
          const amount = times.reduce((total, time) => total + time.amount, 0);
          const costs = slices.map((slice) =>
            withCosts
              ? costOf(
                  person,
                  times.filter(({ day }) => isWithin(day, slice)),
                )
              : zero,
          );
          return { line: { developer: person.developer, project, unit, amount }, costs };
        });
    });
}

function computeNone(input: ComputationInput): Computation {
  const scheme = schemeOf(input, 'none');
  const lines = linesOf(input, [input.period], false);
  return {
    scheme: scheme.code,
    standing: scheme.standing,
    reading: null,
    period: input.period,
    steps: [],
    lines: lines.map(({ line }) => ({ ...line, costCents: null, baseCents: null })),
    costCents: null,
    baseCents: null,
    creditCents: null,
    declaredEuros: null,
    parameters: parametersOf(input.ruleSet.figures, scheme, null, input.period),
  };
}

function computeInvestor(input: ComputationInput): Computation {
  const { figures } = input.ruleSet;
  const { period, reading } = input;
  const scheme = schemeOf(input, 'digital-commons-investor');
  refuseMissingPay(input.people);
  const slices = slicesOf(figures, 'operatingFlatRate', period);
  const lines = linesOf(input, slices, true);
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
    scheme: scheme.code,
    standing: scheme.standing,
    reading,
    period,
    steps: simulation.steps,
    lines: lines.map(({ line }, at) => ({ ...line, costCents: costCents[at]!, baseCents: baseCents[at]! })),
    costCents: centsOfEuros(simulation.personnel),
    baseCents: simulation.baseCents,
    creditCents: simulation.creditCents,
    declaredEuros: simulation.declaredEuros,
    parameters: parametersOf(figures, scheme, reading, period),
  };
}

/**
 * @param input people in any order; counted time inside the period
 * @returns the explained computation: equal for equal input in any order, and canonical JSON as it stands (`computationJson`)
 * @throws Refusal `missing-pay`, `missing-time-base`, `no-figures-for-period`
 */
export function compute(input: ComputationInput): Computation {
  checkPeople(input);
  return input.scheme === 'none' ? computeNone(input) : computeInvestor(input);
}
