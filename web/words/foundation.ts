// What a foundation confirms, in both languages.
import type { Words } from '../parts/words.ts';

export const foundationWords = {
  title: { fr: 'Contributions à confirmer', en: 'Contributions to confirm' },
  capacity: { fr: 'Vous répondez pour', en: 'You answer for' },
  attestTitle: { fr: 'Ce que vous attestez', en: 'What you attest' },
  attest: {
    fr: 'Que ce travail a bien été fait pour le projet, à votre connaissance. C’est tout : ni un salaire, ni une valeur, ni un droit à un avantage fiscal.',
    en: 'That this work was done for the project, as far as you know. That is all: no pay, no value, no right to tax relief.',
  },
  traces: {
    fr: 'Les traces publiques vous sont montrées pour mémoire. Une réunion, une revue ou de la sécurité n’en laissent pas : vous seule ou vous seul savez.',
    en: 'Public traces are shown as a reminder. Meetings, reviews or security work leave none: only you know.',
  },
  silence: {
    fr: 'Sans réponse, une ligne reste en attente : elle n’est jamais écartée d’office. Une réponse est datée et garde votre nom ; pour la retirer, demandez-le à qui exploite Communs. Elle ne s’efface pas.',
    en: 'Without an answer a line stays awaiting: it is never refused by default. An answer is dated and keeps your name; to withdraw it, ask whoever operates Communs. It is never erased.',
  },
  own: {
    fr: 'Personne ne confirme ses propres heures, ni celles de son employeur.',
    en: 'Nobody confirms her own hours, nor those of her employer.',
  },
  awaiting: { fr: 'En attente de votre réponse', en: 'Awaiting your answer' },
  empty: { fr: 'Aucune contribution ne vous attend.', en: 'No contribution awaits you.' },
  declaredBy: { fr: 'Déclaré par', en: 'Declared by' },
  declared: { fr: 'Temps déclaré', en: 'Declared time' },
  checked: { fr: 'Relu par la personne', en: 'Checked by the person' },
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'pas encore', en: 'not yet' },
  split: { fr: 'Ce que disent les traces', en: 'What the traces say' },
  found: { fr: 'Traces trouvées', en: 'Traces found' },
  confirm: { fr: 'Confirmer', en: 'Confirm' },
  other: { fr: 'Autre réponse', en: 'Another answer' },
  partly: { fr: 'Confirmer en partie', en: 'Confirm in part' },
  partlyText: { fr: 'Le temps que vous confirmez', en: 'The time that you confirm' },
  hours: { fr: 'Heures', en: 'Hours' },
  minutes: { fr: 'Minutes', en: 'Minutes' },
  halfDays: { fr: 'Demi-journées', en: 'Half-days' },
  comment: { fr: 'Pourquoi', en: 'Why' },
  commentText: {
    fr: 'Demandé si vous confirmez en partie ou contestez. L’entreprise et la personne le lisent.',
    en: 'Asked if you confirm in part or dispute. The company and the person read it.',
  },
  cannotTell: { fr: 'Je ne peux pas le dire', en: 'I cannot tell' },
  dispute: { fr: 'Je conteste ce temps', en: 'I dispute this time' },
  answered: { fr: 'Vos dernières réponses', en: 'Your last answers' },
  person: { fr: 'Personne', en: 'Person' },
  project: { fr: 'Projet', en: 'Project' },
  month: { fr: 'Mois', en: 'Month' },
  answer: { fr: 'Réponse', en: 'Answer' },
  at: { fr: 'Date', en: 'Date' },
} as const satisfies Words;
