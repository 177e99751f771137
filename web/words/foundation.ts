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
  clear: { fr: 'Rien à demander', en: 'Nothing to ask' },
  questions: { fr: 'Ce qui vous est demandé, jour par jour', en: 'What you are asked about, day by day' },
  questionsText: {
    fr: 'Les règles admettent ces lignes ; les traces publiques ne les portent pas. Ce n’est un soupçon sur personne : vous dites si ce travail a été fait.',
    en: 'The rules admit these lines; public traces do not carry them. That is no suspicion of anybody: you say whether this work was done.',
  },
  day: { fr: 'Jour', en: 'Day' },
  why: { fr: 'Pourquoi la question', en: 'Why the question' },
  shown: { fr: 'Montré par la personne', en: 'Shown by the person' },
  whyAgrees: {
    fr: 'Les traces suffisent ; autre chose est à régler.',
    en: 'The traces suffice; something else is to be settled.',
  },
  whyPartly: {
    fr: 'Une trace existe à proximité ; elle ne suffit pas pour tout ce temps.',
    en: 'There is a trace nearby; it is not enough for all this time.',
  },
  whyNone: {
    fr: 'Aucune trace publique ne se tient à côté de ce jour : c’est le cas d’une réunion, d’une revue, de la conception.',
    en: 'No public trace stands beside this day: so it is with a meeting, a review, design work.',
  },
  whyConflict: {
    fr: 'Le même travail est aussi déclaré par une autre personne ou une autre entreprise.',
    en: 'The same work is also claimed by another person or company.',
  },
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
