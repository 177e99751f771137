// One person's month as HR sees and corrects it, in both languages.
import type { Bilingual } from '../../lib/model/text.ts';
import type { Words } from '../parts/words.ts';

export const hrMonthWords = {
  company: { fr: 'Entreprise', en: 'Company' },
  declared: { fr: 'Temps déclaré, régularisations comprises', en: 'Time declared, corrections included' },
  state: { fr: 'État', en: 'State' },
  lines: { fr: 'Lignes en vigueur', en: 'Lines that stand' },
  noLines: {
    fr: 'Aucune feuille de temps ne déclare de temps pour ce mois.',
    en: 'No timesheet declares time for this month.',
  },
  day: { fr: 'Jour', en: 'Day' },
  project: { fr: 'Projet', en: 'Project' },
  time: { fr: 'Temps', en: 'Time' },
  source: { fr: 'Écrit dans', en: 'Written in' },
  became: { fr: 'Où il en est', en: 'Where it stands' },
  notLookedAt: { fr: 'Pas encore examiné', en: 'Not looked at yet' },
  contested: { fr: 'Contesté par la personne', en: 'Contested by the person' },
  corrections: { fr: 'Régularisations', en: 'Corrections' },
  noCorrections: { fr: 'Aucune régularisation ce mois-ci.', en: 'No corrections in this month.' },
  difference: { fr: 'Différence', en: 'Difference' },
  reason: { fr: 'Raison', en: 'Reason' },
  by: { fr: 'Par', en: 'By' },
  correct: { fr: 'Régulariser un jour', en: 'Correct one day' },
  correctText: {
    fr: 'Une régularisation est une ligne nouvelle : rien n’est effacé. La personne la verra, avec votre raison.',
    en: 'A correction is a new line: nothing is erased. The person sees it, with your reason.',
  },
  direction: { fr: 'Sens', en: 'Direction' },
  add: { fr: 'Ajouter du temps', en: 'Add time' },
  addHint: { fr: 'Du temps manque ce jour-là.', en: 'Time is missing on that day.' },
  take: { fr: 'Retirer du temps', en: 'Take time back' },
  takeHint: { fr: 'Du temps est déclaré en trop ce jour-là.', en: 'Too much time is declared on that day.' },
  hours: { fr: 'Heures', en: 'Hours' },
  minutes: { fr: 'Minutes', en: 'Minutes' },
  halfDays: { fr: 'Demi-journées', en: 'Half-days' },
  bothUnits: {
    fr: 'Son régime change dans le mois : remplissez les heures, ou les demi-journées, selon le jour.',
    en: 'Her regime changes within the month: fill in hours, or half-days, according to the day.',
  },
  noProjects: {
    fr: 'Aucun projet ne lui est ouvert ce mois-ci : faites déclarer sa mise à disposition d’abord.',
    en: 'No project is open to her in this month: have her secondment declared first.',
  },
  post: { fr: 'Enregistrer la régularisation', en: 'Post the correction' },
  completeness: { fr: 'Mois complet', en: 'Complete month' },
  openText: {
    fr: 'Quand tout le temps du mois est là, déclarez-le complet. Ensuite, aucune feuille de temps n’y ajoute rien ; seule une régularisation le change.',
    en: 'When all time of the month is there, declare it complete. From then on no timesheet adds to it; only a correction changes it.',
  },
  nothingText: {
    fr: 'Rien n’est déclaré. Si cette personne n’a donné aucun temps ce mois-ci, dites-le : vide ne veut pas dire zéro.',
    en: 'Nothing is declared. If this person gave no time in this month, say so: empty is not zero.',
  },
  completeText: {
    fr: 'Aucune feuille de temps n’ajoute plus rien à ce mois. Pour un oubli d’un jour, régularisez ; pour toute une feuille, rouvrez le mois.',
    en: 'No timesheet adds to this month any more. For one day forgotten, correct it; for a whole timesheet, reopen the month.',
  },
  declare: { fr: 'Déclarer ce mois complet', en: 'Declare this month complete' },
  declareNone: { fr: 'Déclarer : aucun temps ce mois-ci', en: 'Declare: no time in this month' },
  reopen: { fr: 'Rouvrir ce mois', en: 'Reopen this month' },
  reopenReason: { fr: 'Pourquoi le rouvrir', en: 'Why reopen it' },
  completed: { fr: 'Déclaré complet', en: 'Declared complete' },
  reopened: { fr: 'Rouvert', en: 'Reopened' },
  act: { fr: 'Acte', en: 'Act' },
  acts: { fr: 'Qui l’a dit, et quand', en: 'Who said so, and when' },
  previous: { fr: 'Mois précédent', en: 'Previous month' },
  next: { fr: 'Mois suivant', en: 'Next month' },
  back: { fr: 'Retour aux feuilles de temps', en: 'Back to the timesheets' },
} as const satisfies Words;

export const correctionLimit: Bilingual = {
  fr: 'On ne retire pas plus que ce qui est déclaré ce jour-là pour ce projet.',
  en: 'No more is taken back than what is declared on that day for that project.',
};
