// Time in both units as people read it. Single quantities: lib/model/quantity-text.ts.
import type { Duration } from '../../lib/model/duration.ts';
import { duration, halfDays, minutes } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';

/** Time in both units, which are never added up. */
export interface Time {
  /** Whole minutes. */
  readonly minutes: number;
  readonly halfDays: number;
}

/** A difference: `+1 h 30` / `−1 h 30`. */
export const signedDuration = (language: Language, difference: Duration): string =>
  `${difference.amount > 0 ? '+' : ''}${duration(language, difference)}`;

/** `12 h 30`, `3 demi-journées`, or both. */
export function time(language: Language, { minutes: m, halfDays: h }: Time): string {
  if (h === 0) return minutes(language, m);
  if (m === 0) return halfDays(language, h);
  return `${minutes(language, m)} + ${halfDays(language, h)}`;
}
