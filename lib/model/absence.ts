// A half-day or a day on which somebody was not at work. Why is nobody's business here: it is not read and never kept.
import type { Day } from './calendar.ts';

export type Halves = 'morning' | 'afternoon' | 'both';

export interface Absence {
  /** The company's alias of the developer, `de-…`. */
  readonly developer: string;
  readonly day: Day;
  readonly halves: Halves;
}
