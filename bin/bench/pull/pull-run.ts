// What one run of the pull bench found.
import type { BesideRun } from '../beside/beside-run.ts';
import type { Goal } from '../beside/goals.ts';
import type { Times } from '../beside/times.ts';
import type { Answer } from './way.ts';

/** One way of reading a history of so many commits. */
export interface Line extends Times {
  readonly way: string;
  readonly commits: number;
  readonly peakMebibytes: number;
  /** null from the floor. */
  readonly answer: Answer | null;
}

/** What is new on top of so many commits. */
export interface NewLine {
  readonly commits: number;
  readonly isNew: number;
  readonly medianMs: number;
}

export interface PullRun extends BesideRun {
  readonly lines: readonly Line[];
  readonly onlyNew: readonly NewLine[];
  readonly goals: readonly Goal[];
}
