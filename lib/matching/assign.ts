// Intervals on a line: trace days with a reach and a capacity, served to the time entries day by day, the one that closes first before the others.
import { type Day, dayNumber } from '../model/calendar.ts';
import type { TimeUnit } from '../model/duration.ts';
import { byText } from './by-text.ts';
import type { TraceDay } from './trace-days.ts';
import { type Laid, tracesWithin } from './traces-within.ts';

/** One declared amount that asks for a trace. `amount` in its own unit. */
export interface Demand {
  readonly entry: string;
  readonly day: Day;
  readonly project: string;
  readonly unit: TimeUnit;
  readonly amount: number;
}

/** What an entry got. */
export interface Served {
  readonly amount: number;
  readonly traces: readonly TraceDay[];
}

/** A trace day, laid on the day on which its reach ends. */
interface Closing extends Laid {
  readonly trace: TraceDay;
  readonly from: number;
  /** Of its own day at first, and of all days together. */
  leftOfOwnDay: number;
  left: number;
  /** Set at the first use: what a trace carries in minutes it does not carry again in half-days, and the two are never summed. */
  unit: TimeUnit | null;
}

/** A demand while it is being served. */
interface Asking {
  readonly demand: Demand;
  readonly on: number;
  missing: number;
  readonly used: TraceDay[];
}

/** The order of serving: by day, and on one day the smaller first, so that as many as possible are carried whole. */
export const inServingOrder = (demands: readonly Demand[]): Demand[] =>
  [...demands].sort((a, b) => byText(a.day, b.day) || a.amount - b.amount || byText(a.entry, b.entry));

const closingOf = (trace: TraceDay): Closing => ({
  ...{ trace, projects: trace.projects, from: dayNumber(trace.from), on: dayNumber(trace.to) },
  ...{ leftOfOwnDay: 0, left: 0, unit: null },
});

const closesFirst = (a: Closing, b: Closing): number =>
  a.on - b.on || a.projects.length - b.projects.length || byText(a.trace.key, b.trace.key);

/** Takes what a trace carries of its own day, or what it has left for any day that it reaches. */
function serve(asking: Asking, candidate: Closing, ofOwnDay: boolean): void {
  const { unit } = asking.demand;
  const { trace } = candidate;
  if (candidate.unit === null) {
    candidate.unit = unit;
    candidate.left = trace.capacity[unit];
    candidate.leftOfOwnDay = trace.ownDayCapacity[unit];
  }
  const left = ofOwnDay ? candidate.leftOfOwnDay : candidate.left;
  if (candidate.unit !== unit || left === 0) return;
  const taken = Math.min(asking.missing, left);
  candidate.leftOfOwnDay -= ofOwnDay ? taken : 0;
  candidate.left = Math.max(0, candidate.left - taken);
  asking.missing -= taken;
  asking.used.push(trace);
}

/**
 * A trace speaks for its own day first, then for all days that it reaches. Of both, as much is carried as any assignment could, where each trace
 * belongs to one project and entries are of one unit (a project's work of one day is one trace, and earliest closing first is optimal for
 * intervals on a line). A trace that several projects hold is used by the first entry that needs it.
 * After sorting, linear: a demand looks at the traces that close within the longest reach after its day, and these are few.
 * @param demands in serving order
 * @param traces of one person, in any order
 * @returns what each entry got, by entry id; nothing = not in the map
 */
export function assign(demands: readonly Demand[], traces: readonly TraceDay[]): Map<string, Served> {
  const closing = traces.map(closingOf).sort(closesFirst);
  const longest = closing.reduce((most, { from, on }) => Math.max(most, on - from), 0);
  const asking = demands.map(
    (demand): Asking => ({ demand, on: dayNumber(demand.day), missing: demand.amount, used: [] }),
  );
  const closingFrom = tracesWithin(
    asking.map(({ demand: { project }, on }) => ({ project, from: on, to: on + longest })),
    closing,
  );
  for (const ownDays of [true, false]) {
    for (const [row, each] of asking.entries()) {
      for (const at of closingFrom(row)) {
        if (each.missing === 0) break;
        const candidate = closing[at]!;
        const mayServe = ownDays ? candidate.trace.day === each.demand.day : candidate.from <= each.on;
        if (mayServe) serve(each, candidate, ownDays);
      }
    }
  }
  return new Map(
    asking.flatMap(({ demand: { entry, amount }, missing, used }) =>
      used.length === 0 ? [] : [[entry, { amount: amount - missing, traces: [...new Set(used)] }]],
    ),
  );
}
