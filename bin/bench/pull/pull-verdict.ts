// What the figures of the pull bench are held to: one answer for all, memory at any size, and the goals that rest on times.
import type { Bilingual } from '../../../lib/model/text.ts';
import type { Failure } from '../beside/beside-run.ts';
import type { Goal } from '../beside/goals.ts';
import type { Line, NewLine } from './pull-run.ts';

/** Names of the ways, as they stand in the table. */
export const ours = { events: 'communs', rows: 'communs, rows' } as const;
export const floor = 'git log';
export const simpleGit = 'simple-git';

const mebibytesAtMost = 128;

const isOurs = ({ way }: Line): boolean => way === ours.events || way === ours.rows;

/** @param lines ours first at each size */
export function failuresOf(lines: readonly Line[]): Failure[] {
  const failures: Failure[] = [];
  for (const [commits, here] of Map.groupBy(lines, (line) => line.commits)) {
    const expected = JSON.stringify(here[0]!.answer);
    for (const { way, answer } of here) {
      if (answer === null || JSON.stringify(answer) === expected) continue;
      const both = `${commits}: ${ours.events} ${expected}; ${way} ${JSON.stringify(answer)}`;
      failures.push({ code: 'answers-differ', says: { fr: both, en: both } });
    }
  }
  // Rows are told as a goal and refuse nothing: what their hashes hold outside JavaScript is let go when node sees fit.
  for (const { way, commits, peakMebibytes } of lines.filter((line) => line.way === ours.events)) {
    if (peakMebibytes <= mebibytesAtMost) continue;
    const peak = Math.ceil(peakMebibytes);
    failures.push({
      code: 'memory-bound',
      says: {
        fr: `${way}, ${commits} : ${peak} Mio de mémoire, pour ${mebibytesAtMost} au plus`,
        en: `${way}, ${commits}: ${peak} MiB of memory, for ${mebibytesAtMost} at most`,
      },
    });
  }
  return failures;
}

/** @param lines @param onlyNew the smallest size first */
export function goalsOf(lines: readonly Line[], onlyNew: readonly NewLine[]): Goal[] {
  const of = (way: string): Line[] => lines.filter((line) => line.way === way);
  const beside = (way: string, atMost: number, says: Bilingual): Goal[] =>
    of(way).map(({ commits, oursOverIt }) => ({ name: way, says, size: commits, atMost, found: oursOverIt }));
  const memory = lines.filter(isOurs).map(
    ({ way, commits, peakMebibytes }): Goal => ({
      ...{ name: 'memory', size: commits, atMost: mebibytesAtMost, found: peakMebibytes },
      says: { fr: `Mio au plus (${way})`, en: `peak MiB (${way})` },
    }),
  );
  const growth = (name: string, atMost: number, figures: readonly (readonly [number, number])[], says: Bilingual) => {
    const [first, last] = [figures[0], figures.at(-1)];
    if (first === undefined || last === undefined || last[0] !== 10 * first[0]) return [];
    return [{ name, says, size: last[0], atMost, found: last[1] / first[1] }];
  };
  return [
    ...beside(floor, 1.15, { fr: 'notre temps / git log', en: 'our time / git log' }),
    ...beside(simpleGit, 0.6, { fr: 'notre temps / simple-git', en: 'our time / simple-git' }),
    ...memory,
    ...growth(
      'growth',
      11,
      of(ours.events).map(({ commits, medianMs }) => [commits, medianMs] as const),
      { fr: 'temps × 10 commits', en: 'time for × 10 commits' },
    ),
    ...growth(
      'new-growth',
      1.5,
      onlyNew.map(({ commits, medianMs }) => [commits, medianMs] as const),
      { fr: 'autant de nouveau, sur × 10 commits', en: 'as much new on top of × 10 commits' },
    ),
  ];
}
