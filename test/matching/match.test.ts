// What the traces say: windows, capacity, identities, conflicts; the same answer in any order; as much carried as can be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, type Demand, inServingOrder } from '../../lib/matching/assign.ts';
import { type MatchInput, match, tracesOfHerOwn } from '../../lib/matching/match.ts';
import type { TraceDay } from '../../lib/matching/trace-days.ts';
import { addDays } from '../../lib/model/calendar.ts';
import { sampleContribution, sampleEntry, sampleInput } from './sample-contributions.ts';

const say = (input: Partial<MatchInput>): string[] =>
  match(sampleInput(input)).map(({ entry, verdict, reasons }) => `${entry} ${verdict} ${reasons.join('+')}`);

// 2024-05-13 is a Monday.
describe('a time entry and the traces around it', () => {
  it('agrees with a commit of the same day, and names it', () => {
    const [only] = match(
      sampleInput({
        entries: [sampleEntry('e', '2024-05-15')],
        contributions: [sampleContribution('a', '2024-05-15')],
      }),
    );
    expect(only).toEqual({
      entry: 'e',
      developer: 'de-alix',
      day: '2024-05-15',
      project: 'project',
      verdict: 'agrees',
      reasons: ['traces-agree'],
      contributions: ['lib#commit#a'],
    });
  });

  it('is carried by a larger commit up to three working days later, over a weekend, and not by a fourth', () => {
    const contributions = [sampleContribution('a', '2024-05-14')];
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-09')] })).toEqual(['e agrees traces-agree']);
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-08')] })).toEqual([
      'e no-public-trace no-public-trace',
    ]);
    const holiday = (day: string): boolean => day !== '2024-05-09' && new Date(`${day}T12:00Z`).getUTCDay() % 6 !== 0;
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-08')], isWorkingDay: holiday })).toEqual([
      'e agrees traces-agree',
    ]);
  });

  it('is carried by a larger commit of the working day before', () => {
    const contributions = [sampleContribution('a', '2024-05-10')];
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-13')] })).toEqual(['e agrees traces-agree']);
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-14')] })).toEqual(['e partly thin-trace']);
  });

  it('is not carried by a trivial commit beyond a morning of its own day', () => {
    const contributions = [sampleContribution('a', '2024-05-15', { sizeClass: 2 })];
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-15', 180)] })).toEqual(['e agrees traces-agree']);
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-15', 181)] })).toEqual(['e partly thin-trace']);
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-14', 60)] })).toEqual(['e partly thin-trace']);
  });

  it('is carried by several small commits of a day as by one larger one', () => {
    const contributions = ['a', 'b', 'c'].map((sha) => sampleContribution(sha, '2024-05-15', { sizeClass: 3 }));
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-15', 420)] })).toEqual(['e agrees traces-agree']);
  });

  it('shares one commit with the days around it only until its capacity is used up', () => {
    const days = ['2024-05-10', '2024-05-13', '2024-05-14', '2024-05-15', '2024-05-16'];
    const entries = days.map((day) => sampleEntry(day, day, 600));
    expect(say({ entries, contributions: [sampleContribution('a', '2024-05-15')] })).toEqual([
      ...days.slice(0, 4).map((day) => `${day} agrees traces-agree`),
      '2024-05-16 partly thin-trace',
    ]);
  });

  it('with unknown sizes is carried on the commit’s own day, and around it for less than a day by each commit', () => {
    const unknown = (sha: string) => sampleContribution(sha, '2024-05-15', { sizeClass: null });
    const own = [sampleEntry('e', '2024-05-15', 600)];
    expect(say({ entries: own, contributions: [unknown('a')] })).toEqual(['e agrees traces-agree']);
    const before = [sampleEntry('e', '2024-05-14', 420)];
    expect(say({ entries: before, contributions: [unknown('a')] })).toEqual(['e partly thin-trace']);
    expect(say({ entries: before, contributions: [unknown('a'), unknown('b')] })).toEqual(['e agrees traces-agree']);
  });

  it('of the commit’s own day is served before the days around it', () => {
    const entries = [sampleEntry('before', '2024-05-14', 300), sampleEntry('own', '2024-05-15', 300)];
    const contributions = [sampleContribution('a', '2024-05-15', { sizeClass: null })];
    expect(say({ entries, contributions })).toEqual(['before partly thin-trace', 'own agrees traces-agree']);
  });

  it('is carried by reviews of its own day, two hours each and four at most, and by none of another day', () => {
    const reviews = ['a', 'b', 'c', 'd', 'e'].map((key) =>
      sampleContribution(key, '2024-05-15', { kind: 'review', id: `lib#review#${key}`, sizeClass: null, sha: 'x' }),
    );
    const of = (day: string, amount: number) => ({ contributions: reviews, entries: [sampleEntry('e', day, amount)] });
    expect(say(of('2024-05-15', 480))).toEqual(['e agrees traces-agree']);
    expect(say(of('2024-05-15', 481))).toEqual(['e partly thin-trace']);
    expect(say(of('2024-05-14', 60))).toEqual(['e partly thin-trace']);
    // Beside a tiny commit of that day: what the one cannot carry, the other may.
    const tiny = sampleContribution('t', '2024-05-15', { sizeClass: 2 });
    const both = { contributions: [tiny, reviews[0]!], entries: [sampleEntry('e', '2024-05-15', 300)] };
    expect(say(both)).toEqual(['e agrees traces-agree']);
  });

  it('in half-days is compared with a capacity in half-days, and shares no trace with minutes', () => {
    const contributions = [sampleContribution('a', '2024-05-15', { sizeClass: 2 })];
    const half = (entry: string, amount: number) => sampleEntry(entry, '2024-05-15', amount, { unit: 'half-day' });
    expect(say({ contributions, entries: [half('e', 1)] })).toEqual(['e agrees traces-agree']);
    expect(say({ contributions, entries: [half('e', 2)] })).toEqual(['e partly thin-trace']);
    expect(say({ contributions, entries: [half('e', 1), sampleEntry('m', '2024-05-15', 60)] })).toEqual([
      'e agrees traces-agree',
      'm partly thin-trace',
    ]);
  });

  it('meets the day of the author’s own zone, not that of the commit or of Paris', () => {
    const contributions = [
      sampleContribution('a', '2024-05-15', { sizeClass: 2, committerDay: '2024-05-16', firstSeenDay: '2024-05-16' }),
    ];
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-15', 60)] })).toEqual(['e agrees traces-agree']);
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-16', 60)] })).toEqual(['e partly thin-trace']);
  });

  it('of zero or less asks for no trace', () => {
    expect(say({ entries: [sampleEntry('z', '2024-05-15', 0), sampleEntry('n', '2024-05-15', -60)] })).toEqual([]);
  });

  it('on another project than the work finds no trace', () => {
    const contributions = [sampleContribution('a', '2024-05-15', { repository: 'elsewhere' })];
    expect(say({ contributions, entries: [sampleEntry('e', '2024-05-15')] })).toEqual([
      'e no-public-trace no-public-trace',
    ]);
  });

  it('finds a change that two projects hold once, for the first that needs it', () => {
    const contributions = [
      sampleContribution('a', '2024-05-15', { sizeClass: 5, foldKey: 'k' }),
      sampleContribution('a', '2024-05-15', { sizeClass: 5, foldKey: 'k', repository: 'other' }),
    ];
    const projects = [
      { project: 'project', repositories: ['lib'] },
      { project: 'second', repositories: ['other'] },
    ];
    const entries = [sampleEntry('e', '2024-05-15', 600), sampleEntry('f', '2024-05-15', 600, { project: 'second' })];
    const answers = match(sampleInput({ contributions, projects, entries }));
    expect(answers.map(({ verdict }) => verdict)).toEqual(['agrees', 'partly']);
    expect(answers[0]!.contributions).toEqual(['lib#commit#a']);
  });
});

