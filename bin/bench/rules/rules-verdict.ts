// What the figures of the rules bench are held to: one answer for all, equal to the published one, and the goals that rest on times.
import type { Bilingual } from '../../../lib/model/text.ts';
import type { Failure } from '../beside/beside-run.ts';
import type { Goal } from '../beside/goals.ts';
import { publishedAnswer } from './made-lines.ts';
import type { Line } from './rules-run.ts';
import type { Job } from './way.ts';

/** Names of the ways, as they stand in the table. */
export const ours = 'communs';
export const byHand = 'BigInt, by hand';
export const decimal = 'decimal.js, by hand';

const publishedSize = 1_000_000;
/** Goals are set at this many lines and at ten times as many: with fewer, starting weighs more than computing. */
const goalSizes = 100_000;

/** @param lines ours first for each job and size */
export function failuresOf(lines: readonly Line[]): Failure[] {
  const failures: Failure[] = [];
  const differ = (line: Line, expected: string, whose: string): void => {
    const found = JSON.stringify(line.answer);
    if (found === expected) return;
    const both = `${line.job} × ${line.size}: ${line.way} ${found}; ${whose} ${expected}`;
    failures.push({ code: 'answers-differ', says: { fr: both, en: both } });
  };
  for (const here of Map.groupBy(lines, ({ job, size }) => `${job} ${size}`).values()) {
    for (const line of here.slice(1)) differ(line, JSON.stringify(here[0]!.answer), here[0]!.way);
  }
  for (const line of lines) {
    if (line.job === 'lines' && line.size === publishedSize && line.way === ours)
      differ(line, JSON.stringify(publishedAnswer), 'published');
  }
  return failures;
}

const names: Readonly<Record<Job, Bilingual>> = {
  lines: { fr: 'lignes', en: 'lines' },
  year: { fr: 'année', en: 'year' },
};

/** @param lines ours first for each job and size, the smallest size first */
export function goalsOf(lines: readonly Line[]): Goal[] {
  const goals: Goal[] = [];
  const large = lines.filter(({ size }) => size >= goalSizes);
  for (const { job, way, size, oursOverIt } of large) {
    if (way === ours) continue;
    goals.push({
      ...{ name: `${job}: ${way}`, size, atMost: way === byHand ? 3 : 0.05, found: oursOverIt },
      says: { fr: `${names[job].fr} : notre temps / ${way}`, en: `${names[job].en}: our time / ${way}` },
    });
  }
  const own = large.filter(({ way }) => way === ours);
  for (const [job, here] of Map.groupBy(own, (line) => line.job)) {
    const [small, last] = [here[0]!, here.at(-1)!];
    if (last.size !== 10 * small.size) continue;
    goals.push({
      ...{ name: `${job}: growth`, size: last.size, atMost: 11, found: last.medianMs / small.medianMs },
      says: { fr: `${names[job].fr} : temps × 10 lignes`, en: `${names[job].en}: time for × 10 lines` },
    });
  }
  return goals;
}
