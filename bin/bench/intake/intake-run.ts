// What one run of the intake bench found: every reader at every size, and what it is refused for.
import type { BesideRun } from '../beside/beside-run.ts';
import type { Growth } from './growth.ts';
import type { Measured } from './measure.ts';
import type { Job } from './readers.ts';

export interface IntakeRun extends BesideRun {
  readonly jobs: readonly {
    readonly job: Job;
    readonly measured: readonly Measured[];
    readonly growth: readonly Growth[];
  }[];
}
