// What one run of the intake bench found: every reader at every size, and what it is refused for.
import type { Growth } from './growth.ts';
import type { Measured } from './measure.ts';
import type { Job } from './readers.ts';
import type { Failure } from './verdict.ts';

export interface IntakeRun {
  readonly jobs: readonly {
    readonly job: Job;
    readonly measured: readonly Measured[];
    readonly growth: readonly Growth[];
  }[];
  /** Readers that are not there. */
  readonly missing: readonly string[];
  readonly failures: readonly Failure[];
  readonly load: readonly [before: number, after: number];
  readonly rounds: number;
}
