// What a timesheet file says once read: the answer of `communs read FILE --json`, and of an import's preview.
import type { Bilingual } from '../model/text.ts';
import type { Entry } from './entry.ts';
import type { FileFacts } from './file-facts.ts';
import type { Understanding } from './understanding.ts';

/** Codes never change once published; each has a section in docs/problems.md. */
export const problemCodes = [
  'unknown-column-layout',
  'missing-column',
  'not-a-date',
  'ambiguous-date',
  'date-out-of-year',
  'not-a-duration',
  'ambiguous-duration',
  'negative-duration',
  'over-24h',
  'zero-duration',
  'formula-without-result',
  'formula-error',
  'missing-person',
  'missing-project',
  'duplicate-line',
  'cell-too-long',
  'text-too-many-rows',
  'mixed-units',
  'total-differs',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** These ask for a confirmation; every other code must be fixed first. */
const confirmable: ReadonlySet<ProblemCode> = new Set([
  'duplicate-line',
  'zero-duration',
  'mixed-units',
  'total-differs',
]);

/** @returns true if nothing may be posted while a problem of this code stands */
export const isBlocking = (code: ProblemCode): boolean => !confirmable.has(code);

export interface ProblemPlace {
  readonly sheet: string | null;
  readonly row: number | null;
  /** The header's text. */
  readonly column: string | null;
  /** e.g. `F14`; null in a text file. */
  readonly cell: string | null;
  /** As it stands in the file. */
  readonly value: string | null;
}

export interface Problem extends ProblemPlace {
  readonly code: ProblemCode;
  readonly blocking: boolean;
  readonly detail: Bilingual;
}

export interface Ignored {
  readonly sheet: string | null;
  /** Null for a whole sheet, or a whole column of it. */
  readonly row: number | null;
  /** The letter of a hidden column. */
  readonly column?: string;
  /** `left-out`: by a person's choice. */
  readonly why: 'total' | 'blank' | 'title' | 'hidden' | 'repeated-header' | 'left-out';
}

export interface ReadingTotals {
  /** Lines that claim time: `ready` + `toFix`. */
  readonly rows: number;
  readonly ready: number;
  readonly toFix: number;
  readonly ignored: number;
  readonly minutes: number;
  readonly halfDays: number;
  /** The file's own grand total if it states one in hours or minutes. */
  readonly fileTotalMinutes: number | null;
}

export interface Reading {
  readonly file: FileFacts;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly ignored: readonly Ignored[];
  readonly totals: ReadingTotals;
  /** How the file was taken, so that a person can say where that is wrong. */
  readonly understood: Understanding;
}
