// The state of the ledger, in both languages.
import type { Words } from '../parts/words.ts';

export const statusWords = {
  title: { fr: 'Contrôle du grand livre', en: 'State of the ledger' },
  lead: {
    fr: 'Chaque jour, le grand livre entier est contrôlé : chaînes, empreintes, rangs, totaux. Un octet modifié, manquant ou échangé est trouvé et nommé.',
    en: 'Each day the whole ledger is read again: chains, digests, rows, totals. A byte that was changed, lost or swapped is found and named.',
  },
  never: { fr: 'Le grand livre n’a pas encore été contrôlé.', en: 'The ledger has not been read again yet.' },
  sound: { fr: 'Rien n’a changé hors du grand livre', en: 'Nothing changed outside the ledger' },
  faulty: { fr: 'Des écarts ont été trouvés', en: 'Differences were found' },
  at: { fr: 'Contrôlé', en: 'Read again' },
  books: { fr: 'Livres', en: 'Books' },
  facts: { fr: 'Faits', en: 'Facts' },
  rows: { fr: 'Rangs', en: 'Rows' },
  behind: { fr: 'Vues en retard', en: 'Views behind' },
  behindText: {
    fr: 'en retard ne veut pas dire faux : elles se rattrapent seules',
    en: 'behind does not mean wrong: they catch up by themselves',
  },
  faults: { fr: 'Écarts', en: 'Differences' },
  where: { fr: 'Où', en: 'Where' },
  what: { fr: 'Ce qui a été trouvé', en: 'What was found' },
  stopped: {
    fr: 'Plus rien n’est ajouté aux livres touchés tant qu’une personne n’a pas regardé.',
    en: 'Nothing more is added to the books concerned until a person has looked.',
  },
  version: { fr: 'Version', en: 'Version' },
  testKey: {
    fr: 'Les états de cette installation sont signés par une clé d’essai (TEST) : ils n’engagent personne.',
    en: 'Statements of this installation are signed by a TEST key: they bind nobody.',
  },
} as const satisfies Words;
