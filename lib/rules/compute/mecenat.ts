// Gifts of skills (mécénat): each person's cost by month under her own cap, then the company's year: ceiling, excesses of earlier years, reduction.
import { type Day, lastDayOf, type Month, monthOf, monthsOf, type Period } from '../../model/calendar.ts';
import {
  centsOfEuros,
  divide,
  eurosOfCents,
  exact,
  type Fraction,
  fraction,
  greater,
  lesser,
  multiply,
  splitCents,
  sum,
  wholeEuros,
  zero,
} from '../../model/fraction.ts';
import { byText } from '../by-text.ts';
import type { Computation, ComputationInput, ComputedPerson } from '../computation.ts';
import type { Figure } from '../figures/figure.ts';
import { giftValueFrom20191231 } from '../formulas/gift-value.ts';
import { type CappedCost, cappedCosts } from '../gift/capped-costs.ts';
import { excessOfCents, giftFigures } from '../gift/gift-figures.ts';
import { reimbursedStep, retainedOfPeopleStep, singleYearSteps } from '../gift/gift-steps.ts';
import { type GiftYear, giftYear } from '../gift/gift-year.ts';
import { missingTurnover } from '../gift/missing-turnover.ts';
import { refuseMissingPay } from '../missing-pay.ts';
import { parametersOf } from '../parameters.ts';
import { type CapReading, figuresOf, schemeOf } from '../rule-set.ts';
import { type ExactLine, exactLines } from './exact-lines.ts';
import { timeUnderPay } from './time-under-pay.ts';

/** The months of the fiscal year, its first and last cut at its ends. */
const monthSlices = (period: Period): Period[] =>
  monthsOf(period).map((month) => ({
    from: month === monthOf(period.from) ? period.from : `${month}-01`,
    to: month === monthOf(period.to) ? period.to : lastDayOf(month),
  }));

/**
 * Her seconded share in a month: on the day of counted time on which her secondments together take the most of it.
 * @throws Error (a fault) where time counts outside any secondment: the assessment refuses it
 */
function shareIn({ developer, counted, seconded = [] }: ComputedPerson, month: Month): Fraction {
  const days = new Set(counted.flatMap(({ day }) => (monthOf(day) === month ? [day] : [])));
  const shares = [...days].map((day) =>
    sum(seconded.flatMap(({ from, to, share }) => (from <= day && (to === null || day <= to) ? [exact(share)] : []))),
  );
  const most = shares.reduce(greater, zero);
  if (most.num === 0n) throw new Error(`compute: time of ${developer} in ${month} outside any secondment`);
  return lesser(fraction(1), most);
}

/** One person: what each month cost, within her cap. */
function cappedOf(
  person: ComputedPerson,
  lines: readonly ExactLine[],
  months: readonly Month[],
  input: { readonly figures: readonly Figure[]; readonly reading: CapReading; readonly period: Period },
): readonly CappedCost[] {
  const costs = months
    .map((month, at) => ({ month, cost: sum(lines.map((line) => line.costs[at]!)) }))
    .filter(({ cost }) => cost.num > 0n)
    .map(({ month, cost }) => ({
      months: [month],
      cost,
      share: input.reading === 'prorata-time' ? shareIn(person, month) : fraction(1),
    }));
  return cappedCosts(input.figures, input.reading, costs, input.period);
}

/** What is kept of each euro of a month's cost: the cap cuts all her projects alike. */
function keptShares(capped: readonly CappedCost[], months: readonly Month[]): Fraction[] {
  const ofLabel = new Map(capped.map(({ label, cost, retained }) => [label, divide(retained, cost)]));
  return months.map((month) => ofLabel.get(month) ?? ofLabel.get(month.slice(0, 4)) ?? zero);
}

/** Added over people and over the months of a calendar year: steps are read at every level, and where few are lent a month of theirs is somebody's pay. */
function retainedSteps(capped: readonly CappedCost[]) {
  const ofYear = Map.groupBy(capped, ({ label }) => label.slice(0, 4));
  return [...ofYear]
    .sort(([a], [b]) => byText(a, b))
    .map(([year, all]) => retainedOfPeopleStep(year, sum(all.map(({ retained }) => retained))));
}

const originsUsed = ({ uses }: GiftYear): Day[] =>
  uses.flatMap(({ excess, used }) => (used.num > 0n ? [excess.origin] : []));

/** @throws Refusal `missing-pay`, `missing-time-base`, `missing-turnover`, `no-figures-for-period` */
export function computeMecenat(input: ComputationInput, reading: CapReading): Computation {
  const { ruleSet, period, people, giftYear: stated } = input;
  const { code, standing } = schemeOf(ruleSet, 'mecenat-de-competences-238bis');
  const figures = figuresOf(ruleSet, code);
  if (stated === undefined) throw missingTurnover(period);
  refuseMissingPay(people);
  const months = monthsOf(period);
  const slices = monthSlices(period);
  const lines = exactLines(people, slices);
  const linesOf = Map.groupBy(lines, ({ line }) => line.developer);
  const cappedBy = new Map(
    people.map((person) => [
      person.developer,
      cappedOf(person, linesOf.get(person.developer) ?? [], months, { figures, reading, period }),
    ]),
  );
  const keptBy = new Map([...cappedBy].map(([developer, capped]) => [developer, keptShares(capped, months)]));
  const retainedOf = ({ line, costs }: ExactLine): Fraction =>
    sum(costs.map((cost, at) => multiply(cost, keptBy.get(line.developer)![at]!)));
  const capped = [...cappedBy.values()].flat();
  const reimbursed = eurosOfCents(input.reimbursementsCents);
  const value = giftValueFrom20191231(sum(capped.map(({ retained }) => retained)), reimbursed);
  const year = giftYear({
    ...{ figures, end: period.to, value },
    turnover: eurosOfCents(stated.turnoverCents),
    excesses: stated.carryIn.map(excessOfCents),
  });
  const costCents = splitCents(lines.map(({ costs }) => sum(costs)));
  // A line's share of the value is its share of what was kept: nobody says whose work was paid back.
  const baseCents = splitCents(lines.map(retainedOf), value);
  return {
    scheme: code,
    standing,
    reading,
    period,
    steps: [
      ...retainedSteps(capped),
      ...(reimbursed.num === 0n ? [] : [reimbursedStep(reimbursed)]),
      ...singleYearSteps(year),
    ],
    lines: lines.map(({ line }, at) => ({ ...line, costCents: costCents[at]!, baseCents: baseCents[at]! })),
    paidTime: timeUnderPay(lines, slices),
    costCents: centsOfEuros(sum(lines.flatMap(({ costs }) => costs))),
    baseCents: centsOfEuros(year.value),
    creditCents: centsOfEuros(year.reduction),
    declaredEuros: wholeEuros(year.reduction),
    gift: giftFigures(stated.turnoverCents, year),
    parameters: parametersOf(ruleSet, code, reading, period, originsUsed(year)),
  };
}
