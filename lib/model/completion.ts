// Whether all the time of a person's month is declared, as HR says it: an empty month is not a month of zero.
import type { Month } from './calendar.ts';

/** A row of `months-completed`. */
export interface CompletionRow {
  readonly developer: string;
  readonly month: Month;
  /** False: it is open again. */
  readonly complete: boolean;
  /** Why it was opened again; null where it is complete. */
  readonly reason: string | null;
}
