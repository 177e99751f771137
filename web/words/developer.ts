// A developer's own months, in both languages.
import type { Words } from '../parts/words.ts';

const nothingDeclared = {
  fr: 'Rien de déclaré. Si vous avez travaillé sur un commun, dites-le à vos ressources humaines.',
  en: 'Nothing declared. If you worked on a commons, tell your HR.',
} as const;

export const developerMonthsWords = {
  title: { fr: 'Mes mois', en: 'My months' },
  lead: {
    fr: 'Votre employeur déclare vos heures ; vous dites si elles sont justes. Votre réponse est datée et reste au grand livre.',
    en: 'Your employer declares your hours; you say whether they are right. Your word is dated and stays in the ledger.',
  },
  caption: { fr: 'Mes mois déclarés', en: 'My declared months' },
  month: { fr: 'Mois', en: 'Month' },
  employer: { fr: 'Employeur', en: 'Employer' },
  time: { fr: 'Temps déclaré', en: 'Declared time' },
  state: { fr: 'État', en: 'State' },
  empty: nothingDeclared,
  identities: { fr: 'Mes identités', en: 'My identities' },
  held: { fr: 'Ce qui est gardé sur moi', en: 'What is held on me' },
} as const satisfies Words;

export const calendarWords = {
  found: { fr: 'Traces trouvées', en: 'Traces found' },
  some: { fr: 'Traces pour une partie', en: 'Traces for a part' },
  none: {
    fr: 'Aucune trace publique (normal : réunions, conception)',
    en: 'No public trace (normal: meetings, design)',
  },
  twice: { fr: 'Déclaré deux fois', en: 'Claimed twice' },
  notCompared: { fr: 'Pas encore comparé', en: 'Not compared yet' },
  traceWithoutHours: {
    fr: 'Traces sans heures (personne d’autre ne le voit)',
    en: 'Traces without hours (nobody else sees this)',
  },
  off: { fr: 'Jour non travaillé', en: 'Day off' },
  nothing: { fr: 'Rien de déclaré', en: 'Nothing declared' },
} as const satisfies Words;

