// Who needs to be asked about an entry: nobody, a person, or nobody because a rule refused it. It moves no minute: only a declaration and a confirmation do.
import type { Corroboration, CorroborationReason, TriageDecision } from '../model/corroboration.ts';
import type { EntryRefusalCode } from './refusals/refusal-codes.ts';

export type TriageReason = EntryRefusalCode | CorroborationReason;

export interface Triage {
  readonly decision: TriageDecision;
  /** For `refused` every code that applies, in order of precedence; else what the traces say, what is to be settled first before it. */
  readonly reasons: readonly TriageReason[];
}

/** What the rules and the traces say of one entry. */
export interface TriageInput {
  /** In order of precedence; the foundation's own answer is none of them. */
  readonly refusals: readonly EntryRefusalCode[];
  /** The same line stands above, and HR has not yet said whether both are meant. */
  readonly repeatAwaitsEmployer: boolean;
  /** The same person and day was declared at two employers: both wait. */
  readonly heldByConflict: boolean;
  /** Null while nothing was looked up. */
  readonly corroboration: Pick<Corroboration, 'verdict' | 'reasons'> | null;
}

/**
 * A suggestion to a person: neither `compute` nor `issue` reads it.
 * @returns the decision and why (forges.md, section 6)
 */
export function triage({ refusals, repeatAwaitsEmployer, heldByConflict, corroboration }: TriageInput): Triage {
  if (repeatAwaitsEmployer) return { decision: 'question', reasons: ['duplicate'] };
  if (refusals.length > 0) return { decision: 'refused', reasons: refusals };
  const said = corroboration?.reasons ?? [];
  if (heldByConflict) return { decision: 'question', reasons: [...new Set(['conflict-of-claims' as const, ...said])] };
  return { decision: corroboration?.verdict === 'agrees' ? 'clear' : 'question', reasons: said };
}
