// The entries behind a statement, with their proofs, as workbooks show them at level `names`: they hash to the root that is signed.
import type { CheckAnswer, ConfirmationAnswer } from '../model/confirmation.ts';
import type { TraceVerdict } from '../model/corroboration.ts';

/** A part of an entry, by where it ended. */
interface ShownPart {
  readonly state: 'counted' | 'refused' | 'awaiting' | 'withdrawn';
  readonly code: string | null;
  readonly amount: number;
}

/** What a forge shows of the work. */
interface ShownTrace {
  readonly repository: string;
  readonly kind: string;
  readonly sha: string;
  /** Author day; null where the row is not at hand. */
  readonly day: string | null;
}

export interface ShownEntry {
  /** 1-based, as `line-<n>`. */
  readonly line: number;
  readonly person: number;
  readonly project: string;
  readonly day: string;
  readonly unit: 'minute' | 'half-day';
  readonly amount: number;
  readonly parts: readonly ShownPart[];
  /** The file by its own name, or the correction that made it. */
  readonly file: string;
  /** Of the file; null for a correction. */
  readonly sha256: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly cell: string | null;
  readonly receivedDay: string;
  /** Days beyond the delay; null = in time. */
  readonly lateDays: number | null;
  readonly check: { readonly answer: CheckAnswer; readonly at: string } | null;
  readonly confirmation: { readonly answer: ConfirmationAnswer; readonly at: string; readonly digest: string } | null;
  readonly verdict: TraceVerdict | null;
  readonly traces: readonly ShownTrace[];
}
