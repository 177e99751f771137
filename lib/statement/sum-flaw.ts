// A sum that does not hold, as every check of a statement's arithmetic tells it.

/** Two numbers that should be equal and are not. `where` is a path into the payload. */
export interface SumFlaw {
  readonly where: string;
  readonly stated: bigint;
  readonly found: bigint;
}
