// What the traces say about one declared entry. It never changes a minute: it chooses what a person is asked.
import type { Day } from './calendar.ts';

export type TraceVerdict = 'agrees' | 'partly' | 'no-public-trace' | 'conflict';

export type CorroborationReason =
  | 'traces-agree'
  | 'thin-trace'
  | 'no-public-trace'
  | 'identity-not-linked'
  | 'identity-proposed'
  | 'conflict-of-claims';

/** `clear`: the rules pass and the traces agree. `question`: the rules pass, a person decides. `refused`: a rule said no. */
export type TriageDecision = 'clear' | 'question' | 'refused';

/** A row of an `evidence-recorded` batch. */
export interface Corroboration {
  /** `<root>:<leaf>` of the time entry. */
  readonly entry: string;
  readonly developer: string;
  readonly day: Day;
  readonly project: string;
  readonly verdict: TraceVerdict;
  readonly reasons: readonly CorroborationReason[];
  /** Contribution ids used, in order. */
  readonly contributions: readonly string[];
}
