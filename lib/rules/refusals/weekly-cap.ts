// More in an ISO week than a week may hold: the excess is taken from the latest entries (`block-excess-latest`).
import { isoWeek } from '../../model/calendar.ts';
import type { Claim } from '../assessment.ts';
import type { Figure } from '../figures/figure.ts';
import { wholeAt } from '../figures/figure-at.ts';
import { remembered, rememberedPair } from '../remembered.ts';
import type { HeldTime } from './daily-cap.ts';

/** @param week claims of one person's ISO week, in minutes and never empty */
export function heldInWeek(week: readonly Claim[], figures: readonly Figure[]): HeldTime {
  const others = new Map(week.map(({ day, otherEmployersAmount }) => [day, otherEmployersAmount]));
  return {
    own: week.reduce((total, { amount, withdrawnAmount }) => total + amount - withdrawnAmount, 0),
    others: others.values().reduce((all, amount) => all + amount, 0),
    cap: wholeAt(figures, 'caps.weeklyMinutes', week[0]!.day),
  };
}

/**
 * Days contracts have no hours to count, hence no weekly cap.
 * @param claims those that no earlier rule refused, in order of day and entry: a minute is refused once
 * @returns the claims with minutes above the cap, all employers together, and how many
 */
export function weeklyExcess(claims: readonly Claim[], figures: readonly Figure[]): ReadonlyMap<Claim, number> {
  const excess = new Map<Claim, number>();
  const weekOf = remembered(isoWeek);
  const weeks: Claim[][] = [];
  const claimsOf = rememberedPair((_developer, _week) => {
    const week: Claim[] = [];
    weeks.push(week);
    return week;
  });
  for (const claim of claims) if (claim.unit === 'minute') claimsOf(claim.developer, weekOf(claim.day)).push(claim);
  for (const week of weeks) {
    const { own, others, cap } = heldInWeek(week, figures);
    let left = own + others - cap;
    if (left <= 0) continue;
    for (const claim of week.toReversed()) {
      if (left <= 0) break;
      const taken = Math.min(left, claim.amount - claim.withdrawnAmount);
      if (taken > 0) excess.set(claim, taken);
      left -= taken;
    }
  }
  return excess;
}
