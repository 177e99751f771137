// Everything that the rules have to say about lines before they are posted: one file a rule, in one order.
import { byText } from '../by-text.ts';
import { alreadyPosted } from './already-posted.ts';
import { contractWeek } from './contract-week.ts';
import { dayMaximum } from './day-maximum.ts';
import { dayOver24h } from './day-over-24h.ts';
import { dayTotal } from './day-total.ts';
import { type FindingInput, findingCodes, type TimeFinding } from './finding.ts';
import { late } from './late.ts';
import { leaveConflict } from './leave-conflict.ts';
import { monthComplete } from './month-complete.ts';
import { projectEligible } from './project-eligible.ts';
import { secondment } from './secondment.ts';
import { type TimeAtHand, timeAtHand } from './time-at-hand.ts';
import { twelveWeekAverage } from './twelve-week-average.ts';
import { weekMaximum } from './week-maximum.ts';
import { makeWeeks } from './weeks.ts';
import { workingDay } from './working-day.ts';

const rules = [
  monthComplete,
  dayOver24h,
  dayTotal,
  alreadyPosted,
  dayMaximum,
  weekMaximum,
  twelveWeekAverage,
  contractWeek,
  workingDay,
  leaveConflict,
  secondment,
  projectEligible,
  late,
] as const;

const rank = new Map(findingCodes.map((code, at) => [code, at]));

/** No rule looks at two people: each is looked at alone, so that only one is at hand at a time. */
function* byDeveloper(input: FindingInput): Generator<TimeAtHand> {
  const calendar = makeWeeks();
  const of = <T extends { readonly developer: string }>(all: readonly T[]): ((developer: string) => readonly T[]) => {
    const groups = Map.groupBy(all, ({ developer }) => developer);
    return (developer) => groups.get(developer) ?? [];
  };
  const [standing, secondments, absences] = [of(input.standing), of(input.secondments), of(input.absences)];
  for (const [developer, lines] of Map.groupBy(input.lines, (line) => line.developer)) {
    const ofOne = {
      ...{ ...input, lines, standing: standing(developer) },
      ...{ secondments: secondments(developer), absences: absences(developer) },
    };
    yield timeAtHand(developer, ofOne, calendar);
  }
}

/**
 * @returns in order of code, then developer, day and project
 * @throws Refusal `no-figures-for-period` for a day that the rule set does not cover
 */
export function findInTime(input: FindingInput): readonly TimeFinding[] {
  const found: TimeFinding[] = [];
  for (const time of byDeveloper(input)) for (const rule of rules) found.push(...rule(time));
  return found.sort(
    (a, b) =>
      (rank.get(a.code) ?? 0) - (rank.get(b.code) ?? 0) ||
      byText(a.developer, b.developer) ||
      byText(a.from, b.from) ||
      byText(a.project ?? '', b.project ?? ''),
  );
}
