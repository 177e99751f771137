// More in a day than a day may hold, over all employers: the whole day is refused until it is corrected (`block-day`).
import type { TimeUnit } from '../../model/duration.ts';
import type { Claim } from '../assessment.ts';
import type { Figure } from '../figures/figure.ts';
import { wholeAt } from '../figures/figure-at.ts';
import { rememberedPair } from '../remembered.ts';
import type { EntryRefusalCode } from './refusal-codes.ts';

const capKey = { minute: 'caps.dailyMinutes', 'half-day': 'caps.dailyHalfDays' } as const satisfies Record<
  TimeUnit,
  string
>;

/** What a limit is held against: time at this employer, and what the other employers declared. */
export interface HeldTime {
  readonly own: number;
  readonly others: number;
  readonly cap: number;
}

/** @returns whether time is beyond its limit by this employer's lines alone, and whether it is with those of other employers */
export const isOver = ({ own, others, cap }: HeldTime): { readonly own: boolean; readonly across: boolean } => ({
  own: own > cap,
  across: others > 0 && own + others > cap,
});

/** Half-days and minutes are each held to their own cap: one is never turned into the other. */
export function heldOnDay(claims: readonly Claim[], figures: readonly Figure[]): (claim: Claim) => HeldTime {
  const daysIn = (unit: TimeUnit) =>
    rememberedPair((_developer, day) => ({ own: 0, others: 0, cap: wholeAt(figures, capKey[unit], day) }));
  const days = { minute: daysIn('minute'), 'half-day': daysIn('half-day') };
  const heldOf = ({ developer, day, unit }: Claim) => days[unit](developer, day);
  for (const claim of claims) {
    const day = heldOf(claim);
    // Every standing minute of the day but repeated lines (forges.md, section 6): a refused one was worked, or claimed to be.
    if (!claim.repeated) day.own += claim.amount - claim.withdrawnAmount;
    day.others = Math.max(day.others, claim.otherEmployersAmount);
  }
  return heldOf;
}

// Of a million days most are below: they share this answer.
const below: readonly EntryRefusalCode[] = [];

export function dailyCap(
  claims: readonly Claim[],
  figures: readonly Figure[],
): (claim: Claim) => readonly EntryRefusalCode[] {
  const heldOn = heldOnDay(claims, figures);
  return (claim) => {
    const over = isOver(heldOn(claim));
    if (!over.own && !over.across) return below;
    const codes: EntryRefusalCode[] = [];
    if (over.own) codes.push('daily-max-exceeded');
    if (over.across) codes.push('daily-max-exceeded-across-employers');
    return codes;
  };
}
