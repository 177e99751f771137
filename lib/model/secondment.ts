// The loan of one person by one company to one foundation's projects (mise à disposition).
import type { Day } from './calendar.ts';
import type { TimeUnit } from './duration.ts';

export type LegalForm = 'loan' | 'service-gift' | 'own-work';

/** An employee under the labour code, or a public servant, who may be lent under a basis of her own alone. */
export type Staff = 'employee' | 'public-servant';

/** `3ds-209`: the experiment of law 2022-217, art. 209. `cgfp`: mise à disposition under the code of the public service. */
export const publicBases = ['3ds-209', 'cgfp'] as const;
export type PublicBasis = (typeof publicBases)[number];

export interface Secondment {
  /** Opaque id, `se-…`. */
  readonly id: string;
  /** The company's alias of the developer, `de-…`. */
  readonly developer: string;
  readonly foundation: string;
  /** Project ids. */
  readonly projects: readonly string[];
  /** First and last day, both included; null = open-ended. */
  readonly from: Day;
  readonly to: Day | null;
  /** Share of working time, as an exact ratio `p/q`. */
  readonly share: string;
  readonly legalForm: LegalForm;
  readonly staff: Staff;
  /** On which a public servant is lent; null: none stated, and for an employee. */
  readonly basis: PublicBasis | null;
  /** Working-time regime: hours are minutes, forfait-jours are half-days. */
  readonly unit: TimeUnit;
  /** Hours a week of the contract, all work at the employer, in minutes; null = not stated. */
  readonly weeklyMinutes: number | null;
  /** Weekdays worked, Monday 1 … Sunday 7, in order; null = Monday to Friday. */
  readonly workingDays: readonly number[] | null;
  /** Days on which each paper was signed; null = not on file (Code du travail L. 8241-2). */
  readonly convention: Day | null;
  readonly amendment: Day | null;
  readonly consent: Day | null;
  /** Fact that ended it early, if any. */
  readonly endedOn: Day | null;
}
