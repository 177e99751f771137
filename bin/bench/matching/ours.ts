// Our own way: the first step of matching, as `match` takes it for each developer, over columns of all of them.
import { groupRows, inGroups } from '../../../lib/matching/group-rows.ts';
import { reach } from '../../../lib/matching/reach.ts';
import { median } from '../beside/times.ts';
import { type Columns, daysAfter, daysBefore, type MadeColumns } from './made-columns.ts';
import type { Answer, Prepare } from './way.ts';

interface Grouped {
  readonly starts: Uint32Array;
  readonly project: Int32Array;
  readonly day: Int32Array;
}

function byDeveloper({ developer, project, day }: Columns, developers: number): Grouped {
  const groups = groupRows(developer, developers);
  return { starts: groups.starts, project: inGroups(project, groups), day: inGroups(day, groups) };
}

const slice = ({ starts, project, day }: Grouped, at: number) => {
  const [from, to] = [starts[at], starts[at + 1]];
  return { place: project.subarray(from, to), day: day.subarray(from, to) };
};

const plus = (a: Answer, b: Answer, sign: 1 | -1 = 1): Answer => ({
  pairs: a.pairs + sign * b.pairs,
  none: a.none + sign * b.none,
  orphan: a.orphan + sign * b.orphan,
});

const nothing: Answer = { pairs: 0, none: 0, orphan: 0 };

/** One developer. */
function matchOne(entries: Grouped, contributions: Grouped, at: number): Answer {
  const { place, day } = slice(entries, at);
  const points = slice(contributions, at);
  const windows = { place, from: day.map((each) => each - daysBefore), to: day.map((each) => each + daysAfter) };
  const { low, high } = reach(points, windows);
  let [pairs, none, orphan] = [0, 0, 0];
  // How many windows open, less those that close, at each place of the order.
  const opening = new Int32Array(points.day.length + 1);
  for (let row = 0; row < low.length; row += 1) {
    const found = high[row]! - low[row]!;
    pairs += found;
    if (found === 0) none += 1;
    opening[low[row]!]! += 1;
    opening[high[row]!]! -= 1;
  }
  let open = 0;
  for (let row = 0; row < points.day.length; row += 1) {
    open += opening[row]!;
    if (open === 0) orphan += 1;
  }
  return { pairs, none, orphan };
}

function matchAll(entries: Grouped, contributions: Grouped, developers: number): Answer {
  let sum = nothing;
  for (let at = 0; at < developers; at += 1) sum = plus(sum, matchOne(entries, contributions, at));
  return sum;
}

const changes = 1001;

/** Moves a day of one developer after the other. @returns the median of what matching her again took; the sum must stay that of all */
function matchAgain(entries: Grouped, contributions: Grouped, { developers }: MadeColumns, answer: Answer): number {
  const took: number[] = [];
  let sum = answer;
  for (let change = 0; change < changes; change += 1) {
    // Far from the one before: nothing of hers is in the processor's own memory.
    const at = (change * 7919) % developers;
    sum = plus(sum, matchOne(entries, contributions, at), -1);
    const row = entries.starts[at]!;
    if (row < entries.starts[at + 1]!) entries.day[row]! += 1;
    const start = performance.now();
    const hers = matchOne(entries, contributions, at);
    took.push(performance.now() - start);
    sum = plus(sum, hers);
  }
  const all = matchAll(entries, contributions, developers);
  if (JSON.stringify(all) !== JSON.stringify(sum)) throw new Error('bench: matched again, the sum is another');
  return median(took);
}

export const prepare: Prepare = async (_load, made) => async () => {
  const start = performance.now();
  const entries = byDeveloper(made.entries, made.developers);
  const contributions = byDeveloper(made.contributions, made.developers);
  const answer = matchAll(entries, contributions, made.developers);
  const milliseconds = { communs: performance.now() - start };
  return { answer, milliseconds, again: matchAgain(entries, contributions, made, answer) };
};
