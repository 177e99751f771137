// Counted time as lines of one person on one project, with the staff cost of each slice of days: what every priced scheme starts from.
import { isWithin, type Period } from '../../model/calendar.ts';
import { type Fraction, sum } from '../../model/fraction.ts';
import { byText } from '../by-text.ts';
import type { ComputationLine, ComputedPerson, CountedTime } from '../computation.ts';
import type { CostSlice } from '../cost-base.ts';
import { shareOfCost } from '../formulas/personnel.ts';
import { payOf } from '../missing-pay.ts';
import { periodLabel } from '../slices.ts';

/** A line before its cents. */
export interface ExactLine {
  readonly line: Omit<ComputationLine, 'costCents' | 'baseCents'>;
  /** Staff cost in each slice, exact euros. */
  readonly costs: readonly Fraction[];
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

/**
 * @param slices days under the same figures; none where no cost is asked
 * @returns in order of developer, project, unit
 */
export function exactLines(people: readonly ComputedPerson[], slices: readonly Period[]): ExactLine[] {
  return people
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
            costOf(
              person,
              times.filter(({ day }) => isWithin(day, slice)),
            ),
          );
          return { line: { developer: person.developer, project, unit, amount }, costs };
        });
    });
}

/** The staff cost of all lines in each slice. */
export const costSlices = (lines: readonly ExactLine[], slices: readonly Period[]): CostSlice[] =>
  slices.map((slice, at) => ({
    label: periodLabel(slice),
    day: slice.from,
    personnel: sum(lines.map(({ costs }) => costs[at]!)),
  }));