describe('identities', () => {
  const contributions = [sampleContribution('a', '2024-05-15')];
  const entries = [sampleEntry('e', '2024-05-15')];

  it('none linked: nothing could be looked up, and it says so', () => {
    expect(say({ contributions, entries, identities: [] })).toEqual(['e no-public-trace identity-not-linked']);
  });

  it('one only proposed carries nothing and is not named, but chooses the question', () => {
    const identities = [
      {
        developer: 'de-alix',
        authors: [
          { hash: 'alix', linked: false },
          { hash: 'other', linked: true },
        ],
      },
    ];
    const [only] = match(sampleInput({ contributions, entries, identities }));
    expect(only).toMatchObject({ verdict: 'no-public-trace', reasons: ['identity-proposed'], contributions: [] });
  });

  it('a co-author is carried by her own row of the commit', () => {
    const coAuthored = [
      sampleContribution('a', '2024-05-15', { author: 'bao' }),
      sampleContribution('a', '2024-05-15', { kind: 'co-author', role: 'co-author' }),
    ];
    const [only] = match(sampleInput({ contributions: coAuthored, entries }));
    expect(only).toMatchObject({ verdict: 'agrees', contributions: ['lib#co-author#a#alix'] });
  });

  it('traces for which nothing was declared are told to the developer alone', () => {
    const input = sampleInput({ contributions: [...contributions, sampleContribution('b', '2024-06-20')], entries });
    expect(tracesOfHerOwn(input, 'de-alix').withoutHours).toEqual([
      { developer: 'de-alix', day: '2024-06-20', projects: ['project'], contributions: ['lib#commit#b'] },
    ]);
    expect(match(input)).toHaveLength(1);
  });
});

