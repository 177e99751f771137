// A problem, and the way on, in both languages.
import type { Words } from '../parts/words.ts';

export const problemWords = {
  next: { fr: 'Que faire maintenant', en: 'What to do now' },
  signIn: { fr: 'Se connecter', en: 'Sign in' },
  again: {
    fr: 'Revenez à la page précédente : votre navigateur a gardé ce que vous avez saisi.',
    en: 'Go back to the page before: your browser kept what you typed.',
  },
  reload: {
    fr: 'Revenez à la page précédente et rechargez-la : elle montrera ce qui a changé.',
    en: 'Go back to the page before and reload it: it will show what has changed.',
  },
  later: { fr: 'Réessayez dans quelques instants.', en: 'Try again in a moment.' },
  home: { fr: 'Repartir de l’accueil', en: 'Start again from the home page' },
  code: { fr: 'Code', en: 'Code' },
  request: { fr: 'Numéro de la demande', en: 'Number of the request' },
  row: { fr: 'ligne', en: 'row' },
  column: { fr: 'colonne', en: 'column' },
} as const satisfies Words;