export const developerMonthWords = {
  calendar: { fr: 'Calendrier', en: 'Calendar' },
  onlyConfirm: {
    fr: 'Les règles et les traces concordent : la fondation n’a qu’à confirmer.',
    en: 'Rules and traces agree: the foundation has only to confirm.',
  },
  willBeAsked: {
    fr: 'La fondation sera interrogée sur cette ligne. Si vous avez de quoi montrer ce travail, ajoutez-le.',
    en: 'The foundation is asked about this line. If you have something that shows this work, add it.',
  },
  shownByYou: { fr: 'Montré par vous', en: 'Shown by you' },
  takeBack: { fr: 'Reprendre', en: 'Take back' },
  showWork: { fr: 'Montrer ce travail', en: 'Show this work' },
  showWorkText: {
    fr: 'Compte rendu, exposé, note de conception… La fondation le lit, pas votre employeur ; cela n’ajoute ni ne retire aucune heure. Aucun secret, personne d’autre nommé.',
    en: 'Minutes of a meeting, a talk, a design note… The foundation reads it, your employer does not; it adds and removes no hour. No secret, nobody else’s name.',
  },
  whatShows: { fr: 'Ce qui le montre', en: 'What shows it' },
  whereSeen: { fr: 'Adresse https, s’il y en a une', en: 'https address, if there is one' },
  sendShown: { fr: 'Ajouter', en: 'Add' },
  traces: {
    fr: 'Les traces n’ajoutent ni ne retirent aucune heure. Une journée sans trace publique est normale : conception, réunions, revues, sécurité.',
    en: 'Traces never add or remove an hour. A day without a public trace is normal: design, meetings, reviews, security work.',
  },
  state: { fr: 'État du mois', en: 'State of the month' },
  declared: { fr: 'Temps déclaré', en: 'Declared time' },
  employer: { fr: 'Employeur', en: 'Employer' },
  checkedOn: { fr: 'Relu par vous', en: 'Checked by you' },
  empty: nothingDeclared,
  project: { fr: 'Projet', en: 'Project' },
  days: { fr: 'Jour par jour', en: 'Day by day' },
  day: { fr: 'Jour', en: 'Day' },
  work: { fr: 'Temps déclaré', en: 'Declared time' },
  found: { fr: 'Traces trouvées', en: 'Traces found' },
  became: { fr: 'Où en est ce temps', en: 'Where this time stands' },
  nothing: { fr: 'Rien de déclaré', en: 'Nothing declared' },
  weekend: { fr: 'Fin de semaine', en: 'Weekend' },
  source: { fr: 'Fichier', en: 'File' },
  contest: { fr: 'Contester cette ligne', en: 'Contest this line' },
  contestText: {
    fr: 'Dites ce qui est faux et ce qui serait juste : votre employeur corrige, ou vous répond.',
    en: 'Say what is wrong and what would be right: your employer corrects it, or answers you.',
  },
  reason: { fr: 'Ce qui est faux', en: 'What is wrong' },
  sendContest: { fr: 'Envoyer la contestation', en: 'Send' },
  contested: { fr: 'Contesté par vous', en: 'Contested by you' },
  rightAfterAll: { fr: 'Cette ligne est juste, finalement', en: 'This line is right after all' },
  check: { fr: 'Ces heures sont justes', en: 'These hours are right' },
  checkTitle: { fr: 'Relire ce mois', en: 'Check this month' },
  checkText: {
    fr: 'Vous confirmez les lignes montrées ci-dessus, sauf celles que vous contestez, à la date d’aujourd’hui. Une ligne ajoutée plus tard vous sera de nouveau montrée.',
    en: 'You confirm the lines shown above, but for those that you contest, as of today. A line added later will be shown to you again.',
  },
  alone: { fr: 'Traces sans heures', en: 'Traces without hours' },
  aloneText: {
    fr: 'Montrées à vous seule ou à vous seul. Si ce travail a été fait pour votre employeur, dites-le à vos ressources humaines ; sinon, il ne regarde personne.',
    en: 'Shown to you alone. If this work was done for your employer, tell your HR; otherwise it is nobody’s business.',
  },
  leftOut: { fr: 'Traces laissées de côté', en: 'Traces left out' },
  leftOutText: {
    fr: 'Montrées à vous seule ou à vous seul : elles ne portent aucune heure, et voici pourquoi. Vos heures n’en dépendent pas.',
    en: 'Shown to you alone: they carry no hour, and this is why. Your hours do not depend on them.',
  },
  why: { fr: 'Pourquoi', en: 'Why' },
  identities: { fr: 'Vos identités de forge', en: 'Your forge identities' },
  identitiesText: {
    fr: 'Une identité n’est liée que si vous l’acceptez. « Ce n’est pas moi » l’écarte, et elle n’est plus cherchée.',
    en: 'An identity is linked only if you accept it. “Not me” puts it aside, and it is no longer looked for.',
  },
  identity: { fr: 'Identité', en: 'Identity' },
  proposedBy: { fr: 'Proposée par', en: 'Proposed by' },
  answer: { fr: 'Votre réponse', en: 'Your answer' },
  proposed: { fr: 'Proposée', en: 'Proposed' },
  linked: { fr: 'Liée', en: 'Linked' },
  refused: { fr: 'Ce n’est pas moi', en: 'Not me' },
  accept: { fr: 'C’est moi', en: 'It is me' },
  notMe: { fr: 'Ce n’est pas moi', en: 'Not me' },
  allIdentities: {
    fr: 'Rattacher, prouver ou détacher une identité',
    en: 'Link, prove or unlink an identity',
  },
  noIdentity: {
    fr: 'Aucune identité liée ni proposée : rien ne peut être cherché sur les forges. Vos heures ne changent pas pour autant.',
    en: 'No identity linked or proposed: nothing can be looked up on forges. Your hours are the same all the same.',
  },
  access: { fr: 'Qui a vu vos heures', en: 'Who saw your hours' },
  accessText: {
    fr: 'Chaque consultation par une autre personne est notée ici, et vous la voyez.',
    en: 'Each time somebody else looks, it is noted here, and you see it.',
  },
  who: { fr: 'Qui', en: 'Who' },
  what: { fr: 'Quoi', en: 'What' },
  when: { fr: 'Quand', en: 'When' },
  nobody: { fr: 'Personne d’autre n’a vu ce mois.', en: 'Nobody else has seen this month.' },
  back: { fr: 'Tous mes mois', en: 'All my months' },
} as const satisfies Words;
