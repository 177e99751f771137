// What each way of a job is given and answers. All ways of a job must answer the same, or their times compare nothing.
import type { Load } from '../intake/answer.ts';

/** Whole numbers and digests, by name. */
export type Answer = Readonly<Record<string, number | string>>;

export interface Done {
  /** Null from a floor, and where two ways are not meant to make the same bytes. */
  readonly answer: Answer | null;
  /** Milliseconds of each part of the work, by name; their sum is the time. */
  readonly parts: Readonly<Record<string, number>>;
  /** Until the work was done, or of a process that the way started; absent: that of its own at its end. */
  readonly peakMebibytes?: number;
}

/** @returns the work, once what this way takes its input in is made */
export type Prepare = (load: Load, size: number) => Promise<() => Done | Promise<Done>>;
