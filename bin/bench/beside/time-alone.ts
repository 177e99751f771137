// What a process does that works once in one way: it says how long that took and what it held to whoever started it.

export interface Timed<Answer> {
  /** Without starting the process and loading what it works with. */
  readonly milliseconds: number;
  /** Most memory that the process held at once, in MiB, with node itself (some 45) and without processes of its own, as git. */
  readonly peakMebibytes: number;
  readonly answer: Answer;
}

/** @param prepare what is done before, with the process's argument */
export async function timeAlone<Answer>(prepare: (word: string) => Promise<() => Promise<Answer>>): Promise<void> {
  // Whoever asked is gone.
  process.once('disconnect', () => process.exit());
  const [, , word = ''] = process.argv;
  const work = await prepare(word);
  const start = performance.now();
  const answer = await work();
  const milliseconds = performance.now() - start;
  const timed: Timed<Answer> = { milliseconds, peakMebibytes: process.resourceUsage().maxRSS / 1024, answer };
  process.send?.(timed, () => process.exit());
}
