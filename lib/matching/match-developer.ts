// What the traces say about the entries of one developer: her linked identities first, then what a proposed one would add.
import type { Day } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import type { Corroboration, CorroborationReason, TraceVerdict } from '../model/corroboration.ts';
import type { TimeUnit } from '../model/duration.ts';
import { assign, type Demand, inServingOrder, type Served } from './assign.ts';
import { byText } from './by-text.ts';
import type { Whose } from './drop.ts';
import { fold } from './fold.ts';
import type { MatchingPolicy } from './policy.ts';
import { type reachOnce, type TraceDay, traceDays } from './trace-days.ts';

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

/** Trace days by project and day, to find what lies near an entry without carrying it. */
function nearby(traces: readonly TraceDay[], rules: MatchingRules): (entry: MatchEntry) => TraceDay[] {
  const byPlace = new Map<string, TraceDay[]>();
  const reachDays = rules.policy.nearbyWorkingDays;
  for (const trace of traces) {
    for (const project of trace.projects) {
      const group = byPlace.get(project);
      if (group === undefined) byPlace.set(project, [trace]);
      else group.push(trace);
    }
  }
  for (const group of byPlace.values()) group.sort((a, b) => byText(a.day, b.day) || byText(a.key, b.key));
  return (entry) => {
    const group = byPlace.get(entry.project) ?? [];
    const { from, to } = rules.reachOf(entry.day, reachDays, reachDays);
    let low = 0;
    for (let high = group.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (group[middle]!.day < from) low = middle + 1;
      else high = middle;
    }
    const found: TraceDay[] = [];
    for (let at = low; at < group.length && group[at]!.day <= to; at += 1) found.push(group[at]!);
    return found;
  };
}

export interface DeveloperMatch {
  readonly corroborations: readonly Corroboration[];
  /** Fold keys of what each entry used: the same key used by two developers is a conflict. */
  readonly used: ReadonlyMap<string, readonly string[]>;
  /** Trace days that no entry used, linked or proposed: for the developer alone. */
  readonly idle: readonly TraceDay[];
}

/** @returns the corroborations of one developer, sorted by day then entry; work and answer depend on her own traces only */
export function matchDeveloper(traces: DeveloperTraces, rules: MatchingRules): DeveloperMatch {
  const { policy, projectsOf, reachOf } = rules;
  const entries = traces.entries.filter(({ amount }) => amount > 0);
  const linkedIds = new Set(traces.linked.map(({ id }) => id));
  const linked = traceDays(fold(traces.linked, traces.whose, policy.trivialClass).changes, projectsOf, policy, reachOf);
  // A change that a linked identity already shows is not shown again by a proposed one.
  const onlyProposed =
    traces.proposed.length === 0
      ? []
      : fold([...traces.linked, ...traces.proposed], traces.whose, policy.trivialClass).changes.filter(
          ({ contributions }) => !contributions.some(({ id }) => linkedIds.has(id)),
        );
  const proposed = traceDays(onlyProposed, projectsOf, policy, reachOf);
  const served = assign(inServingOrder(entries), linked);
  const missing = entries.flatMap((entry): Demand[] => {
    const left = entry.amount - (served.get(entry.entry)?.amount ?? 0);
    return left > 0 ? [{ ...entry, amount: left }] : [];
  });
  const wouldServe = assign(inServingOrder(missing), proposed);
  const near = nearby(linked, rules);
  const used = new Map<string, readonly string[]>();
  const corroborations = entries.map((entry) => {
    const got = served.get(entry.entry);
    const shown = named(got?.traces ?? near(entry), entry.project, rules);
    used.set(entry.entry, got === undefined ? [] : shown.map(({ foldKey }) => foldKey));
    return corroborationOf(entry, got, shown, wouldServe.has(entry.entry), traces.hasLinkedIdentity);
  });
  const busy = new Set([...served.values(), ...wouldServe.values()].flatMap((one) => one.traces));
  return {
    corroborations: corroborations.sort((a, b) => byText(a.day, b.day) || byText(a.entry, b.entry)),
    used,
    idle: [...linked, ...proposed].filter((trace) => !busy.has(trace)),
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
