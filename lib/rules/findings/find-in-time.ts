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

type Rule = (time: TimeAtHand) => readonly TimeFinding[];

/** These hold on every day, whatever the rule set covers: among them all that stop a posting. */
const undated: readonly Rule[] = [monthComplete, dayOver24h, dayTotal, alreadyPosted, leaveConflict, projectEligible];
const dated: readonly Rule[] = [dayMaximum, weekMaximum, twelveWeekAverage, contractWeek, workingDay, secondment, late];

const rank = new Map(findingCodes.map((code, at) => [code, at]));

/** No rule looks at two people: each is looked at alone, so that only one is at hand at a time. */
function* byDeveloper(input: FindingInput): Generator<TimeAtHand> {
  const calendar = makeWeeks();
  const of = <T extends { readonly developer: string }>(all: readonly T[]): ((developer: string) => readonly T[]) => {
    const groups = Map.groupBy(all, ({ developer }) => developer);
    return (developer) => groups.get(developer) ?? [];
  };
  const [standing, secondments] = [of(input.standing), of(input.secondments)];
  const [absences, orders] = [of(input.absences), of(input.orders)];
  for (const [developer, lines] of Map.groupBy(input.lines, (line) => line.developer)) {
    const ofOne = {
      ...{ ...input, lines, standing: standing(developer) },
      ...{ secondments: secondments(developer), absences: absences(developer), orders: orders(developer) },
    };
    yield timeAtHand(developer, ofOne, calendar);
  }
}

function found(input: FindingInput, rules: readonly Rule[]): readonly TimeFinding[] {
  const findings: TimeFinding[] = [];
  for (const time of byDeveloper(input)) for (const rule of rules) findings.push(...rule(time));
  return findings.sort(
    (a, b) =>
      (rank.get(a.code) ?? 0) - (rank.get(b.code) ?? 0) ||
      byText(a.developer, b.developer) ||
      byText(a.from, b.from) ||
      byText(a.project ?? '', b.project ?? ''),
  );
}

/**
 * @returns in order of code, then developer, day and project
 * @throws Refusal `no-figures-for-period` for a day that the rule set does not cover
 */
export const findInTime = (input: FindingInput): readonly TimeFinding[] => found(input, [...undated, ...dated]);

/** For days that the rule set does not cover: what can be said without it, in the same order. */
export const findWithoutFigures = (input: FindingInput): readonly TimeFinding[] => found(input, undated);
