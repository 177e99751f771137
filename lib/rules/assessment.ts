// The words of assessment: what is claimed, what decides about it, and where each minute ends.
import type { Day } from '../model/calendar.ts';
import type { CheckAnswer, ConfirmationAnswer } from '../model/confirmation.ts';
import type { TraceVerdict } from '../model/corroboration.ts';
import type { TimeUnit } from '../model/duration.ts';
import type { FoundationStanding, Project } from '../model/registry.ts';
import type { ClaimRoute } from '../model/route-claim.ts';
import type { Secondment } from '../model/secondment.ts';
import type { Support } from '../model/support.ts';
import type { WorkOrder } from '../model/work-order.ts';
import type { EntryRefusalCode, Ground } from './refusals/refusal-codes.ts';
import type { RuleSet, SchemeCode } from './rule-set.ts';

/** The foundation's word on an entry. */
export interface ClaimConfirmation {
  readonly answer: ConfirmationAnswer;
  /** For `partly`: shared by all entries of the group, in day then entry order; else null. */
  readonly confirmedAmount: number | null;
  /** Id of the confirmation row. */
  readonly group: string;
}

/** One declared entry with all that is known about it. */
export interface Claim {
  /** `<root>:<leaf>`, unique. */
  readonly entry: string;
  readonly developer: string;
  readonly day: Day;
  readonly project: string;
  readonly unit: TimeUnit;
  /** Above 0. */
  readonly amount: number;
  readonly receivedDay: Day;
  readonly writtenDay: Day | null;
  /** Taken back by an undo or by negative corrections: 0 to `amount`. */
  readonly withdrawnAmount: number;
  /** The same developer, day, project and amount stood earlier, and HR took the line as read. */
  readonly repeated: boolean;
  /** What other employers claimed for the same person, day and unit; 0 if none or unknown. */
  readonly otherEmployersAmount: number;
  /** The same person and day was declared at two employers: both wait. */
  readonly heldByConflict: boolean;
  readonly check: CheckAnswer | null;
  readonly confirmation: ClaimConfirmation | null;
  /** Carried to the parts: in nothing that is issued do traces weigh a minute. One reading of `support`, for previews, asks them. */
  readonly trace: TraceVerdict | null;
  /** The route under which the company says that the same time is claimed. */
  readonly claimedUnder: ClaimRoute | null;
}

export interface AssessmentInput {
  /** All claims of every ISO week that the period touches: the weekly cap needs the whole week. */
  readonly claims: readonly Claim[];
  readonly secondments: readonly Secondment[];
  readonly projects: readonly Project[];
  /** Of all foundations: read where the scheme asks for a standing. */
  readonly standings: readonly FoundationStanding[];
  /** To work on days off. */
  readonly orders: readonly WorkOrder[];
  /** Which public holidays apply: the company's region. */
  readonly region: string;
  readonly ruleSet: RuleSet;
  /** Whose own rules of admission hold beside those that hold under all. */
  readonly scheme: SchemeCode;
  /** A preview's: another reading than the scheme's own figure `support`, which holds wherever none is asked for. */
  readonly support?: Support;
}

export type PartState = 'counted' | 'refused' | 'awaiting' | 'withdrawn';

/** Why a part waits. */
export type AwaitingCode = 'conflict-of-claims' | 'contested' | 'cannot-tell' | 'not-confirmed';

/**
 * On whom a part waits: the foundation's word; this employer's HR, to correct what the developer contested or to let it stand; both employers that claim the
 * same day.
 */
export type Awaits = 'foundation' | 'employer' | 'employers';

/** A part of an entry that ends in one place. The parts of an entry add up to its amount exactly. */
export interface Part {
  readonly entry: string;
  readonly developer: string;
  readonly project: string;
  readonly day: Day;
  readonly unit: TimeUnit;
  /** Above 0. */
  readonly amount: number;
  readonly state: PartState;
  readonly code: EntryRefusalCode | AwaitingCode | null;
  readonly ground: Ground | null;
  /**
   * What its sentence names: the foundation without standing, the eligible fork of a project that is not, the route under which the time is
   * claimed (also where it is counted all the same); null: nothing.
   */
  readonly about: string | null;
  readonly awaits: Awaits | null;
  /** The day the entry was received, for what waits. */
  readonly since: Day | null;
  readonly trace: TraceVerdict | null;
  /** Days beyond the delay, from the work to when it was written, else received; null = in time. Never a refusal by itself. */
  readonly lateDays: number | null;
}

export interface Assessment {
  /** In order of day, then entry; within an entry withdrawn, refused, awaiting, counted. */
  readonly parts: readonly Part[];
  /** Every refusal code that applies to an entry, in order of precedence; entries with none are left out. */
  readonly allReasons: readonly { readonly entry: string; readonly codes: readonly EntryRefusalCode[] }[];
}
