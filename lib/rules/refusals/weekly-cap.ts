// More in an ISO week than a week may hold: the excess is taken from the latest entries (`block-excess-latest`).
import { isoWeek } from '../../model/calendar.ts';
import type { Claim } from '../assessment.ts';
import type { Figure } from '../figures/figure.ts';
import { wholeAt } from '../figures/figure-at.ts';

/**
 * Days contracts have no hours to count, hence no weekly cap.
 * @param claims those that no earlier rule refused, in order of day and entry: a minute is refused once
 * @returns entry → minutes above the cap, all employers together
 */
export function weeklyExcess(claims: readonly Claim[], figures: readonly Figure[]): ReadonlyMap<string, number> {
  const excess = new Map<string, number>();
  const minutes = claims.filter(({ unit }) => unit === 'minute');
  for (const week of Map.groupBy(minutes, ({ developer, day }) => JSON.stringify([developer, isoWeek(day)])).values()) {
    const others = new Map(week.map(({ day, otherEmployersAmount }) => [day, otherEmployersAmount]));
    const own = week.reduce((total, { amount, withdrawnAmount }) => total + amount - withdrawnAmount, 0);
    const total = others.values().reduce((all, amount) => all + amount, own);
    let left = total - wholeAt(figures, 'caps.weeklyMinutes', week[0]!.day);
    for (const { entry, amount, withdrawnAmount } of week.toReversed()) {
      if (left <= 0) break;
      const taken = Math.min(left, amount - withdrawnAmount);
      if (taken > 0) excess.set(entry, taken);
      left -= taken;
    }
  }
  return excess;
}
