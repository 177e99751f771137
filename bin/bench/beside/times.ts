// What the rounds of one contestant come to.

export interface Times {
  readonly medianMs: number;
  readonly leastMs: number;
  readonly mostMs: number;
  /** Our time over its own, in each round; the median of them. */
  readonly oursOverIt: number;
}

/** The upper one of the two in the middle. */
export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** @param ours milliseconds of the same rounds */
export const timesOf = (milliseconds: readonly number[], ours: readonly number[]): Times => ({
  medianMs: median(milliseconds),
  leastMs: Math.min(...milliseconds),
  mostMs: Math.max(...milliseconds),
  oursOverIt: median(milliseconds.map((time, round) => ours[round]! / time)),
});

/** @returns what all rounds of one contestant answered @throws Error where they did not answer the same */
export function soleAnswer<Answer>(name: string, runs: readonly { readonly answer: Answer }[]): Answer {
  if (new Set(runs.map(({ answer }) => JSON.stringify(answer))).size > 1)
    throw new Error(`bench: ${name} answers differently each time`);
  return runs[0]!.answer;
}