describe('a contribution that looks like a machine’s', () => {
  const contributions = [sampleContribution('a', '2024-05-15', { isBot: true, authorKind: 'bot' })];
  const entries = [sampleEntry('e', '2024-05-15')];
  const identity = (proven: boolean) => [
    { developer: 'de-alix', authors: [{ hash: 'alix', linked: true, ...(proven ? { proven } : {}) }] },
  ];

  it('carries nothing on an employer’s word, and is told to the developer as left out', () => {
    const input = sampleInput({ contributions, entries, identities: identity(false) });
    expect(match(input)[0]).toMatchObject({ verdict: 'no-public-trace' });
    expect(tracesOfHerOwn(input, 'de-alix').leftOut).toEqual([{ contribution: 'lib#commit#a', reason: 'bot' }]);
  });

  it('is a person’s once she proved that it is hers', () => {
    const input = sampleInput({ contributions, entries, identities: identity(true) });
    expect(match(input)[0]).toMatchObject({ verdict: 'agrees' });
    expect(tracesOfHerOwn(input, 'de-alix').leftOut).toEqual([]);
  });

  it('is a person’s once she proved the account that made it', () => {
    const byAccount = contributions.map((one) => ({ ...one, author: 'another', accountHash: 'account' }));
    const proved = [{ developer: 'de-alix', authors: [{ hash: 'account', linked: true, proven: true }] }];
    const input = sampleInput({ contributions: byAccount, entries, identities: proved });
    expect(match(input)[0]).toMatchObject({ verdict: 'agrees' });
  });
});

describe('conflicts', () => {
  const contributions = [sampleContribution('a', '2024-05-15')];

  it('a claim found elsewhere is a question beside the entry, whatever the traces say', () => {
    const entries = [sampleEntry('e', '2024-05-15', 420, { alsoClaimedElsewhere: true })];
    expect(say({ contributions, entries })).toEqual(['e conflict conflict-of-claims+traces-agree']);
  });

  it('the same work used by two developers is a conflict for both, and for no other day', () => {
    const other = { developer: 'de-bao', authors: [{ hash: 'alix', linked: true }] };
    const identities = [{ developer: 'de-alix', authors: [{ hash: 'alix', linked: true }] }, other];
    const entries = [
      sampleEntry('e', '2024-05-15'),
      sampleEntry('f', '2024-05-15', 420, { developer: 'de-bao' }),
      sampleEntry('g', '2024-06-20', 420, { developer: 'de-bao' }),
    ];
    expect(say({ contributions, entries, identities })).toEqual([
      'e conflict conflict-of-claims+traces-agree',
      'f conflict conflict-of-claims+traces-agree',
      'g no-public-trace no-public-trace',
    ]);
  });
});

const dayArbitrary = fc.integer({ min: 0, max: 12 }).map((n) => addDays('2024-05-13', n));

