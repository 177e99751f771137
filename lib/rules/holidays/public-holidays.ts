// Public holidays by region, as the rule set freezes them, and the working calendar that follows from them.
import { type Day, isoWeekday } from '../../model/calendar.ts';
import { noFiguresFor } from '../figures/no-figures.ts';
import { remembered } from '../remembered.ts';

export type HolidaysByYear = Readonly<Record<string, readonly Day[]>>;

/** Region → year → days; a region other than `metropole` has those of `metropole` and its own. */
export type PublicHolidays = Readonly<Record<string, HolidaysByYear>>;

/**
 * @param region 'metropole', 'alsace-moselle' or an overseas department's code
 * @returns whether a day is a public holiday of the region
 * @throws Refusal `no-figures-for-period` for a year or region that the rule set does not hold
 */
export function publicHolidays(holidays: PublicHolidays, region: string): (day: Day) => boolean {
  const sets = region === 'metropole' ? ['metropole'] : ['metropole', region];
  return remembered((day) =>
    sets
      .flatMap((set) => {
        const days = holidays[set]?.[day.slice(0, 4)];
        if (days === undefined) throw noFiguresFor(`holidays.${set}`, day);
        return days;
      })
      .includes(day),
  );
}

/**
 * House policy for Saturdays (they are working days in law, but nobody lent out is expected to work on one), law for the rest.
 * @param region as above
 * @returns whether a day is neither a Saturday, a Sunday nor a public holiday of the region
 * @throws Refusal as above
 */
export function workingCalendar(holidays: PublicHolidays, region: string): (day: Day) => boolean {
  const isHoliday = publicHolidays(holidays, region);
  return remembered((day) => !isHoliday(day) && isoWeekday(day) < 6);
}

/** @returns whether the rule set holds the public holidays of the day's year: without them nothing of that day can be assessed */
export const holdsYearOf = (holidays: PublicHolidays, day: Day): boolean =>
  holidays.metropole?.[day.slice(0, 4)] !== undefined;

/**
 * For the reach of traces, which may lie in years of other histories than those that are assessed: nothing is refused here.
 * @returns as `workingCalendar`; in a year that the rule set does not hold only Saturdays and Sundays are days off
 */
export function traceCalendar(holidays: PublicHolidays, region: string): (day: Day) => boolean {
  const isWorkingDay = workingCalendar(holidays, region);
  return remembered((day) => (holdsYearOf(holidays, day) ? isWorkingDay(day) : isoWeekday(day) < 6));
}
