// HR asks for an erasure on its page, or carries one out: what was shown is what is done, and the staff number is typed out once more.
import type { ErasureAskedView } from '../ledger/views/company-views.ts';
import { Refusal } from '../model/refusal.ts';
import { readBook } from './book-state.ts';
import {
  askErasure,
  type DecideErasurePorts,
  decideErasure,
  type EraseAnswer,
  type EraseAsked,
} from './erase-developer.ts';
import { companyBook, findDeveloper } from './people.ts';

export interface ConfirmErasure extends EraseAsked {
  /** Which of the two steps the page offered. */
  readonly step: 'ask' | 'carry-out';
  /** Her staff number, as it was typed to confirm. */
  readonly typed: string;
}

const typedOtherwise = (): Refusal =>
  new Refusal('invalid-input', {
    fr: 'Le matricule tapé n’est pas celui de cette personne : rien n’a été fait. Revenez à sa page, vérifiez de qui il s’agit, et tapez son matricule tel qu’il y est écrit.',
    en: 'The staff number typed is not this person’s: nothing was done. Go back to her page, check who it is, and type her staff number as it stands there.',
  });

const sameTwice = (): Refusal =>
  new Refusal('same-person', {
    fr: 'Vous avez demandé cet effacement : une autre personne des ressources humaines le relit et l’exécute, car il est sans retour. Rien n’est effacé pour l’instant.',
    en: 'You asked for this erasure: another person of HR reads it again and carries it out, for it cannot be undone. Nothing is erased for now.',
  });

/**
 * A step that somebody else took meanwhile is never another one: who meant to ask erases nothing.
 * @throws Refusal `invalid-input`, `same-person`, and as `decideErasure`
 */
export async function confirmErasure(
  ports: DecideErasurePorts,
  { step, typed, ...asked }: ConfirmErasure,
): Promise<EraseAnswer> {
  const { company, developer, by } = asked;
  const entry = await findDeveloper(ports, company, developer);
  // Erased already: there is no staff number any more, and the answer says so.
  if (entry !== null && typed.trim() !== entry.matricule) throw typedOtherwise();
  if (step === 'ask') return askErasure(ports, asked);
  const state = await readBook(ports, companyBook(company));
  const request = (await state.get(`erasures-asked/${developer}`)) as unknown as ErasureAskedView | null;
  if (request?.by === by && entry !== null) throw sameTwice();
  return decideErasure(ports, asked);
}
