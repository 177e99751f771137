// The employer's order to work on a day off: what lets a Saturday, a Sunday or a public holiday count.
import type { Day } from './calendar.ts';

export interface WorkOrder {
  /** The company's alias of the developer. */
  readonly developer: string;
  /** The one day that it is about. */
  readonly day: Day;
  /** The day on which it was signed: one signed after the day orders nothing. */
  readonly signedOn: Day;
}
