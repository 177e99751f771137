// What a process does that works once in one way: started by jobs-bench.ts, which it answers by message.
import type { Load } from '../intake/answer.ts';
import type { Done, Prepare } from './way.ts';

export interface Measured extends Done {
  /** Of the process, its input included. */
  readonly peakMebibytes: number;
}

/** The size is the process's argument. */
export async function workAlone(prepare: Prepare, load: Load): Promise<void> {
  // Whoever asked is gone.
  process.once('disconnect', () => process.exit());
  const work = await prepare(load, Number(process.argv[2]));
  // What making the input left behind is not this way's to clean up.
  globalThis.gc?.();
  const done = await work();
  const measured: Measured = { peakMebibytes: process.resourceUsage().maxRSS / 1024, ...done };
  process.send?.(measured, () => process.exit());
}
