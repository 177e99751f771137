// What one run of the rules bench found.
import type { BesideRun } from '../beside/beside-run.ts';
import type { Goal } from '../beside/goals.ts';
import type { Times } from '../beside/times.ts';
import type { Answer, Job } from './way.ts';

/** One way of one job at one size. */
export interface Line extends Times {
  readonly job: Job;
  readonly way: string;
  /** Lines, or entries of the year. */
  readonly size: number;
  readonly peakMebibytes: number;
  /** Median milliseconds of each part, by name. */
  readonly parts: Readonly<Record<string, number>>;
  readonly answer: Answer;
}

export interface RulesRun extends BesideRun {
  readonly lines: readonly Line[];
  readonly goals: readonly Goal[];
}
