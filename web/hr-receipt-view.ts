// What the page of a receipt is told.
import type { Period } from '../lib/model/calendar.ts';
import type { Bilingual } from '../lib/model/text.ts';
import type { ProfileUsed } from './hr-preview-view.ts';
import type { CompanyChoice } from './parts/company.ts';
import type { Time } from './parts/format.ts';

export interface HrReceiptView {
  readonly company: CompanyChoice;
  /** As it stands in this page's address. */
  readonly timesheet: string;
  /** Its place in the company's book, and the SHA-256 of the fact, lower-case hex. */
  readonly seq: number;
  readonly digest: string;
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number };
  readonly by: string;
  /** Instant UTC. */
  readonly at: string;
  readonly period: Period;
  readonly people: number;
  readonly lines: number;
  readonly time: Time;
  readonly projects: readonly { readonly name: string; readonly lines: number; readonly time: Time }[];
  /** What needed a person's word and has it: `reason` null where a tick was enough. */
  readonly confirmed: readonly { readonly code: string; readonly reason: string | null }[];
  /** Findings that asked for a reason and were posted without, by the command line. */
  readonly unexplained: readonly string[];
  /** SHA-256 of the choices that it was read with; null: as it stands. */
  readonly choices: string | null;
  readonly profile: ProfileUsed | null;
  /** Lines that came after the delay, and the days of the latest; null if none did. */
  readonly late: { readonly lines: number; readonly mostDays: number } | null;
  /** Lines that HR left out, and whose, as the file writes them: empty where none were named. */
  readonly leftOut: {
    readonly lines: number;
    readonly people: readonly string[];
    readonly projects: readonly string[];
  };
  readonly undone: { readonly by: string; readonly at: string } | null;
  /** Why it cannot be undone (a statement uses it); null if it can. */
  readonly keptBecause: Bilingual | null;
  /** What has just happened: the page that a post leads to says so. */
  readonly just: 'posted' | 'already-posted' | null;
}
