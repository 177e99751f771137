// Counted time pay by pay and slice by slice: whoever reads the pay works the staff cost out again from it.
import { type Day, isWithin, type Period } from '../../model/calendar.ts';
import { byText } from '../by-text.ts';
import type { ComputedPerson, PaidTime, PersonPay } from '../computation.ts';
import { payOn } from '../missing-pay.ts';
import { remembered } from '../remembered.ts';

/** One pass over the entries of a person. @param sliceOf the place of a day's slice; -1 in none */
function addedOf(person: ComputedPerson, slices: number, sliceOf: (day: Day) => number): Map<PersonPay, number[]> {
  const ofPay = new Map(person.pays.map((pay) => [pay, new Array<number>(slices).fill(0)]));
  const payOf = payOn(person);
  for (const { day, amount } of person.counted) {
    const pay = payOf(day);
    const slice = sliceOf(day);
    if (pay !== undefined && slice >= 0) ofPay.get(pay)![slice]! += amount;
  }
  return ofPay;
}

/**
 * @param slices days under the same figures
 * @returns in order of developer, pay, slice; what has no counted time is left out
 */
export function timeUnderPay(people: readonly ComputedPerson[], slices: readonly Period[]): PaidTime[] {
  const sliceOf = remembered((day) => slices.findIndex((slice) => isWithin(day, slice)));
  return people
    .toSorted((a, b) => byText(a.developer, b.developer))
    .flatMap((person) =>
      [...addedOf(person, slices.length, sliceOf)]
        .sort(([a], [b]) => byText(a.period.from, b.period.from))
        .flatMap(([{ period }, amounts]) =>
          slices.map((slice, at) => ({ developer: person.developer, period, slice, amount: amounts[at]! })),
        ),
    )
    .filter(({ amount }) => amount > 0);
}
