// Whom an entry waits for, when no rule refuses it and yet it may not count.
import type { AwaitingCode, Awaits, Claim } from './assessment.ts';

/**
 * A double claim is settled before the rest; what the developer contested waits on her employer, who corrects it or shows her that it stands; silence
 * and "cannot tell" wait on the foundation and are never a refusal.
 * @returns null if it counts
 */
export function awaitingOf(claim: Claim): { readonly code: AwaitingCode; readonly awaits: Awaits } | null {
  if (claim.heldByConflict) return { code: 'conflict-of-claims', awaits: 'employers' };
  if (claim.check === 'contested') return { code: 'contested', awaits: 'employer' };
  if (claim.confirmation === null) return { code: 'not-confirmed', awaits: 'foundation' };
  if (claim.confirmation.answer === 'cannot-tell') return { code: 'cannot-tell', awaits: 'foundation' };
  return null;
}
