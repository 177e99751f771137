// What a worked case comes to.
import type { Step } from '../step.ts';
import type { CaseInputs } from './case-fields.ts';
import type { CaseLabels } from './case-labels.ts';
import type { CaseRejection } from './case-rejection.ts';

/** One fiscal year of gifts. */
export interface CaseYear {
  readonly fiscalYear: number;
  readonly donationValueCents: number;
  readonly reductionCents: number;
  readonly declaredCreditEuros: number;
  /** Oldest first. */
  readonly carryOut: readonly { readonly origin: number; readonly cents: number }[];
  readonly expiredCents: number;
}

/** What a case comes to under its scheme; a field that it gives no ground for is left out. */
export interface CaseFigures {
  readonly acceptedMinutes?: number;
  readonly rejectedMinutes?: readonly CaseRejection[];
  readonly acceptedHalfDays?: number;
  readonly rejectedHalfDays?: CaseInputs['rejectedHalfDays'];
  /** Not of several fiscal years at once: each has its own beside. */
  readonly baseCents?: number;
  /** The CIR's: what its rate is applied to. */
  readonly declaredBaseEuros?: number;
  readonly ledgerCreditCents?: number;
  readonly declaredCreditEuros?: number;
  readonly declaredCreditCents?: number;
  /** Gifts: their value within the cap of each person. */
  readonly donationValueCents?: number;
  /** What goes on to the year after the last one. */
  readonly carriedForwardCents?: number;
  readonly years?: readonly CaseYear[];
  readonly steps: readonly Step[];
}

/** The result fields of the format. */
export interface LawCaseResult extends CaseLabels, CaseFigures {
  readonly id: string;
  readonly scheme: string;
}

export type TimeFields = Pick<
  CaseFigures,
  'acceptedMinutes' | 'rejectedMinutes' | 'acceptedHalfDays' | 'rejectedHalfDays'
>;
