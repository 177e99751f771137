// What a process does that matches once in one way: it makes the input, then works and says what it held above the input.
import type { Load } from '../intake/answer.ts';
import { madeColumns } from './made-columns.ts';
import type { Done, Prepare } from './way.ts';

export interface Measured extends Done {
  /** Most memory held at once above the input, at most: what making the input left behind is in it. */
  readonly bytesAbove: number;
}

export async function matchAlone(prepare: Prepare, load: Load): Promise<void> {
  // Whoever asked is gone.
  process.once('disconnect', () => process.exit());
  const [, , entries, contributions] = process.argv;
  const work = await prepare(load, madeColumns(Number(entries), Number(contributions)));
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const done = await work();
  const measured: Measured = { ...done, bytesAbove: process.resourceUsage().maxRSS * 1024 - before };
  process.send?.(measured, () => process.exit());
}
