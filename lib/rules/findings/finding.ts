// What the ledger has to say about time before it is posted: the closed list of findings, and what is asked of whoever posts.
// A finding changes no minute: what a rule refuses is refused when the time is assessed, and stays visible until then.
import type { Absence } from '../../model/absence.ts';
import type { Day, Month } from '../../model/calendar.ts';
import type { TimeUnit } from '../../model/duration.ts';
import type { Project } from '../../model/registry.ts';
import type { Secondment } from '../../model/secondment.ts';
import type { Bilingual } from '../../model/text.ts';
import type { WorkOrder } from '../../model/work-order.ts';
import type { RuleSet } from '../rule-set.ts';

/** `must-fix`: not posted as it is. `confirm`: posted with a reason, given once a code. `note`: told, and nothing is asked. */
export type Severity = 'must-fix' | 'confirm' | 'note';

/** In the order in which they are told. Codes never change once published; each has a section in docs/problems.md. */
export const findingCodes = [
  'month-complete',
  'day-over-24h',
  'day-total-differs',
  'already-posted',
  'day-over-maximum',
  'day-over-maximum-across-employers',
  'half-days-over-maximum',
  'half-days-over-maximum-across-employers',
  'week-over-maximum',
  'week-over-maximum-across-employers',
  'twelve-week-average-over-maximum',
  'twelve-week-average-over-maximum-across-employers',
  'above-contract-week',
  'public-holiday',
  'weekend',
  'not-a-working-day',
  'leave-conflict',
  'outside-secondment',
  'secondment-papers-missing',
  'public-servant-without-basis',
  'secondment-term-exceeded',
  'project-not-eligible',
  'late',
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** Amounts of time, or days of delay. `over` is what is beyond the limit; below it (`day-total-differs`) it is negative. */
export interface FindingAmounts {
  readonly unit: TimeUnit | 'day';
  /** At this employer. Under an `…-across-employers` code `declared` + what others declared = `limit` + `over`. */
  readonly declared: number;
  readonly limit: number;
  readonly over: number;
}

export interface TimeFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly developer: string;
  /** First and last day, both included: one day, an ISO week, twelve of them, or the late days of a month. */
  readonly from: Day;
  readonly to: Day;
  /** Null where the finding is about every project. */
  readonly project: string | null;
  readonly amounts: FindingAmounts | null;
  /** References of the lines about to be posted that it is about; never empty. */
  readonly lines: readonly string[];
  /** Entries of the book that it is about. */
  readonly standing: readonly string[];
  /** What is wrong, when, and what to do; without the person's name, which the reader has beside it. Never names another employer. */
  readonly detail: Bilingual;
}

/** A line about to be posted. */
export interface LineToPost {
  /** Whatever the caller calls it; unique. */
  readonly ref: string;
  readonly developer: string;
  readonly project: string;
  readonly day: Day;
  readonly unit: TimeUnit;
  /** Above 0. */
  readonly amount: number;
  /** The day on which the person wrote or approved it, when the file says so. */
  readonly writtenDay: Day | null;
  /** The person's whole day as the file states it, all activities, in the unit of the line; null if it does not. */
  readonly dayTotal: number | null;
}

/** A line of the book: the members of a `DeclaredEntry` that count here. */
export interface StandingLine {
  readonly entry: string;
  readonly developer: string;
  readonly project: string;
  readonly day: Day;
  readonly unit: TimeUnit;
  readonly amount: number;
  /** 0 to `amount`. */
  readonly withdrawnAmount: number;
  readonly repeated: boolean;
}

export interface FindingInput {
  readonly lines: readonly LineToPost[];
  /**
   * Of the same people, in order of posting: the whole ISO weeks of the lines, and the eleven weeks before and after each. Weeks that are
   * missing here count as weeks without work.
   */
  readonly standing: readonly StandingLine[];
  /** What her other employers declared together; 0 if none or unknown. Asked for any day of those weeks. */
  readonly otherEmployers: (developer: string, day: Day, unit: TimeUnit) => number;
  readonly secondments: readonly Secondment[];
  readonly projects: readonly Project[];
  readonly absences: readonly Absence[];
  /** To work on days off. */
  readonly orders: readonly WorkOrder[];
  /** Minutes of a working day at the company: what half a day of absence leaves. */
  readonly dayMinutes: number;
  /** Which public holidays apply: the company's region. */
  readonly region: string;
  readonly ruleSet: RuleSet;
  /** The day on which the lines are received. */
  readonly receivedDay: Day;
  /** Was something of this person's day left out of the file, so that its lines need not make up the whole? */
  readonly isPartLeftOut: (developer: string, day: Day) => boolean;
  /** Was this person's month declared complete? */
  readonly isComplete: (developer: string, month: Month) => boolean;
}
