// One claim of time as a file makes it: what `communs read` lists, and what a preview looks up in the ledger.
import type { Day } from '../model/calendar.ts';

interface EntryPlace {
  readonly sheet: string | null;
  /** 1-based. */
  readonly row: number;
  /** Matricule, else e-mail, else full name, as written. */
  readonly person: string;
  readonly day: Day;
  readonly project: string;
  readonly comment?: string;
  /** When the person entered the line or it was approved, where a column says so (« Saisi le », « Validé le »). */
  readonly written?: Day;
  /** The person's whole day over all activities, where a column states it (« Total jour »). */
  readonly dayTotalMinutes?: number;
  readonly dayTotalHalfDays?: number;
}

/** One line that can be posted: in minutes or in half-days, never both. */
export type Entry = EntryPlace &
  ({ readonly minutes: number; readonly halfDays?: never } | { readonly halfDays: number; readonly minutes?: never });
