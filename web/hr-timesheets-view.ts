// What HR's first page is told: the forms' choices, who has declared what in a month, and what was received.
import type { Month, Period } from '../lib/model/calendar.ts';
import type { Bilingual } from '../lib/model/text.ts';
import type { Time } from './parts/format.ts';
import type { CompanyAndYear } from './parts/upload-form.ts';

/** `nothing`: no time, and nobody has said that there is none; `complete` may well be without time. */
export type Completeness = 'nothing' | 'open' | 'complete';

export interface PersonOfMonth {
  /** As it stands in addresses. */
  readonly developer: string;
  readonly name: string;
  readonly time: Time;
  readonly state: Completeness;
  /** Who declared it complete; null unless it is. */
  readonly declared: { readonly by: string; readonly at: string } | null;
}

export interface TimesheetLine {
  /** As it stands in the receipt's address. */
  readonly timesheet: string;
  readonly fileName: string;
  readonly period: Period;
  readonly lines: number;
  readonly time: Time;
  readonly by: string;
  /** Instant UTC. */
  readonly at: string;
  readonly state: 'posted' | 'undone';
}

/** What of the history is asked for; null: all. */
export interface HistoryFilter {
  readonly state: 'posted' | 'undone' | null;
  /** Id of a person. */
  readonly by: string | null;
  /** With time in this month. */
  readonly period: Month | null;
}

export interface HrTimesheetsView extends CompanyAndYear {
  /** The month looked at, and those to choose, newest first. */
  readonly month: Month;
  readonly months: readonly Month[];
  /** Everybody on secondment in that month, in the order to show: `nothing` first, then `open`, then `complete`; by name. */
  readonly people: readonly PersonOfMonth[];
  /** Asked for by `?tick=open`: the boxes of everybody who has time and is open are ticked. */
  readonly isTicked: boolean;
  /** The leave file in force for the company and year; null: none was sent. */
  readonly absences: {
    readonly halfDays: number;
    readonly people: number;
    /** Days of the file that are of other people or years, and not kept. */
    readonly leftOut: number;
    readonly by: string;
    readonly at: string;
  } | null;
  /** Newest first, of the year, after the filter. */
  readonly timesheets: readonly TimesheetLine[];
  readonly filter: HistoryFilter;
  /** Whoever has posted, to filter by, and the months of the year that have postings, newest first. */
  readonly posters: readonly { readonly id: string; readonly name: string }[];
  readonly periods: readonly Month[];
  /** What her last act did, shown once. */
  readonly notice: Bilingual | null;
}
