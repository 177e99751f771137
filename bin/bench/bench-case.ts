// One thing that is measured: what it does, at which sizes, and what it counted.
import type { Bilingual } from '../../lib/model/text.ts';

interface Figure {
  readonly label: Bilingual;
  readonly value: number;
}

/** By a name that stays the same, for whoever compares two runs. */
type Figures = Readonly<Record<string, Figure>>;

/** Where a case works. */
export interface Bench {
  /** Its own, empty, removed at the end. */
  readonly folder: string;
  /** Done at the end, the last one first; when somebody stops the program too. */
  readonly afterwards: (close: () => Promise<unknown>) => void;
}

export interface BenchCase {
  readonly summary: Bilingual;
  /** Without `--size`; more than one show how the work grows. */
  readonly sizes: readonly number[];
  /**
   * Makes its input by itself, the same for the same size.
   * @returns the seconds of the work without the making, and what was counted
   * @throws Error if the work was not done as it should be: a figure about wrong work is none
   */
  readonly run: (size: number, bench: Bench) => Promise<{ readonly seconds: number; readonly figures: Figures }>;
}

/** A run of one case at one size, in a process of its own. */
export interface Run {
  readonly name: string;
  readonly size: number;
  readonly seconds: number;
  /** Most memory that the process held at once, in MiB, making the input included. */
  readonly peakMebibytes: number;
  /** Processes that waited for a core, over the minute before and the last minute of the run. */
  readonly load: readonly [before: number, after: number];
  readonly figures: Figures;
}

/** @returns seconds since it was started */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => (performance.now() - start) / 1000;
}
