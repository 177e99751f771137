// What a company declares of a fiscal year beside its time and its pay: the words of it.
import type { Day, Period } from './calendar.ts';

/** A payroll extract: the run that it sums, its SHA-256, and its total (gross, accessories and employer charges of everybody in it). */
export interface PayrollRun {
  readonly run: Period;
  readonly digest: string;
  readonly totalCents: number;
}

/** Where an amount was entered. */
export interface EnteredReturn {
  readonly form: string;
  readonly line: string;
  readonly euros: number;
  readonly filedOn: Day;
}

export const yearQuestions = ['other-aid', 'other-employers', 'billed-to-clients', 'counterparts'] as const;
export type YearQuestion = (typeof yearQuestions)[number];

/** Amounts are null where the question has none, and under a no. */
export interface YearAnswer {
  readonly answer: 'yes' | 'no';
  readonly minutes: number | null;
  readonly halfDays: number | null;
  readonly cents: number | null;
}

/**
 * Why no works council was consulted: it is due from 11 employees on (Code du travail, L. 2311-2); nobody stood for election (L. 2314-9);
 * a public body has an instance of its own.
 */
export const councilReasons = ['under-11-employees', 'no-candidates', 'own-instance'] as const;
export type CouncilReason = (typeof councilReasons)[number];

/** The works council consulted, or the people concerned told: a day, or why none. For the notice there is no such reason. */
export interface StaffInformed {
  readonly step: 'works-council' | 'notice';
  readonly on: Day | null;
  readonly reason: CouncilReason | null;
}
