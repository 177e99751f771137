// The ISO weeks in which a line is about to be posted, in minutes: people at forfait-jours count no hours, hence no weeks.
import { addDays, type Day, isoWeekday } from '../../model/calendar.ts';
import { byWeek } from '../refusals/weekly-cap.ts';
import type { TimeFinding } from './finding.ts';
import type { AtHand, TimeAtHand } from './time-at-hand.ts';
import { refsOf } from './words.ts';

export interface WeekAtHand {
  readonly developer: string;
  readonly monday: Day;
  readonly all: readonly AtHand[];
}

export const mondayOf = (day: Day): Day => addDays(day, 1 - isoWeekday(day));

export const weeksAtHand = ({ all }: TimeAtHand): WeekAtHand[] =>
  byWeek(all, ({ claim }) => claim).flatMap((week): WeekAtHand[] => {
    const line = week.find((one) => one.line !== null);
    if (line === undefined) return [];
    return [{ developer: line.claim.developer, monday: mondayOf(line.claim.day), all: week }];
  });

/** What every finding about one week says of it. */
export const aboutWeek = ({
  developer,
  monday,
  all,
}: WeekAtHand): Pick<TimeFinding, 'developer' | 'from' | 'to' | 'project' | 'lines' | 'standing'> => ({
  ...{ developer, from: monday, to: addDays(monday, 6), project: null },
  ...refsOf(all),
});
