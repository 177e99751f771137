// What a worked case comes to.
import type { Step } from '../step.ts';
import type { CaseRejection } from './assess-entries.ts';
import type { CaseInputs } from './case-fields.ts';

/** The result fields of the format; a field that the case gives no ground for is left out. */
export interface LawCaseResult {
  readonly id: string;
  readonly scheme: string;
  readonly acceptedMinutes?: number;
  readonly rejectedMinutes?: readonly CaseRejection[];
  readonly acceptedHalfDays?: number;
  readonly rejectedHalfDays?: CaseInputs['rejectedHalfDays'];
  readonly baseCents: number;
  /** The CIR's: what its rate is applied to. */
  readonly declaredBaseEuros?: number;
  readonly ledgerCreditCents: number;
  readonly declaredCreditEuros: number;
  readonly declaredCreditCents: number;
  readonly steps: readonly Step[];
}
