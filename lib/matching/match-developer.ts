// What the traces say about the entries of one developer: her linked identities first, then what a proposed one would add.
import { type Day, dayNumber } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import type { Corroboration, CorroborationReason, TraceVerdict } from '../model/corroboration.ts';
import type { TimeUnit } from '../model/duration.ts';
import { assign, type Demand, inServingOrder, type Served } from './assign.ts';
import { byText } from './by-text.ts';
import type { Whose } from './drop.ts';
import { type Change, fold, type LeftOut } from './fold.ts';
import type { MatchingPolicy } from './policy.ts';
import { type reachOnce, type TraceDay, traceDays } from './trace-days.ts';
import { tracesWithin } from './traces-within.ts';

/** A time entry as matching reads it: net of corrections. */
export interface MatchEntry {
  /** `<root>:<leaf>` of the time entry. */
  readonly entry: string;
  readonly developer: string;
  readonly day: Day;
  readonly project: string;
  readonly unit: TimeUnit;
  /** In that unit; an entry of zero or less asks for no trace and gets no answer. */
  readonly amount: number;
  /** Another company or person claims the same person-day or the same work: found outside, where all employers can be seen. */
  readonly alsoClaimedElsewhere: boolean;
}

/** The traces of one developer, and what the rules need to know about everybody's. */
export interface DeveloperTraces {
  readonly developer: string;
  readonly entries: readonly MatchEntry[];
  /** Contributions of her linked identities. */
  readonly linked: readonly Contribution[];
  /** Of identities that were only proposed: they choose a question, they carry nothing, and they are not named in the answer. */
  readonly proposed: readonly Contribution[];
  readonly hasLinkedIdentity: boolean;
  readonly whose: Whose;
}

export interface MatchingRules {
  readonly policy: MatchingPolicy;
  readonly projectsOf: (repository: string) => readonly string[];
  readonly reachOf: ReturnType<typeof reachOnce>;
}

/** The contributions that stand for a trace day beside an entry: one of each change, from a repository of the entry's project. */
function named(traces: readonly TraceDay[], project: string, rules: MatchingRules): Contribution[] {
  return traces.flatMap(({ changes }) =>
    changes.flatMap(({ contributions }) => {
      const shown = contributions.find(({ repository }) => rules.projectsOf(repository).includes(project));
      return shown === undefined ? [] : [shown];
    }),
  );
}

/** What lies near each entry without carrying it: trace days of its project, by day. */
function nearby(entries: readonly MatchEntry[], traces: readonly TraceDay[], rules: MatchingRules): TraceDay[][] {
  const { nearbyWorkingDays } = rules.policy;
  const laid = traces
    .map((trace) => ({ trace, projects: trace.projects, on: dayNumber(trace.day) }))
    .sort((a, b) => byText(a.trace.key, b.trace.key));
  const near = tracesWithin(
    entries.map(({ project, day }) => {
      const { from, to } = rules.reachOf(day, nearbyWorkingDays, nearbyWorkingDays);
      return { project, from: dayNumber(from), to: dayNumber(to) };
    }),
    laid,
  );
  return entries.map((_, row) => Array.from(near(row), (at) => laid[at]!.trace));
}

export interface DeveloperMatch {
  readonly developer: string;
  readonly corroborations: readonly Corroboration[];
  /** Fold keys of what each entry used: the same key used by two developers is a conflict. */
  readonly used: ReadonlyMap<string, readonly string[]>;
  /** Trace days that no entry used, linked or proposed: for the developer alone. */
  readonly idle: () => readonly TraceDay[];
  /** Of her linked identities. */
  readonly leftOut: readonly LeftOut[];
}

/** Changes that proposed identities would add: one that a linked identity already shows is not shown again. */
function onlyProposed({ linked, proposed, whose }: DeveloperTraces, { trivialClass }: MatchingPolicy): Change[] {
  if (proposed.length === 0) return [];
  const linkedIds = new Set(linked.map(({ id }) => id));
  return fold([...linked, ...proposed], whose, trivialClass).changes.filter(
    ({ contributions }) => !contributions.some(({ id }) => linkedIds.has(id)),
  );
}

/** @returns the corroborations of one developer, sorted by day then entry; work and answer depend on her own traces only */
export function matchDeveloper(traces: DeveloperTraces, rules: MatchingRules): DeveloperMatch {
  const { policy, projectsOf, reachOf } = rules;
  const entries = traces.entries.filter(({ amount }) => amount > 0);
  const folded = fold(traces.linked, traces.whose, policy.trivialClass);
  const linked = traceDays(folded.changes, projectsOf, policy, reachOf);
  const proposed = traceDays(onlyProposed(traces, policy), projectsOf, policy, reachOf);
  const served = assign(inServingOrder(entries), linked);
  const missing = entries.flatMap((entry): Demand[] => {
    const left = entry.amount - (served.get(entry.entry)?.amount ?? 0);
    return left > 0 ? [{ ...entry, amount: left }] : [];
  });
  const wouldServe = assign(inServingOrder(missing), proposed);
  const unserved = entries.filter(({ entry }) => !served.has(entry));
  const near = nearby(unserved, linked, rules);
  const beside = new Map(unserved.map(({ entry }, row) => [entry, near[row]!]));
  const used = new Map<string, readonly string[]>();
  const corroborations = entries.map((entry) => {
    const got = served.get(entry.entry);
    const shown = named(got?.traces ?? beside.get(entry.entry)!, entry.project, rules);
    used.set(entry.entry, got === undefined ? [] : shown.map(({ foldKey }) => foldKey));
    return corroborationOf(entry, got, shown, wouldServe.has(entry.entry), traces.hasLinkedIdentity);
  });
  return {
    developer: traces.developer,
    corroborations: corroborations.sort((a, b) => byText(a.day, b.day) || byText(a.entry, b.entry)),
    used,
    leftOut: folded.dropped,
    idle: () => {
      const busy = new Set([...served.values(), ...wouldServe.values()].flatMap((one) => one.traces));
      return [...linked, ...proposed].filter((trace) => !busy.has(trace));
    },
  };
}

function corroborationOf(
  entry: MatchEntry,
  got: Served | undefined,
  shown: readonly Contribution[],
  proposedWouldServe: boolean,
  hasLinkedIdentity: boolean,
): Corroboration {
  const carried = got !== undefined && got.amount >= entry.amount;
  const traced: TraceVerdict = carried ? 'agrees' : shown.length > 0 ? 'partly' : 'no-public-trace';
  const reasons: CorroborationReason[] = [];
  if (entry.alsoClaimedElsewhere) reasons.push('conflict-of-claims');
  if (traced === 'agrees') reasons.push('traces-agree');
  if (traced === 'partly') reasons.push('thin-trace');
  if (traced === 'no-public-trace' && hasLinkedIdentity && !proposedWouldServe) reasons.push('no-public-trace');
  if (!hasLinkedIdentity) reasons.push('identity-not-linked');
  if (proposedWouldServe) reasons.push('identity-proposed');
  return {
    entry: entry.entry,
    developer: entry.developer,
    day: entry.day,
    project: entry.project,
    verdict: entry.alsoClaimedElsewhere ? 'conflict' : traced,
    reasons,
    contributions: [...new Set(shown.map(({ id }) => id))].sort(byText),
  };
}
