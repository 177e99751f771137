// The day before a day, without a calendar library: whoever verifies a statement in a browser loads this and no more.
import type { Day } from './calendar.ts';

/** @param day `YYYY-MM-DD` @returns the day before by the Gregorian calendar; never a throw, whatever the digits say */
export const dayBefore = (day: Day): Day =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)) - 1))
    .toISOString()
    .slice(0, 10);
