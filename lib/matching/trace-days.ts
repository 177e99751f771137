// The changes of one person on one author day, taken together: how much declared time they can carry, and on which days.
import { addDays, type Day } from '../model/calendar.ts';
import { isCommitRow } from '../model/contribution.ts';
import type { TimeUnit } from '../model/duration.ts';
import { byText } from './by-text.ts';
import type { Change } from './fold.ts';
import { bandOf, type MatchingPolicy, type TraceBand } from './policy.ts';

/** Something that carries time: interval and capacity on the line of days. */
export interface TraceDay {
  readonly key: string;
  readonly day: Day;
  /** Every project that holds one of its contributions. Changes that several projects hold (forks) make a trace day of their own. */
  readonly projects: readonly string[];
  readonly changes: readonly Change[];
  /** First and last day of the time entries that it can speak for. */
  readonly from: Day;
  readonly to: Day;
  readonly capacity: Readonly<Record<TimeUnit, number>>;
  /** What it carries of its own day before anything else, in each unit: maybe more than of all days together. */
  readonly ownDayCapacity: Readonly<Record<TimeUnit, number>>;
}

/** No run of days off is longer than this; it also ends the walk if a calendar has no working day at all. */
const farthestDays = 31;

/** @returns the days reached by going so many working days back from a day, and forward: days off next to them included */
function reach(day: Day, before: number, after: number, isWorkingDay: (day: Day) => boolean): { from: Day; to: Day } {
  let from = day;
  // An entry on `from` lies as many working days before `day` as there are in ]from, day].
  for (let left = before, steps = 0; steps < farthestDays; steps += 1) {
    if (isWorkingDay(from)) left -= 1;
    if (left < 0) break;
    from = addDays(from, -1);
  }
  let to = day;
  for (let left = after, steps = 0; steps < farthestDays; steps += 1) {
    const next = addDays(to, 1);
    if (isWorkingDay(next)) left -= 1;
    if (left < 0) break;
    to = next;
  }
  return { from, to };
}

/** A reach is asked for many times on the same days. */
export function reachOnce(
  isWorkingDay: (day: Day) => boolean,
): (day: Day, before: number, after: number) => { from: Day; to: Day } {
  const known = new Map<string, { from: Day; to: Day }>();
  return (day, before, after) => {
    const key = `${day} ${before} ${after}`;
    const found = known.get(key) ?? reach(day, before, after, isWorkingDay);
    known.set(key, found);
    return found;
  };
}

// The middle of the class: several small changes of one day make one larger one.
const typicalLines = (sizeClass: number): number => (sizeClass < 2 ? sizeClass : 3 * 2 ** (sizeClass - 2));

/** The band of the day's changes together; where one of them has no known size, the band that carries more. */
function bandTogether(policy: MatchingPolicy, changes: readonly Change[]): TraceBand {
  let sized = 0;
  let lines = 0;
  let largest = 0;
  for (const { sizeClass } of changes) {
    if (sizeClass === null) continue;
    sized += 1;
    lines += typicalLines(sizeClass);
    if (sizeClass > largest) largest = sizeClass;
  }
  if (sized === 0) return policy.unknownSize;
  const band = bandOf(policy, Math.max(largest, 32 - Math.clz32(Math.min(lines, 2 ** 31 - 1))));
  const isKnown = sized === changes.length || band.capacity.minute >= policy.unknownSize.capacity.minute;
  return isKnown ? band : policy.unknownSize;
}

/** The projects of a change, sorted. Nearly all changes lie in one of a few repositories alone. */
function projectsOnce(projectsOf: (repository: string) => readonly string[]): (change: Change) => readonly string[] {
  const sorted = (repositories: readonly string[]): string[] =>
    [...new Set(repositories.flatMap(projectsOf))].sort(byText);
  const known = new Map<string, readonly string[]>();
  return ({ contributions }) => {
    if (contributions.length > 1) return sorted(contributions.map(({ repository }) => repository));
    const { repository } = contributions[0]!;
    const found = known.get(repository) ?? sorted([repository]);
    known.set(repository, found);
    return found;
  };
}

/**
 * @param changes of one person
 * @param projectsOf the projects a repository belongs to, sorted
 * @returns one for each day and set of projects, and one more for what is no commit
 */
export function traceDays(
  changes: readonly Change[],
  projectsOf: (repository: string) => readonly string[],
  policy: MatchingPolicy,
  reachOf: ReturnType<typeof reachOnce>,
): TraceDay[] {
  const groups = new Map<string, { day: Day; projects: readonly string[]; isAct: boolean; changes: Change[] }>();
  const projectsOfAll = projectsOnce(projectsOf);
  for (const change of changes) {
    const projects = projectsOfAll(change);
    if (projects.length === 0) continue;
    const isAct = !isCommitRow(change.contributions[0]!);
    const key = `${change.day} ${projects.join(' ')}${isAct ? ' acts' : ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { day: change.day, projects, isAct, changes: [change] });
    else group.changes.push(change);
  }
  return [...groups].map(([key, { day, projects, isAct, changes: ofDay }]) => {
    const band = isAct ? policy.acts : bandTogether(policy, ofDay);
    const times = Math.min(ofDay.length, band.changesCounted);
    const often = (once: TraceBand['capacity']) => ({
      minute: once.minute * times,
      'half-day': once['half-day'] * times,
    });
    return {
      ...{ key, day, projects, changes: ofDay, ...reachOf(day, band.workingDaysBefore, band.workingDaysAfter) },
      ...{ capacity: often(band.capacity), ownDayCapacity: often(band.ownDay) },
    };
  });
}
