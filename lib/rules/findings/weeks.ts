// ISO weeks by their Mondays. A file has few weeks and many people: each is worked out once for all of them.
import { addDays, type Day, isoWeekday } from '../../model/calendar.ts';
import { remembered } from '../remembered.ts';

export interface Weeks {
  /** The Monday of a day's ISO week. */
  readonly mondayOf: (day: Day) => Day;
  /** From a Monday on: its seven days. */
  readonly daysOf: (monday: Day) => readonly Day[];
  /** From a Monday on: the Mondays of twelve weeks. */
  readonly twelveFrom: (monday: Day) => readonly Day[];
  /** Up to a Monday: the Mondays of twelve weeks. */
  readonly twelveUpTo: (monday: Day) => readonly Day[];
}

const mondays = (first: Day): Day[] => Array.from({ length: 12 }, (_, at) => addDays(first, 7 * at));

export const makeWeeks = (): Weeks => ({
  mondayOf: remembered((day) => addDays(day, 1 - isoWeekday(day))),
  daysOf: remembered((monday) => Array.from({ length: 7 }, (_, at) => addDays(monday, at))),
  twelveFrom: remembered(mondays),
  twelveUpTo: remembered((monday) => mondays(addDays(monday, -77))),
});
