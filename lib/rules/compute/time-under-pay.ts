// Counted time pay by pay and slice by slice: whoever reads the pay works the staff cost out again from it.
import type { Period } from '../../model/calendar.ts';
import { byText } from '../by-text.ts';
import type { PaidTime, PersonPay } from '../computation.ts';
import type { ExactLine } from './exact-lines.ts';

/** Time of all lines of one person under each of her pays, in each slice. */
function addedOf(lines: readonly ExactLine[], slices: number): Map<PersonPay, number[]> {
  const added = new Map<PersonPay, number[]>();
  for (const [pay, counted] of lines.flatMap(({ ofPay }) => [...ofPay])) {
    if (pay === undefined) continue;
    const amounts = added.get(pay) ?? new Array<number>(slices).fill(0);
    added.set(
      pay,
      amounts.map((amount, at) => amount + counted[at]!),
    );
  }
  return added;
}

/**
 * @param lines in order of developer, cut by `slices`: days under the same figures
 * @returns in order of developer, pay, slice; what has no counted time is left out
 */
export function timeUnderPay(lines: readonly ExactLine[], slices: readonly Period[]): PaidTime[] {
  return [...Map.groupBy(lines, ({ line }) => line.developer)]
    .flatMap(([developer, hers]) =>
      [...addedOf(hers, slices.length)]
        .sort(([a], [b]) => byText(a.period.from, b.period.from))
        .flatMap(([{ period }, amounts]) =>
          slices.map((slice, at) => ({ developer, period, slice, amount: amounts[at]! })),
        ),
    )
    .filter(({ amount }) => amount > 0);
}
