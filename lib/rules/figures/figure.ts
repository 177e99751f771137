// One value of the law or of our policy, with the days on which it holds and where it was read. The type makes the source mandatory.
import type { Day } from '../../model/calendar.ts';

/** A: official text read. B: two concordant sources. C: one secondary source. M: from memory of the law. P: this project's own choice. */
export type Certainty = 'A' | 'B' | 'C' | 'M' | 'P';

/** Which day picks the version in force. */
export type ChosenBy = 'date-of-work' | 'fiscal-year-end' | 'date-of-convention';

export interface Figure {
  readonly key: string;
  /** A ratio is a text `p/q`, a word a text; cents, days, minutes and years are safe integers. */
  readonly value: string | number;
  readonly from: Day;
  /** Half-open: the first day on which it no longer holds; null = still in force. */
  readonly to: Day | null;
  readonly chosenBy: ChosenBy;
  readonly legalReference: string;
  readonly sourceTitle: string;
  readonly sourceUrl: string;
  readonly certainty: Certainty;
  /** When somebody last compared the value with its source. */
  readonly lastChecked: Day;
}

/** What the figures of one source and day have in common: spread into each of them. */
export type FigureSource = Pick<Figure, 'legalReference' | 'sourceTitle' | 'sourceUrl' | 'certainty' | 'lastChecked'>;
