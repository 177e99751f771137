// What the figures of the matching bench are held to: one answer for all, memory, and the goals that rest on times.
import type { Failure } from '../beside/beside-run.ts';
import type { Goal } from '../beside/goals.ts';
import type { Line, WholeLine } from './matching-run.ts';

const bytesAtMost = 24;
/** Goals are set at this many entries and at ten times as many: with fewer, starting weighs more than matching. */
const goalSizes = 100_000;

const same = (one: Line, other: Line): boolean => JSON.stringify(one.answer) === JSON.stringify(other.answer);

const told = ({ way, answer }: Line): string =>
  `${way} ${answer.pairs} pairs, ${answer.none} none, ${answer.orphan} orphan`;

/** @param lines ours first at each size */
export function failuresOf(lines: readonly Line[]): Failure[] {
  return [...Map.groupBy(lines, ({ entries }) => entries)].flatMap(([entries, here]) => {
    const [ours, ...others] = here as [Line, ...Line[]];
    const differ = others.filter((other) => !same(ours, other));
    const failures = differ.map((other): Failure => {
      const both = `${entries}: ${told(ours)}; ${told(other)}`;
      return { code: 'answers-differ', says: { fr: both, en: both } };
    });
    if (entries < goalSizes || ours.bytesARow <= bytesAtMost) return failures;
    const bytes = Math.ceil(ours.bytesARow);
    return [
      ...failures,
      {
        code: 'memory-bound',
        says: {
          fr: `${entries} : ${bytes} octets par ligne au-dessus des données, pour ${bytesAtMost} au plus`,
          en: `${entries}: ${bytes} bytes a row above the input, for ${bytesAtMost} at most`,
        },
      },
    ];
  });
}

/** The size that the goal for matching again is set at. */
const againSize = 1_000_000;

/** @param lines @param whole the smallest size first */
export function goalsOf(lines: readonly Line[], whole: readonly WholeLine[]): Goal[] {
  const large = lines.filter(({ entries }) => entries >= goalSizes);
  const ours = large.filter(({ againMicroseconds }) => againMicroseconds !== null);
  const beside = large
    .filter(({ way }) => way === 'duckdb query')
    .map(
      ({ entries, oursOverIt }): Goal => ({
        ...{ name: 'duckdb-query', size: entries, atMost: 0.15, found: oursOverIt },
        says: { fr: 'notre temps / requête de DuckDB', en: 'our time / DuckDB’s query' },
      }),
    );
  const memory = ours.map(
    ({ entries, bytesARow }): Goal => ({
      ...{ name: 'bytes-a-row', size: entries, atMost: bytesAtMost, found: bytesARow },
      says: { fr: 'octets par ligne au-dessus des données', en: 'bytes a row above the input' },
    }),
  );
  const again = [
    ...ours.map(({ entries, againMicroseconds, medianMs }) => ({
      ...{ name: 'again', entries, found: againMicroseconds! / 1000 / medianMs },
      says: { fr: 'une personne refaite / le tout', en: 'one developer again / all' },
    })),
    ...whole.map(({ entries, again: milliseconds, milliseconds: all }) => ({
      ...{ name: 'whole-again', entries, found: milliseconds / all },
      says: {
        fr: 'tout l’appariement : une personne refaite / le tout',
        en: 'all of matching: one developer again / all',
      },
    })),
  ]
    .filter(({ entries }) => entries >= againSize)
    .map(({ name, entries, found, says }): Goal => ({ name, says, size: entries, atMost: 0.001, found }));
  return [...beside, ...growthOf(ours, whole), ...memory, ...again];
}

/** Of time for ten times as much, and of one developer matched again among ten times as many. */
function growthOf(ours: readonly Line[], whole: readonly WholeLine[]): Goal[] {
  const goals: Goal[] = [];
  const add = (name: string, size: number, atMost: number, found: number, fr: string, en: string): void => {
    goals.push({ name, size, atMost, found, says: { fr, en } });
  };
  const [small, large] = [ours[0], ours.at(-1)];
  if (small !== undefined && large?.entries === 10 * small.entries) {
    add('growth', large.entries, 11, large.medianMs / small.medianMs, 'temps × 10 lignes', 'time for × 10 rows');
    const again = large.againMicroseconds! / small.againMicroseconds!;
    add(
      'again-growth',
      large.entries,
      1.3,
      again,
      'une personne refaite, × 10 lignes',
      'one developer again, × 10 rows',
    );
  }
  const [few, many] = [whole[0], whole.at(-1)];
  if (few !== undefined && many?.entries === 10 * few.entries) {
    const time = many.milliseconds / few.milliseconds;
    add('whole-growth', many.entries, 11, time, 'tout l’appariement, × 10 lignes', 'all of matching, × 10 rows');
  }
  return goals;
}
