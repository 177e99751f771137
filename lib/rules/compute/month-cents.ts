// Gives each month of a line its cents: in proportion to what its counted time cost under the pay of its days. They add up to the line.
import { type Month, monthOf } from '../../model/calendar.ts';
import { add, eurosOfCents, type Fraction, splitCents, zero } from '../../model/fraction.ts';
import { byText } from '../by-text.ts';
import type { CountedTime, PersonPay } from '../computation.ts';
import { shareOfCost } from '../formulas/personnel.ts';
import { payOn } from '../missing-pay.ts';

/**
 * @param counted of one person on one project, within the days of her pays
 * @param lineCents what the line costs
 * @returns whole cents by month, in order of month; none for a month without counted time
 * @throws Error (a fault) where time counts over no time base: the computation refuses it
 */
export function monthCents(
  pays: readonly PersonPay[],
  counted: readonly CountedTime[],
  lineCents: number,
): ReadonlyMap<Month, number> {
  const payOf = payOn({ pays });
  const exact = new Map<Month, Fraction>();
  // One division for each month and pay, however many entries there are.
  for (const [month, ofMonth] of Map.groupBy(counted, ({ day }) => monthOf(day))) {
    for (const [pay, ofPay] of Map.groupBy(ofMonth, ({ day }) => payOf(day))) {
      const time = ofPay.reduce((total, { amount }) => total + amount, 0);
      const cost = shareOfCost(pay?.eligibleCostCents ?? 0, time, pay?.timeBase?.amount ?? 0);
      if (cost === null) throw new Error(`compute: time in ${month} over no time base`);
      exact.set(month, add(exact.get(month) ?? zero, cost));
    }
  }
  const months = [...exact].sort(([a], [b]) => byText(a, b));
  const cents = splitCents(
    months.map(([, cost]) => cost),
    eurosOfCents(lineCents),
  );
  return new Map(months.map(([month], at) => [month, cents[at]!]));
}
