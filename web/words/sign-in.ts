// Development sign-in, in both languages.
import type { Words } from '../parts/words.ts';

export const signInWords = {
  title: { fr: 'Connexion de développement', en: 'Development sign-in' },
  warning: {
    fr: 'Aucun mot de passe : cette page n’existe que sur cette machine, pour essayer Communs avec des personnes inventées. Ailleurs, on se connecte par le fournisseur d’identité de son organisation.',
    en: 'No password: this page exists on this machine only, to try Communs with invented people. Elsewhere one signs in through the identity provider of one’s organisation.',
  },
  choose: { fr: 'Qui voulez-vous être ?', en: 'Who do you want to be?' },
  nobody: {
    fr: 'Personne n’est encore dans la liste : chargez l’exemple avec « npm start ».',
    en: 'Nobody is on the list yet: load the sample with “npm start”.',
  },
} as const satisfies Words;
