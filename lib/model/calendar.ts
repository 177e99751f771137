// Days as text, `YYYY-MM-DD`, and the calendar arithmetic done on them. The only home of date-fns.
// Each function from its own file: the whole library is three hundred files, and a second at every start.
import { addDays as addDaysToDate } from 'date-fns/addDays';
import { getISODay } from 'date-fns/getISODay';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { isValid } from 'date-fns/isValid';

/** `YYYY-MM-DD`, a day of the Gregorian calendar; Europe/Paris unless a field says otherwise. */
export type Day = string;
/** `YYYY-MM` */
export type Month = string;

/** Closed on both ends, as people write them. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

// date-fns works in local time: noon keeps a day the same day in every zone's daylight-saving shift.
const toDate = (day: Day): Date =>
  new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
const fromDate = (date: Date): Day =>
  `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** @returns true only for a day that exists, written `YYYY-MM-DD` */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = toDate(text);
  return isValid(date) && fromDate(date) === text;
}

export const addDays = (day: Day, count: number): Day => fromDate(addDaysToDate(toDate(day), count));

const digit = (day: Day, at: number): number => day.charCodeAt(at) - 48;

/** Days since 1970-01-01: for whoever sets very many days side by side, as numbers. */
export const dayNumber = (day: Day): number =>
  Date.UTC(
    digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3),
    digit(day, 5) * 10 + digit(day, 6) - 1,
    digit(day, 8) * 10 + digit(day, 9),
  ) / 86_400_000;

/** Whole days from `earlier` to `later` (negative if reversed). */
export const daysBetween = (earlier: Day, later: Day): number => dayNumber(later) - dayNumber(earlier);

/** Monday 1 … Sunday 7 (ISO 8601). */
export const isoWeekday = (day: Day): number => getISODay(toDate(day));

/** `2025-W07` (ISO 8601). */
export function isoWeek(day: Day): string {
  const date = toDate(day);
  return `${getISOWeekYear(date)}-W${pad(getISOWeek(date))}`;
}

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** Day 1 plus 31 is in the next month whatever the month's length. */
export const lastDayOf = (month: Month): Day => addDays(`${monthOf(addDays(`${month}-01`, 31))}-01`, -1);

export const isWithin = (day: Day, period: Period): boolean => period.from <= day && day <= period.to;

/** Whether two periods share a day. */
export const overlap = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

/** Months since year 0: as texts, the year 10000 would come before 9999. */
const monthNumber = (day: Day): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;

/** The months a period touches, in order. */
export function monthsOf({ from, to }: Period): Month[] {
  const months: Month[] = [];
  for (let month = monthNumber(from); month <= monthNumber(to); month += 1) {
    months.push(`${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1)}`);
  }
  return months;
}

/** Made at the first use: the tables of time zones are 9 MB and 30 ms, and most of what is started never asks. */
let parisDays: Intl.DateTimeFormat | null = null;

/** The Europe/Paris day of an instant. @param instant UTC milliseconds since 1970 */
export function parisDayOf(instant: number): Day {
  parisDays ??= new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parisDays.format(instant);
}
