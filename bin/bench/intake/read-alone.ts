// What a process does that reads one file once with one reader: started by time-reader.ts, which it answers by message.
import type { Answer, Load, Prepare } from './answer.ts';

export interface Timed {
  /** Without starting the process and loading the reader. */
  readonly milliseconds: number;
  /** Most memory that the process held at once, in MiB, with node itself (some 45). */
  readonly peakMebibytes: number;
  readonly answer: Answer | null;
}

/** The path of the file is the process's argument. */
export async function readAlone(prepare: Prepare, load: Load): Promise<void> {
  // Whoever asked is gone.
  process.once('disconnect', () => process.exit());
  const [, , path = ''] = process.argv;
  const read = await prepare(load);
  const start = performance.now();
  const answer = await read(path);
  const milliseconds = performance.now() - start;
  const timed: Timed = { milliseconds, peakMebibytes: process.resourceUsage().maxRSS / 1024, answer };
  process.send?.(timed, () => process.exit());
}
