// What every bench beside others is asked with.

export interface BesideOptions {
  /** Instead of its own. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** The folder in which the others are installed. */
  readonly peers: string | undefined;
}
