// What every bench beside others is asked with.

export interface BesideOptions {
  /** Instead of its own. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** The folder in which the others are installed. */
  readonly peers: string | undefined;
}

/** @param own without any asked for @returns each once, the smallest first */
export const sizesOf = (asked: readonly number[], own: readonly number[]): number[] =>
  [...new Set(asked.length === 0 ? own : asked)].sort((a, b) => a - b);
