// What surrounds every page, in both languages.
import type { Words } from '../parts/words.ts';

export const roleWords = {
  hr: { fr: 'Feuilles de temps', en: 'Timesheets' },
  developer: { fr: 'Mes mois', en: 'My months' },
  foundation: { fr: 'Confirmations', en: 'Confirmations' },
  finance: { fr: 'États certifiés', en: 'Statements' },
  registrar: { fr: 'Oppositions', en: 'Objections' },
} as const satisfies Words;

export const frameWords = {
  skip: { fr: 'Aller au contenu', en: 'Skip to the content' },
  navigation: { fr: 'Navigation principale', en: 'Main navigation' },
  signIn: { fr: 'Se connecter', en: 'Sign in' },
  signOut: { fr: 'Se déconnecter', en: 'Sign out' },
  error: { fr: 'Erreur : ', en: 'Error: ' },
  testClock: {
    fr: 'L’horloge est celle de l’exemple : les dates affichées ne sont pas celles d’aujourd’hui.',
    en: 'The clock is the sample’s: the dates shown are not those of today.',
  },
  memoryTitle: { fr: 'Sans mémoire.', en: 'Nothing is kept.' },
  memory: {
    fr: 'Ce lancement ne garde rien : tout disparaît quand le programme s’arrête.',
    en: 'This run keeps nothing: all of it is gone when the program stops.',
  },
  promise: {
    fr: 'Communs tient le grand livre de ce que des entreprises donnent aux communs numériques. Une heure vient d’une déclaration datée, jamais d’une trace.',
    en: 'Communs keeps the ledger of what companies give to digital commons. An hour comes from a dated declaration, never from a trace.',
  },
  verify: { fr: 'Vérifier un état', en: 'Check a statement' },
  methodology: { fr: 'Méthode', en: 'Methodology' },
  log: { fr: 'Journal public', en: 'Public log' },
  status: { fr: 'Contrôle du grand livre', en: 'State of the ledger' },
} as const satisfies Words;
