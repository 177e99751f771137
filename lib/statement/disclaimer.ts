// The sentence that stands in every statement, signed with it: what it is, and what it is not.
import type { Bilingual } from '../model/text.ts';
import type { StatementPayload } from './payload.ts';

const noAdvice: Bilingual = {
  fr: 'Cet état dit qui a déclaré, vérifié et confirmé ce temps, et quand ; il n’est ni un conseil fiscal ni une décision sur un droit.',
  en: 'This statement says who declared, checked and confirmed this time, and when; it is neither tax advice nor a decision on any entitlement.',
};
const proposal: Bilingual = {
  fr: 'Le statut « Investisseur en Communs Numériques » est une proposition : les montants sont une simulation selon notre modèle, sans aucun effet juridique.',
  en: 'The status "Digital Commons Investor" is a proposal: the amounts are a simulation under our model, with no legal effect.',
};

/** @returns the sentences of a scheme of this standing, in both languages */
export function disclaimerOf(standing: StatementPayload['scheme']['standing']): Bilingual {
  if (standing !== 'proposed') return noAdvice;
  return { fr: `${proposal.fr} ${noAdvice.fr}`, en: `${proposal.en} ${noAdvice.en}` };
}
