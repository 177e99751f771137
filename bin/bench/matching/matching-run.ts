// What one run of the matching bench found.
import type { BesideRun } from '../beside/beside-run.ts';
import type { Goal } from '../beside/goals.ts';
import type { Times } from '../beside/times.ts';
import type { Answer } from './way.ts';
import type { Whole } from './whole-alone.ts';

/** One way of matching at one size. */
export interface Line extends Times {
  readonly way: string;
  readonly entries: number;
  readonly contributions: number;
  /** Above the input and above what the way takes with next to none, for each entry and contribution. */
  readonly bytesARow: number;
  readonly answer: Answer;
  /** One developer again, in microseconds; null where it was not asked. */
  readonly againMicroseconds: number | null;
}

/** All of `match` at one size; medians of the rounds. */
export interface WholeLine extends Whole {
  readonly entries: number;
  readonly contributions: number;
}

export interface MatchingRun extends BesideRun {
  readonly lines: readonly Line[];
  readonly whole: readonly WholeLine[];
  readonly goals: readonly Goal[];
}
