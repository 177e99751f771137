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

/**
 * Carries as much declared time as any assignment could, where each trace belongs to one project and entries are of one unit
 * (earliest closing first is optimal for intervals on a line). A trace that several projects hold is used by the first entry that needs it.
 * After sorting, linear: the traces open on one day are as many as a reach has days.
 * @param demands in serving order
 * @param traces sorted by `from`
 * @returns what each entry got, by entry id; nothing = not in the map
 */
export function assign(demands: readonly Demand[], traces: readonly TraceDay[]): Map<string, Served> {
  const served = new Map<string, Served>();
  let open: Open[] = [];
  let next = 0;
  let today: Day = '';
  for (const demand of demands) {
    if (demand.day !== today) {
      today = demand.day;
      open = open.filter(({ trace }) => trace.to >= today);
      const before = open.length;
      for (; next < traces.length && traces[next]!.from <= today; next += 1) {
        const trace = traces[next]!;
        if (trace.to >= today) open.push({ trace, left: 0, unit: null });
      }
      if (open.length > before) open.sort(closesFirst);
    }
    let missing = demand.amount;
    const used: TraceDay[] = [];
    for (const candidate of open) {
      if (missing === 0) break;
      if (!candidate.trace.projects.includes(demand.project)) continue;
      if (candidate.unit === null) {
        candidate.unit = demand.unit;
        candidate.left = candidate.trace.capacity[demand.unit];
      }
      if (candidate.unit !== demand.unit || candidate.left === 0) continue;
      const taken = Math.min(missing, candidate.left);
      candidate.left -= taken;
      missing -= taken;
      used.push(candidate.trace);
    }
    if (used.length > 0) served.set(demand.entry, { amount: demand.amount - missing, traces: used });
  }
  return served;
}
