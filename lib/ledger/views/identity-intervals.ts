// On which days an address or an account is somebody's, by which proof: what facts of her book add up to.
import type { Day } from '../../model/calendar.ts';
import type { FactData } from '../kinds.ts';

/** One proof, and the days that it still speaks for. */
export interface IdentityInterval
  extends Pick<FactData<'identity-proven'>, 'proof' | 'company' | 'developer' | 'since' | 'until'> {
  /** Instant UTC of the proof. */
  readonly at: string;
}

export function withProof(
  intervals: readonly IdentityInterval[],
  { proof, company, developer, since, until }: FactData<'identity-proven'>,
  at: string,
): readonly IdentityInterval[] {
  return [...intervals, { proof, company, developer, since, until, at }];
}

/** @returns what stays: nothing after the last day; nothing at all where it never was hers */
export function withoutDays(
  intervals: readonly IdentityInterval[],
  { until, company }: Pick<FactData<'identity-withdrawn'>, 'until' | 'company'>,
): readonly IdentityInterval[] {
  return intervals.flatMap((interval): IdentityInterval[] => {
    if (company !== null && !(interval.proof === 'vouched' && interval.company === company)) return [interval];
    if (until === null || interval.since > until) return [];
    return [{ ...interval, until: interval.until === null || interval.until > until ? until : interval.until }];
  });
}

/** Days, closed on both ends; null = to this day and on. */
export interface Days {
  readonly since: Day;
  readonly until: Day | null;
}

export const overlap = (a: Days, b: Days): boolean =>
  (b.until === null || a.since <= b.until) && (a.until === null || b.since <= a.until);
