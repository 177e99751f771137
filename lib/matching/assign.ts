// Intervals on a line: trace days with a reach and a capacity, served to the time entries day by day, the one that closes first before the others.
import type { Day } from '../model/calendar.ts';
import type { TimeUnit } from '../model/duration.ts';
import { byText } from './by-text.ts';
import type { TraceDay } from './trace-days.ts';

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

interface Open {
  readonly trace: TraceDay;
  /** Of its own day, and of all days together. */
  leftOfOwnDay: number;
  left: number;
  /** Set at the first use: what a trace carries in minutes it does not carry again in half-days, and the two are never summed. */
  unit: TimeUnit | null;
}

/** The order of serving: by day, and on one day the smaller first, so that as many as possible are carried whole. */
export const inServingOrder = (demands: readonly Demand[]): Demand[] =>
  [...demands].sort((a, b) => byText(a.day, b.day) || a.amount - b.amount || byText(a.entry, b.entry));

const closesFirst = (a: Open, b: Open): number =>
  byText(a.trace.to, b.trace.to) ||
  a.trace.projects.length - b.trace.projects.length ||
  byText(a.trace.key, b.trace.key);

/** One walk along the days: each demand is served by the open trace that closes first. Linear: few traces are open on one day. */
function walk(
  demands: readonly Demand[],
  traces: readonly Open[],
  missingOf: Map<string, number>,
  usedOf: Map<string, TraceDay[]>,
  ownDays: boolean,
): void {
  let open: Open[] = [];
  let next = 0;
  let today: Day = '';
  for (const demand of demands) {
    if (demand.day !== today) {
      today = demand.day;
      open = open.filter(({ trace }) => trace.to >= today);
      const before = open.length;
      for (; next < traces.length && traces[next]!.trace.from <= today; next += 1) {
        if (traces[next]!.trace.to >= today) open.push(traces[next]!);
      }
      if (open.length > before) open.sort(closesFirst);
    }
    let missing = missingOf.get(demand.entry)!;
    for (const candidate of open) {
      if (missing === 0) break;
      const { trace } = candidate;
      const isOwn = trace.day === demand.day;
      if (!trace.projects.includes(demand.project) || isOwn !== ownDays) continue;
      if (candidate.unit === null) {
        candidate.unit = demand.unit;
        candidate.left = trace.capacity[demand.unit];
        candidate.leftOfOwnDay = trace.ownDayCapacity[demand.unit];
      }
      const left = isOwn ? candidate.leftOfOwnDay : candidate.left;
      if (candidate.unit !== demand.unit || left === 0) continue;
      const taken = Math.min(missing, left);
      candidate.leftOfOwnDay -= isOwn ? taken : 0;
      candidate.left = Math.max(0, candidate.left - taken);
      missing -= taken;
      usedOf.get(demand.entry)!.push(trace);
    }
    missingOf.set(demand.entry, missing);
  }
}

/**
 * A trace speaks for its own day first, then for the days around it. Of both, as much is carried as any assignment could, where each trace
 * belongs to one project and entries are of one unit (a project's work of one day is one trace, and earliest closing first is optimal for
 * intervals on a line). A trace that several projects hold is used by the first entry that needs it.
 * @param demands in serving order
 * @param traces sorted by `from`
 * @returns what each entry got, by entry id; nothing = not in the map
 */
export function assign(demands: readonly Demand[], traces: readonly TraceDay[]): Map<string, Served> {
  const all = traces.map((trace): Open => ({ trace, left: 0, leftOfOwnDay: 0, unit: null }));
  const missing = new Map(demands.map(({ entry, amount }) => [entry, amount]));
  const used = new Map(demands.map(({ entry }) => [entry, [] as TraceDay[]]));
  walk(demands, all, missing, used, true);
  walk(demands, all, missing, used, false);
  return new Map(
    demands.flatMap(({ entry, amount }) => {
      const traces = [...new Set(used.get(entry)!)];
      return traces.length === 0 ? [] : [[entry, { amount: amount - missing.get(entry)!, traces }]];
    }),
  );
}
