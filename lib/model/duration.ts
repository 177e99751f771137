// Time is whole minutes, or half-days for people whose law counts days (forfait-jours). One is never turned into the other.

export type TimeUnit = 'minute' | 'half-day';

/** A day has 24 hours: no contract and no order makes more of it. */
export const minutesOfADay = 1440;

/** An amount of time in its own unit. `amount` is a safe integer; negative only in a correction. */
export interface Duration {
  readonly unit: TimeUnit;
  readonly amount: number;
}
