// What the page of one person's month is told, as HR sees and corrects it.
import type { Day, Month } from '../lib/model/calendar.ts';
import type { Duration, TimeUnit } from '../lib/model/duration.ts';
import type { Bilingual } from '../lib/model/text.ts';
import type { Completeness } from './hr-timesheets-view.ts';
import type { EntryPart, EntrySource } from './parts/entry.ts';
import type { Time } from './parts/format.ts';

/** A line that a timesheet declared and that stands. */
export interface StandingLine {
  /** `<root>:<leaf>` */
  readonly entry: string;
  readonly day: Day;
  readonly project: string;
  readonly time: Duration;
  readonly source: EntrySource;
  /** As it stands in the receipt's address. */
  readonly timesheet: string;
  /** Days beyond the delay; null = in time. */
  readonly lateDays: number | null;
  /** Where it stands: its parts add up to the line; empty before anything is known. */
  readonly parts: readonly EntryPart[];
  /** The developer's own words against it; null unless she contests it. */
  readonly contested: string | null;
}

export interface CorrectionMade {
  readonly entry: string;
  readonly day: Day;
  readonly project: string;
  /** Negative where time is taken back. */
  readonly delta: Duration;
  readonly reason: string;
  readonly by: string;
  /** Instant UTC. */
  readonly at: string;
}

/** One word on whether all of the month is declared. */
export interface CompletenessAct {
  readonly act: 'completed' | 'reopened';
  readonly by: string;
  readonly at: string;
  /** Of a reopening. */
  readonly reason: string | null;
}

export interface HrMonthView {
  readonly company: { readonly id: string; readonly name: string };
  readonly month: Month;
  readonly previous: Month | null;
  readonly next: Month | null;
  readonly developer: { readonly id: string; readonly name: string };
  /** Lines and corrections together. */
  readonly declared: Time;
  readonly state: Completeness;
  /** In order of day. */
  readonly lines: readonly StandingLine[];
  /** Newest first. */
  readonly corrections: readonly CorrectionMade[];
  /** Newest first. */
  readonly acts: readonly CompletenessAct[];
  /** Projects that a correction may name: those of her secondments and of her lines. */
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  /** Of the month: both where her regime changed within it. */
  readonly units: readonly TimeUnit[];
  readonly notice: Bilingual | null;
}
