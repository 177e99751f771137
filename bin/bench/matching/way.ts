// What each way of matching is given and answers. All must answer the same, or their times compare nothing.
import type { Load } from '../intake/answer.ts';
import type { MadeColumns } from './made-columns.ts';

/** For all entries: the contributions of the same developer and project around their day. */
export interface Answer {
  readonly pairs: number;
  /** Entries with no contribution. */
  readonly none: number;
  /** Contributions with no entry. */
  readonly orphan: number;
}

export interface Done {
  readonly answer: Answer;
  /** Milliseconds, by the name under which they stand in the table. */
  readonly milliseconds: Readonly<Record<string, number>>;
  /** One developer matched again after a day of hers changed, in milliseconds: the median of very many. */
  readonly again?: number;
}

/** @returns the work, once whatever this way takes its input in is made */
export type Prepare = (load: Load, made: MadeColumns) => Promise<() => Promise<Done>>;
