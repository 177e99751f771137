// One declared amount of time of one person on one day for one project: a row of a timesheet's batch.
import type { Day } from './calendar.ts';
import type { TimeUnit } from './duration.ts';

/** Where in the original file the row was read. */
export interface SourcePosition {
  readonly sheet: string | null;
  /** 1-based. */
  readonly row: number;
  /** e.g. `F14`; null for CSV. */
  readonly cell: string | null;
}

export interface TimeEntry {
  /** The company's alias of the developer, `de-…`. */
  readonly developer: string;
  readonly day: Day;
  readonly project: string;
  readonly unit: TimeUnit;
  /** Positive in a timesheet; a correction's delta may be negative. */
  readonly amount: number;
  readonly source: SourcePosition;
  /** The day on which the person wrote or approved it, when the source says so. */
  readonly written: Day | null;
}
