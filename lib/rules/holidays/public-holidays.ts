// Public holidays by region, as the rule set freezes them, and the working calendar that follows from them.
import { type Day, isoWeekday } from '../../model/calendar.ts';
import { noFiguresFor } from '../figures/no-figures.ts';

export type HolidaysByYear = Readonly<Record<string, readonly Day[]>>;

/** Region → year → days; a region other than `metropole` has those of `metropole` and its own. */
export type PublicHolidays = Readonly<Record<string, HolidaysByYear>>;

/**
 * House policy for Saturdays (they are working days in law, but nobody lent out is expected to work on one), law for the rest.
 * @param region 'metropole', 'alsace-moselle' or an overseas department's code
 * @returns whether a day is neither a Saturday, a Sunday nor a public holiday of the region
 * @throws Refusal `no-figures-for-period` for a year or region that the rule set does not hold
 */
export function workingCalendar(holidays: PublicHolidays, region: string): (day: Day) => boolean {
  const sets = region === 'metropole' ? ['metropole'] : ['metropole', region];
  const known = new Map<string, ReadonlySet<Day>>();
  const holidaysOf = (day: Day): ReadonlySet<Day> => {
    const year = day.slice(0, 4);
    const cached = known.get(year);
    if (cached !== undefined) return cached;
    const days = sets.flatMap((set) => {
      const ofYear = holidays[set]?.[year];
      if (ofYear === undefined) throw noFiguresFor(`holidays.${set}`, day);
      return ofYear;
    });
    const ofYear = new Set(days);
    known.set(year, ofYear);
    return ofYear;
  };
  return (day) => isoWeekday(day) < 6 && !holidaysOf(day).has(day);
}