describe('any order of the input', () => {
  it('gives the same answer', () => {
    const entry = fc.record({ day: dayArbitrary, amount: fc.integer({ min: 1, max: 10 }).map((n) => n * 60) });
    const trace = fc.record({
      day: dayArbitrary,
      sizeClass: fc.option(fc.integer({ min: 0, max: 16 })),
      fold: fc.nat(5),
    });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 8 }),
        fc.array(trace, { maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (es, ts, keys) => {
          const entries = es.map(({ day, amount }, i) => sampleEntry(`e${i}`, day, amount));
          const contributions = ts.map(({ day, sizeClass, fold }, i) =>
            sampleContribution(`s${i}`, day, {
              sizeClass,
              foldKey: `k${fold}`,
              repository: i % 2 === 0 ? 'lib' : 'fork',
            }),
          );
          const shuffled = <T>(values: readonly T[]): T[] =>
            values
              .map((value) => ({ value, key: keys.next().value as number }))
              .sort((a, b) => a.key - b.key)
              .map(({ value }) => value);
          expect(match(sampleInput({ entries: shuffled(entries), contributions: shuffled(contributions) }))).toEqual(
            match(sampleInput({ entries, contributions })),
          );
        },
      ),
    );
  });
});

/** The most of any assignment, tried one minute after the other: first of the traces’ own days, then of all that they reach. */
function mostCarried(demands: readonly Demand[], traces: readonly TraceDay[]): { own: number; around: number } {
  const none = traces.map(() => ({ own: 0, around: 0 }));
  const minutes = demands.flatMap((demand) => Array.from({ length: demand.amount }, () => demand));
  const rank = ({ own, around }: { own: number; around: number }): number => own * 1000 + around;
  const known = new Map<string, { own: number; around: number }>();
  const best = (at: number, held: typeof none): { own: number; around: number } => {
    if (at === minutes.length) return { own: 0, around: 0 };
    const key = `${at} ${JSON.stringify(held)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const { day } = minutes[at]!;
    let most = best(at + 1, held);
    for (const [i, trace] of traces.entries()) {
      if (day < trace.from || day > trace.to) continue;
      const { own, around } = held[i]!;
      for (const ofOwnDay of trace.day === day ? [true, false] : [false]) {
        const now = ofOwnDay ? { own: own + 1, around } : { own, around: around + 1 };
        if (now.own > trace.ownDayCapacity.minute) continue;
        if (now.around > Math.max(0, trace.capacity.minute - now.own)) continue;
        const rest = best(at + 1, held.with(i, now));
        const total = ofOwnDay ? { ...rest, own: rest.own + 1 } : { ...rest, around: rest.around + 1 };
        if (rank(total) > rank(most)) most = total;
      }
    }
    known.set(key, most);
    return most;
  };
  return best(0, none);
}

// The work of one day on one project is one trace.
describe('serving a trace’s own day, then the entry whose trace closes first', () => {
  it('carries as much as the best of all assignments, never more than was asked or held', () => {
    const reach = fc.constantFrom({ before: 0, after: 0 }, { before: 3, after: 1 });
    const minute = fc.integer({ min: 1, max: 3 });
    const trace = fc.record({ at: fc.integer({ min: 3, max: 8 }), reach, minute, ownDay: minute });
    const demand = fc.record({ at: fc.nat(9), amount: minute });
    fc.assert(
      fc.property(
        fc.uniqueArray(trace, { maxLength: 4, selector: ({ at }) => at }),
        fc.array(demand, { maxLength: 4 }),
        (ts, ds) => {
          const day = (at: number): string => addDays('2024-05-13', at);
          const traces = ts
            .map(
              ({ at, reach: { before, after }, minute: total, ownDay }, i): TraceDay => ({
                ...{ key: `t${i}`, day: day(at), projects: ['project'], changes: [] },
                ...{ from: day(at - before), to: day(at + after) },
                capacity: { minute: total, 'half-day': 1 },
                ownDayCapacity: { minute: ownDay, 'half-day': 1 },
              }),
            )
            .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
          const demands = ds.map(({ at, amount }, i) => sampleEntry(`e${i}`, day(at), amount));
          const served = assign(inServingOrder(demands), traces);
          const carried = [...served.values()].reduce((sum, { amount }) => sum + amount, 0);
          const { own, around } = mostCarried(demands, traces);
          expect(carried).toBe(own + around);
          for (const { entry, amount } of demands) expect(served.get(entry)?.amount ?? 0).toBeLessThanOrEqual(amount);
        },
      ),
      { numRuns: 500 },
    );
  });
});
