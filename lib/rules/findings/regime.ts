// What the secondments say of a person's working time on a day: her weekdays, and the hours of her contract that are lent.
import { type Day, isoWeekday } from '../../model/calendar.ts';
import { exact, type Fraction, fraction, multiply, sum } from '../../model/fraction.ts';
import type { Secondment } from '../../model/secondment.ts';
import { lastDay } from '../refusals/secondment.ts';

export interface Regime {
  /** Weekdays worked, or null where one of the secondments in force does not state them. */
  readonly workingDays: ReadonlySet<number> | null;
  /** Lent minutes of an ISO week: hours of the contract × share, over the secondments in force; null where one does not state its hours. */
  readonly lentWeekMinutes: Fraction | null;
}

/** @returns the regime of a person on a day; nothing is stated where no secondment is in force */
export function regimes(secondments: readonly Secondment[]): (developer: string, day: Day) => Regime {
  const ofDeveloper = Map.groupBy(secondments, ({ developer }) => developer);
  return (developer, day) => {
    const inForce = (ofDeveloper.get(developer) ?? []).filter((one) => one.from <= day && day <= (lastDay(one) ?? day));
    const stated = inForce.flatMap(({ workingDays }) => (workingDays === null ? [] : [workingDays]));
    const hours = inForce.flatMap(({ unit, weeklyMinutes, share }) =>
      unit === 'minute' && weeklyMinutes !== null ? [multiply(fraction(weeklyMinutes), exact(share))] : [],
    );
    const isStated = <T>(all: readonly T[]): boolean => all.length > 0 && all.length === inForce.length;
    return {
      workingDays: isStated(stated) ? new Set(stated.flat()) : null,
      lentWeekMinutes: isStated(hours) ? sum(hours) : null,
    };
  };
}

/** @returns false for a weekday that the person is stated not to work; null where nothing is stated */
export const worksOn = ({ workingDays }: Regime, day: Day): boolean | null =>
  workingDays === null ? null : workingDays.has(isoWeekday(day));
