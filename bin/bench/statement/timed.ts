// One piece of work and how long it took, and the most that was held until then.
import type { Answer, Done } from '../beside/way.ts';

/** @param name of its one part @param answerOf outside of the time; absent: it answers nothing that others could answer too */
export async function timed<T>(
  name: string,
  work: () => T | Promise<T>,
  answerOf?: (result: T) => Answer | Promise<Answer>,
): Promise<Done> {
  const start = performance.now();
  const result = await work();
  const parts = { [name]: performance.now() - start };
  // Before the answer: what looking at the result takes is not this way's.
  const peakMebibytes = process.resourceUsage().maxRSS / 1024;
  return { answer: answerOf === undefined ? null : await answerOf(result), parts, peakMebibytes };
}
