// The whole of matching beside a small one that looks at everything for every entry: the same verdicts, reasons and contributions named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorsBySha } from '../../lib/matching/drop.ts';
import { fold } from '../../lib/matching/fold.ts';
import { inOrder, type MatchInput, match, usersOf, withConflicts } from '../../lib/matching/match.ts';
import type { MatchEntry } from '../../lib/matching/match-developer.ts';
import { reachOnce, type TraceDay, traceDays } from '../../lib/matching/trace-days.ts';
import { addDays } from '../../lib/model/calendar.ts';
import type { Contribution } from '../../lib/model/contribution.ts';
import type { Corroboration } from '../../lib/model/corroboration.ts';
import { sampleContribution, sampleEntry, sampleInput } from './sample-contributions.ts';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each entry, in order, takes from every trace that it may use, the one that closes first before the others: of its own day first, then of all days. */
function serve(entries: readonly MatchEntry[], traces: readonly TraceDay[]) {
  const left = new Map(traces.map((trace) => [trace, { own: 0, all: 0, unit: '' }]));
  const got = new Map<string, { amount: number; traces: TraceDay[] }>();
  const inTurn = entries.toSorted((a, b) => compare(a.day, b.day) || a.amount - b.amount || compare(a.entry, b.entry));
  for (const own of [true, false]) {
    for (const { entry, day, project, unit, amount } of inTurn) {
      const usable = traces
        .filter((trace) => trace.from <= day && day <= trace.to && trace.projects.includes(project))
        .filter((trace) => trace.day === day || !own)
        .sort((a, b) => compare(a.to, b.to) || a.projects.length - b.projects.length || compare(a.key, b.key));
      for (const trace of usable) {
        const so = got.get(entry) ?? { amount: 0, traces: [] };
        const state = left.get(trace)!;
        if (so.amount === amount) break;
        if (state.unit === '') left.set(trace, { unit, all: trace.capacity[unit], own: trace.ownDayCapacity[unit] });
        const now = left.get(trace)!;
        const taken = now.unit === unit ? Math.min(amount - so.amount, own ? now.own : now.all) : 0;
        if (taken === 0) continue;
        left.set(trace, { unit, own: now.own - (own ? taken : 0), all: Math.max(0, now.all - taken) });
        got.set(entry, { amount: so.amount + taken, traces: [...new Set([...so.traces, trace])] });
      }
    }
  }
  return got;
}

/** Of one developer: her rows, and the fold keys that each entry used. */
function matchHer(input: MatchInput, developer: string) {
  const { policy, contributions } = input;
  const reachOf = reachOnce(input.isWorkingDay);
  const authors = input.identities.find((each) => each.developer === developer)?.authors ?? [];
  const linkedHashes = authors.filter(({ linked }) => linked).map(({ hash }) => hash);
  const otherHashes = authors.map(({ hash }) => hash).filter((hash) => !linkedHashes.includes(hash));
  const projectsOf = (repository: string): string[] =>
    input.projects.filter(({ repositories }) => repositories.includes(repository)).map(({ project }) => project);
  const by = (hashes: readonly string[]): Contribution[] =>
    contributions.filter(({ author }) => hashes.includes(author));
  const whose = {
    isOwn: (hash: string) => authors.some((each) => each.hash === hash),
    isProven: () => false,
    authors: authorsBySha(contributions),
  };
  const daysOf = (all: readonly Contribution[], without: readonly Contribution[]): TraceDay[] =>
    traceDays(
      fold(all, whose, policy.trivialClass).changes.filter(
        (change) => !change.contributions.some((each) => without.includes(each)),
      ),
      projectsOf,
      policy,
      reachOf,
    );
  const [linked, others] = [by(linkedHashes), by(otherHashes)];
  const traces = daysOf(linked, []);
  const proposed = others.length === 0 ? [] : daysOf([...linked, ...others], linked);
  const entries = input.entries.filter((each) => each.developer === developer && each.amount > 0);
  const served = serve(entries, traces);
  const missing = entries
    .map((each) => ({ ...each, amount: each.amount - (served.get(each.entry)?.amount ?? 0) }))
    .filter(({ amount }) => amount > 0);
  const wouldServe = serve(missing, proposed);
  const rows = entries.map((entry) => {
    const got = served.get(entry.entry);
    const { from, to } = reachOf(entry.day, policy.nearbyWorkingDays, policy.nearbyWorkingDays);
    const near = traces.filter(({ day, projects }) => from <= day && day <= to && projects.includes(entry.project));
    const shown = (got?.traces ?? near).flatMap(({ changes }) =>
      changes.flatMap((change) => {
        const one = change.contributions.find(({ repository }) => projectsOf(repository).includes(entry.project));
        return one === undefined ? [] : [one];
      }),
    );
    const verdict = got?.amount === entry.amount ? 'agrees' : shown.length > 0 ? 'partly' : 'no-public-trace';
    const isProposed = wouldServe.has(entry.entry);
    const hasLinked = linkedHashes.length > 0;
    const reasons = [
      ...(verdict === 'agrees' ? ['traces-agree'] : verdict === 'partly' ? ['thin-trace'] : []),
      ...(verdict === 'no-public-trace' && hasLinked && !isProposed ? ['no-public-trace'] : []),
      ...(hasLinked ? [] : ['identity-not-linked']),
      ...(isProposed ? ['identity-proposed'] : []),
    ];
    const keys = got === undefined ? [] : shown.map(({ foldKey }) => foldKey);
    const named = [...new Set(shown.map(({ id }) => id))].sort(compare);
    return { entry, verdict, reasons, keys, named };
  });
  return rows.sort((a, b) => compare(a.entry.day, b.entry.day) || compare(a.entry.entry, b.entry.entry));
}

