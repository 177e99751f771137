// The words for what a reader takes a file to be: roles of columns, units, signs, and what it leaves aside.
import type { Words } from '../parts/words.ts';

export const roleNames: Words = {
  'person-id': { fr: 'Matricule', en: 'Employee number' },
  email: { fr: 'Adresse électronique', en: 'E-mail address' },
  'full-name': { fr: 'Nom complet', en: 'Full name' },
  'last-name': { fr: 'Nom de famille', en: 'Last name' },
  'first-name': { fr: 'Prénom', en: 'First name' },
  date: { fr: 'Jour', en: 'Day' },
  quantity: { fr: 'Durée', en: 'Duration' },
  project: { fr: 'Projet', en: 'Project' },
  comment: { fr: 'Commentaire', en: 'Comment' },
  written: { fr: 'Jour de saisie ou de visa', en: 'Day of entry or approval' },
  'day-total': { fr: 'Total de la journée, toutes activités', en: 'Total of the day, all activities' },
  'last-day': { fr: 'Dernier jour de la ligne', en: 'Last day of the line' },
  unit: { fr: 'Unité de la durée', en: 'Unit of the duration' },
};

/** Where the person, or the project, of a line is said. */
export const namedByNames: Words = {
  column: { fr: 'une colonne', en: 'a column' },
  title: { fr: 'un titre au-dessus du tableau', en: 'a title above the table' },
  'sheet-name': { fr: 'le nom de la feuille', en: 'the name of the sheet' },
};

export const unitNames: Words = {
  hour: { fr: 'heures', en: 'hours' },
  minute: { fr: 'minutes', en: 'minutes' },
  day: { fr: 'jours', en: 'days' },
  'half-day': { fr: 'demi-journées', en: 'half-days' },
  percent: { fr: 'pourcentage d’une journée', en: 'percentage of a day' },
};

export const unitSources: Words = {
  chosen: { fr: 'choisie par vous', en: 'chosen by you' },
  header: { fr: 'd’après l’en-tête', en: 'from the header' },
  title: { fr: 'd’après un titre de la feuille', en: 'from a title of the sheet' },
  numbers: { fr: 'd’après les nombres', en: 'from the numbers' },
};

export const dateOrders: Words = {
  'day-first': { fr: 'jour puis mois (12/10 = 12 octobre)', en: 'day, then month (12/10 = 12 October)' },
  'month-first': { fr: 'mois puis jour (12/10 = 10 décembre)', en: 'month, then day (12/10 = 10 December)' },
  ambiguous: { fr: 'à dire : les deux ordres sont possibles', en: 'to be said: both orders are possible' },
};

export const dateOrderSources: Words = {
  chosen: { fr: 'choisi par vous', en: 'chosen by you' },
  values: { fr: 'd’après les dates', en: 'from the dates' },
  french: { fr: 'usage français', en: 'French usage' },
};

export const decimalsNames: Words = {
  hundredths: { fr: 'centièmes d’heure (7,30 = 7 h 18)', en: 'hundredths of an hour (7.30 = 7h18)' },
  minutes: { fr: 'minutes (7,30 = 7 h 30)', en: 'minutes (7.30 = 7h30)' },
  unclear: { fr: 'à dire : les deux lectures sont possibles', en: 'to be said: both readings are possible' },
};

export const encodingNames: Words = {
  'utf-8': { fr: 'UTF-8', en: 'UTF-8' },
  'windows-1252': { fr: 'Windows-1252 (Excel en français)', en: 'Windows-1252 (French Excel)' },
  'utf-16le': { fr: 'UTF-16 (« Texte Unicode »)', en: 'UTF-16 (“Unicode text”)' },
  macintosh: { fr: 'Macintosh (ancien Mac)', en: 'Macintosh (old Mac)' },
};

export const delimiterNames: Words = {
  ';': { fr: 'point-virgule', en: 'semicolon' },
  ',': { fr: 'virgule', en: 'comma' },
  '\t': { fr: 'tabulation', en: 'tab' },
};

export const decimalSigns: Words = {
  ',': { fr: 'virgule (7,5)', en: 'comma (7,5)' },
  '.': { fr: 'point (7.5)', en: 'point (7.5)' },
};

export const shapeNames: Words = {
  list: { fr: 'une ligne par jour et par projet', en: 'one line a day and project' },
  grid: { fr: 'une grille, une colonne par jour', en: 'a grid, one column a day' },
};

export const whyNotRead: Words = {
  hidden: { fr: 'masquée', en: 'hidden' },
  'no-table': { fr: 'aucun tableau reconnu', en: 'no table recognised' },
  'not-chosen': { fr: 'écartée par vous', en: 'left aside by you' },
};

export const ignoredNames: Words = {
  total: { fr: 'lignes de total', en: 'total rows' },
  blank: { fr: 'lignes vides', en: 'blank rows' },
  title: { fr: 'titres', en: 'titles' },
  hidden: { fr: 'lignes ou feuilles masquées', en: 'hidden rows or sheets' },
  'repeated-header': { fr: 'en-têtes répétés', en: 'repeated headers' },
  'not-needed': { fr: 'lignes qui ne sont pas nécessaires', en: 'lines that are not needed' },
  'left-out': { fr: 'lignes ou feuilles laissées de côté à la demande', en: 'rows or sheets left out as asked' },
};
