// A process that matches rows of the ledger as `communs match` does: capacities, reasons and conflicts; then single developers again.
import { byKey } from '../../../lib/matching/group-rows.ts';
import { inOrder, type MatchInput, match, usersOf, withConflicts } from '../../../lib/matching/match.ts';
import type { Corroboration, TraceVerdict } from '../../../lib/model/corroboration.ts';
import { median } from '../beside/times.ts';
import { madeRows } from './made-rows.ts';

export interface Whole {
  readonly milliseconds: number;
  /** One developer after an entry of hers changed; the median of many. */
  readonly again: number;
  readonly verdicts: Readonly<Partial<Record<TraceVerdict, number>>>;
  /** Of the process, its input included. */
  readonly peakMebibytes: number;
}

const changes = 51;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** One entry after the other is made longer; the last one's answer must be that of matching all of it afresh. */
function matchAgain(input: MatchInput): number {
  const matchOne = inOrder(input);
  const entriesOf = byKey(input.entries, ({ developer }) => developer);
  const developers = [...new Set(input.entries.map(({ developer }) => developer))];
  const users = usersOf(developers.map((developer) => matchOne(developer, entriesOf(developer))));
  const again = (developer: string, changed: string): Corroboration[] => {
    const entries = entriesOf(developer).map((each) =>
      each.entry === changed ? { ...each, amount: each.amount + 60 } : each,
    );
    return withConflicts(matchOne(developer, entries), users);
  };
  const took: number[] = [];
  for (let change = 0; change < changes; change += 1) {
    const { developer, entry } = input.entries[(change * 7919) % input.entries.length]!;
    const start = performance.now();
    again(developer, entry);
    took.push(performance.now() - start);
  }
  const { developer, entry } = input.entries[0]!;
  const entries = input.entries.map((each, row) => (row === 0 ? { ...each, amount: each.amount + 60 } : each));
  const afresh = match({ ...input, entries }).filter((each) => each.developer === developer);
  if (!same(again(developer, entry), afresh)) throw new Error(`bench: ${developer} matched again is another answer`);
  return median(took);
}

// Whoever asked is gone.
process.once('disconnect', () => process.exit());
const [, , entries, contributions] = process.argv;
const input = madeRows(Number(entries), Number(contributions));
globalThis.gc?.();
const start = performance.now();
const found = match(input);
const milliseconds = performance.now() - start;
const peakMebibytes = process.resourceUsage().maxRSS / 1024;
if (found.length !== input.entries.length) throw new Error(`bench: ${found.length} answers`);
const verdicts: Partial<Record<TraceVerdict, number>> = {};
for (const { verdict } of found) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
const whole: Whole = { milliseconds, verdicts, peakMebibytes, again: matchAgain(input) };
process.send?.(whole, () => process.exit());
