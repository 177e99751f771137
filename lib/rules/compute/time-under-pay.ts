// Counted time pay by pay and slice by slice: whoever reads the pay works the staff cost out again from it.
import { isWithin, type Period } from '../../model/calendar.ts';
import { byText } from '../by-text.ts';
import type { ComputedPerson, PaidTime } from '../computation.ts';

/**
 * @param slices days under the same figures
 * @returns in order of developer, pay, slice; what has no counted time is left out
 */
export function timeUnderPay(people: readonly ComputedPerson[], slices: readonly Period[]): PaidTime[] {
  return people
    .toSorted((a, b) => byText(a.developer, b.developer))
    .flatMap(({ developer, pays, counted }) =>
      pays
        .toSorted((a, b) => byText(a.period.from, b.period.from))
        .flatMap(({ period }) => {
          const ofPay = counted.filter(({ day }) => isWithin(day, period));
          return slices.map((slice) => ({
            ...{ developer, period, slice },
            amount: ofPay.reduce((sum, { day, amount }) => sum + (isWithin(day, slice) ? amount : 0), 0),
          }));
        }),
    )
    .filter(({ amount }) => amount > 0);
}
