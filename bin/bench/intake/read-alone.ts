// The process in which one reader reads one file once. Started by time-reader.ts, which it answers by message.
import type { Answer, Prepare } from './answer.ts';

export interface Timed {
  /** Without starting the process and loading the reader. */
  readonly milliseconds: number;
  /** Most memory that the process held at once, in MiB, with node itself (some 45). */
  readonly peakMebibytes: number;
  readonly answer: Answer | null;
}

// Whoever asked is gone.
process.once('disconnect', () => process.exit());
const [, , reader = '', path = ''] = process.argv;
const { prepare } = (await import(reader)) as { readonly prepare: Prepare };
const read = await prepare((name) => import(name));
const start = performance.now();
const answer = await read(path);
const milliseconds = performance.now() - start;
const timed: Timed = { milliseconds, peakMebibytes: process.resourceUsage().maxRSS / 1024, answer };
process.send?.(timed, () => process.exit());
