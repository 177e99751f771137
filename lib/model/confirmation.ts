// What the foundation's signatory, and the developer herself, said about declared time.

export type ConfirmationAnswer = 'confirmed' | 'partly' | 'disputed' | 'cannot-tell';

/** One answer about one developer, project and month (rows of a confirmation's batch). */
export interface ConfirmationRow {
  readonly developer: string;
  readonly project: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly answer: ConfirmationAnswer;
  /** For `partly`: what is confirmed, in the entries' unit; else null. */
  readonly confirmedAmount: number | null;
  /** Entry ids the answer covers: later entries of the month await again. */
  readonly entries: readonly string[];
  /** The signatory, in what capacity, and the companies she is tied to: none of them is the one whose time it is. */
  readonly by: string;
  readonly foundation: string;
  readonly capacity: string;
  readonly ties: readonly string[];
  /** The digest of her intent. */
  readonly cause: string;
  /** Kept in the batch, never in the fact. */
  readonly comment: string | null;
}

export type CheckAnswer = 'checked' | 'contested';

/**
 * What shows work that left no trace, given by the developer beside her own line, or taken back. It goes to whoever is asked about the line;
 * it neither checks nor contests it, and moves no minute. A row among her words on the month.
 */
export interface WorkEvidenceRow {
  readonly developer: string;
  readonly month: string;
  readonly answer: 'evidence' | 'evidence-withdrawn';
  /** The one line it is about. */
  readonly entries: readonly [string];
  readonly by: string;
  readonly cause: string;
  /** What she writes: a meeting, a talk, a design note. For a withdrawal null. */
  readonly comment: string | null;
  /** An https address where it can be seen, if there is one. */
  readonly link: string | null;
  /** For a withdrawal: the cause of the row that it takes back. */
  readonly withdraws: string | null;
}

/** A developer's word on her month: all its entries, or the contested ones. */
export interface CheckRow {
  readonly developer: string;
  readonly month: string;
  readonly answer: CheckAnswer;
  /** For `contested`: the entry ids; for `checked`: all that she saw. */
  readonly entries: readonly string[];
  readonly by: string;
  readonly cause: string;
  readonly comment: string | null;
}
