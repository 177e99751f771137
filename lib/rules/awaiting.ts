// Whom an entry waits for, when no rule refuses it and yet it may not count.

import type { Support } from '../model/support.ts';
import type { Bilingual } from '../model/text.ts';
import type { AwaitingCode, Awaits, Claim } from './assessment.ts';
import { isCarriedWithoutFoundation } from './support.ts';

/** What a person reads, and on whom it waits. */
export const awaitingTexts: Readonly<Record<AwaitingCode, Bilingual>> = {
  'conflict-of-claims': {
    fr: 'Ce jour est déclaré par deux employeurs : les deux attendent. Chacun corrige ce qui n’est pas à lui.',
    en: 'This day is declared by two employers: both wait. Each corrects what is not its own.',
  },
  contested: {
    fr: 'La personne conteste cette ligne : son employeur la corrige, ou lui montre qu’elle est juste.',
    en: 'The person contests this line: her employer corrects it, or shows her that it is right.',
  },
  'cannot-tell': {
    fr: 'La fondation ne peut pas le dire. Apportez-lui de quoi répondre ; ce n’est pas un refus.',
    en: 'The foundation cannot tell. Bring it what it needs to answer; this is not a refusal.',
  },
  'not-confirmed': {
    fr: 'La fondation n’a pas encore répondu. Son silence n’est pas un refus.',
    en: 'The foundation has not answered yet. Its silence is not a refusal.',
  },
};

/**
 * A double claim is settled before the rest; what the developer contested waits on her employer, who corrects it or shows her that it stands; silence
 * and "cannot tell" wait on the foundation, unless something else may carry the entry, and are never a refusal.
 * @param support what carries the entry on its day
 * @returns null if it counts
 */
export function awaitingOf(
  claim: Claim,
  support: Support,
): { readonly code: AwaitingCode; readonly awaits: Awaits } | null {
  if (claim.heldByConflict) return { code: 'conflict-of-claims', awaits: 'employers' };
  if (claim.check === 'contested') return { code: 'contested', awaits: 'employer' };
  if (isCarriedWithoutFoundation(claim.trace, support)) return null;
  if (claim.confirmation === null) return { code: 'not-confirmed', awaits: 'foundation' };
  if (claim.confirmation.answer === 'cannot-tell') return { code: 'cannot-tell', awaits: 'foundation' };
  return null;
}
