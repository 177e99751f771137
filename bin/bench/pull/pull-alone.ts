// What a process does that reads one history once in one way: started by pull-bench.ts, which it answers by message.
import type { Load } from '../intake/answer.ts';
import type { Answer, Prepare, Source } from './way.ts';

export interface Timed {
  readonly milliseconds: number;
  /** Most memory that the process held at once, in MiB, with node itself (some 45) and without git. */
  readonly peakMebibytes: number;
  readonly answer: Answer | null;
}

/** The source is the process's argument, as JSON. */
export async function pullAlone(prepare: Prepare, load: Load): Promise<void> {
  // Whoever asked is gone.
  process.once('disconnect', () => process.exit());
  const [, , source = ''] = process.argv;
  const work = await prepare(load, JSON.parse(source) as Source);
  const start = performance.now();
  const answer = await work();
  const milliseconds = performance.now() - start;
  const timed: Timed = { milliseconds, peakMebibytes: process.resourceUsage().maxRSS / 1024, answer };
  process.send?.(timed, () => process.exit());
}