function reference(input: MatchInput): unknown[] {
  const developers = [...new Set(input.entries.map(({ developer }) => developer))].sort(compare);
  const rows = developers.flatMap((developer) => matchHer(input, developer));
  return rows.map(
    ({ entry: { entry, developer, day, project, alsoClaimedElsewhere }, verdict, reasons, keys, named }) => {
      const isShared = rows.some(
        (other) => other.entry.developer !== developer && other.keys.some((key) => keys.includes(key)),
      );
      const isConflict = alsoClaimedElsewhere || isShared;
      return {
        ...{ entry, developer, day, project, verdict: isConflict ? 'conflict' : verdict },
        reasons: isConflict ? ['conflict-of-claims', ...reasons] : reasons,
        contributions: named,
      };
    },
  );
}

const developers = ['de-alix', 'de-bao', 'de-chloe'];
const hashes = ['alix', 'bao', 'chloe', 'shared'];
const repositories = ['lib', 'fork', 'other'];
const dayArbitrary = fc.nat(18).map((n) => addDays('2024-05-13', n));
const sha = fc.nat(30).map((n) => `s${n}`);

const entryArbitrary = fc.record({
  developer: fc.constantFrom(...developers),
  day: dayArbitrary,
  project: fc.constantFrom('project', 'second', 'nowhere'),
  unit: fc.constantFrom('minute' as const, 'minute' as const, 'half-day' as const),
  size: fc.integer({ min: 0, max: 10 }),
  alsoClaimedElsewhere: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
const contributionArbitrary = fc.record({
  sha,
  day: dayArbitrary,
  author: fc.constantFrom(...hashes),
  repository: fc.constantFrom(...repositories),
  more: fc.record({
    sizeClass: fc.option(fc.integer({ min: 0, max: 16 })),
    foldKey: fc.nat(40).map((n) => `k${n}`),
    patchId: fc.option(
      fc.nat(40).map((n) => `p${n}`),
      { freq: 1 },
    ),
    reverts: fc.option(sha, { freq: 1 }),
    cherryPickedFrom: fc.option(sha, { freq: 1 }),
    onDefaultBranch: fc.boolean(),
    pullRequest: fc.option(fc.nat(3)),
  }),
});
const inputArbitrary = fc
  .record({
    entries: fc.array(entryArbitrary, { maxLength: 14 }),
    contributions: fc.uniqueArray(contributionArbitrary, {
      maxLength: 24,
      selector: (each) => `${each.repository} ${each.sha} ${each.author}`,
    }),
    linked: fc.array(fc.tuple(fc.constantFrom(...developers), fc.constantFrom(...hashes), fc.boolean()), {
      maxLength: 8,
    }),
  })
  .map(({ entries, contributions, linked }) =>
    sampleInput({
      entries: entries.map(({ developer, day, project, unit, size, alsoClaimedElsewhere }, i) =>
        sampleEntry(`e${(i * 7) % 100}`, day, unit === 'minute' ? size * 60 : size % 3, {
          ...{ developer, project, unit, alsoClaimedElsewhere },
        }),
      ),
      contributions: contributions.map(({ sha: id, day, author, repository, more }) =>
        sampleContribution(id, day, { author, repository, id: `${repository}#${id}#${author}`, ...more }),
      ),
      identities: developers.map((developer) => ({
        developer,
        authors: linked.filter(([who]) => who === developer).map(([, hash, isLinked]) => ({ hash, linked: isLinked })),
      })),
      projects: [
        { project: 'project', repositories: ['lib', 'fork'] },
        { project: 'second', repositories: ['other', 'fork'] },
      ],
    }),
  );

describe('matching', () => {
  it('says of every entry what looking at everything says, and names the same contributions', () => {
    fc.assert(
      fc.property(inputArbitrary, (input) => {
        expect(match(input)).toEqual(reference(input));
      }),
      { numRuns: 1500 },
    );
  });

  it('of one developer again, after an entry of hers changed, says what matching all of it afresh says of her', () => {
    fc.assert(
      fc.property(inputArbitrary, fc.nat(), fc.integer({ min: 1, max: 600 }), (input, at, amount) => {
        const changed = input.entries[at % Math.max(1, input.entries.length)];
        fc.pre(changed !== undefined);
        const { developer } = changed!;
        const entries = input.entries.map((each) => (each === changed ? { ...each, amount } : each));
        const matchOne = inOrder(input);
        const of = (all: readonly MatchEntry[], who: string) => all.filter((each) => each.developer === who);
        const users = usersOf(developers.map((who) => matchOne(who, of(input.entries, who))));
        const hers = (rows: readonly Corroboration[]) => rows.filter((row) => row.developer === developer);
        expect(withConflicts(matchOne(developer, of(entries, developer)), users)).toEqual(
          hers(match({ ...input, entries })),
        );
      }),
      { numRuns: 500 },
    );
  });
});
