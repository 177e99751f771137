// Contemporaneous evidence: an entry written long after the work is marked with its delay, and never refused for it.
import { daysBetween } from '../model/calendar.ts';
import type { Claim } from './assessment.ts';
import type { Figure } from './figures/figure.ts';
import { wholeAt } from './figures/figure-at.ts';

/** @returns days beyond the delay, counted from the work to when it was written, else received; null if in time */
export function lateDays(
  { day, writtenDay, receivedDay }: Pick<Claim, 'day' | 'writtenDay' | 'receivedDay'>,
  figures: readonly Figure[],
): number | null {
  const late = daysBetween(day, writtenDay ?? receivedDay) - wholeAt(figures, 'entryDelayDays', day);
  return late > 0 ? late : null;
}
