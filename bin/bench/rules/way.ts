// What each way of computing is given and answers. All ways of a job must answer the same, or their times compare nothing.
import type { Load } from '../intake/answer.ts';

/** `lines`: each line rounded at each step. `year`: a company's year assessed and computed, rounded once. */
export type Job = 'lines' | 'year';

/** Whole numbers, by name. */
export type Answer = Readonly<Record<string, number>>;

export interface Done {
  readonly answer: Answer;
  /** Milliseconds of each part of the work, by name; their sum is the time. */
  readonly parts: Readonly<Record<string, number>>;
}

/** @returns the work, once what this way takes its input in is made */
export type Prepare = (load: Load, size: number) => Promise<() => Done>;
