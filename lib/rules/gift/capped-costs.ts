// The value of a gift of skills: what one lent person cost, held against three social-security ceilings under one of four readings.
import { type Month, monthsOf, type Period } from '../../model/calendar.ts';
import { eurosOfCents, type Fraction, fraction, multiply, sum } from '../../model/fraction.ts';
import type { Figure } from '../figures/figure.ts';
import { wholeAt } from '../figures/figure-at.ts';
import { cappedFrom20200101, monthlyCapFrom20200101 } from '../formulas/salary-cap.ts';
import type { CapReading } from '../rule-set.ts';

/** What a person cost in one month; in several where nobody says how her time lies inside them. */
export interface MonthlyCost {
  /** Of one calendar year, in order. */
  readonly months: readonly Month[];
  /** Exact euros. */
  readonly cost: Fraction;
  /** Seconded share of her time, above 0 and at most 1: only `prorata-time` asks. */
  readonly share: Fraction;
}

/** A cost and its cap: a month, or a calendar year under the yearly readings. */
export interface CappedCost {
  /** `2026-01`, `2026-01..2026-03`, or `2026`. */
  readonly label: string;
  readonly cost: Fraction;
  readonly cap: Fraction;
  readonly retained: Fraction;
}

const capped = (label: string, cost: Fraction, cap: Fraction): CappedCost => ({
  ...{ label, cost, cap },
  retained: cappedFrom20200101(cost, cap),
});

const firstDay = (month: Month): string => `${month}-01`;

function monthlyCap(figures: readonly Figure[], month: Month): Fraction {
  const pmss = eurosOfCents(wholeAt(figures, 'pmssCents', firstDay(month)));
  return monthlyCapFrom20200101(pmss, wholeAt(figures, 'salaryCap.multiple', firstDay(month)));
}

export const monthsLabel = (months: readonly Month[]): string =>
  months.length === 1 ? months[0]! : `${months[0]}..${months.at(-1)}`;

/** Several months together are held against the sum of their caps. */
const byMonth = (figures: readonly Figure[], costs: readonly MonthlyCost[], isProrata: boolean): CappedCost[] =>
  costs.map(({ months, cost, share }) => {
    const cap = sum(months.map((month) => monthlyCap(figures, month)));
    return capped(monthsLabel(months), cost, isProrata ? multiply(cap, share) : cap);
  });

/**
 * A year's cap is that of a calendar year. A fiscal year that holds only some of its months holds as many twelfths of it, so that two fiscal years together
 * keep no more than one cap; a month that the end of a fiscal year cuts in two stands in both.
 */
function byYear(
  figures: readonly Figure[],
  costs: readonly MonthlyCost[],
  monthsInYear: number,
  fiscalYear: Period,
): CappedCost[] {
  const held = monthsOf(fiscalYear);
  const years = Map.groupBy(costs, ({ months }) => months[0]!.slice(0, 4));
  return [...years].map(([year, ofYear]) => {
    const inside = held.filter((month) => month.startsWith(`${year}-`)).length;
    const cap = multiply(monthlyCap(figures, ofYear[0]!.months[0]!), fraction(monthsInYear * inside, 12));
    return capped(year, sum(ofYear.map(({ cost }) => cost)), cap);
  });
}

/**
 * @param costs of one person, in order of month
 * @param fiscalYear both ends included
 * @throws Refusal `no-figures-for-period` for a month whose ceiling is not known
 */
export function cappedCosts(
  figures: readonly Figure[],
  reading: CapReading,
  costs: readonly MonthlyCost[],
  fiscalYear: Period,
): readonly CappedCost[] {
  switch (reading) {
    case 'month-of-secondment':
      return byMonth(figures, costs, false);
    case 'prorata-time':
      return byMonth(figures, costs, true);
    case 'annual-flat':
      return byYear(figures, costs, 12, fiscalYear);
    case 'monthly-flat-year':
      return byYear(figures, costs, 1, fiscalYear);
  }
}
