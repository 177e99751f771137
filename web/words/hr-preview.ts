// What was understood of a timesheet and what stands in the way of posting it, in both languages.
import { minutes, whole } from '../../lib/model/quantity-text.ts';
import type { Bilingual } from '../../lib/model/text.ts';
import { type Time, time } from '../parts/format.ts';
import type { Words } from '../parts/words.ts';

export const hrPreviewWords = {
  title: { fr: 'Ce que nous avons compris', en: 'What we understood' },
  file: { fr: 'Fichier', en: 'File' },
  digest: { fr: 'SHA-256', en: 'SHA-256' },
  kind: { fr: 'Format', en: 'Format' },
  year: { fr: 'Année demandée', en: 'Year asked for' },
  company: { fr: 'Entreprise', en: 'Company' },
  already: {
    fr: 'Ce fichier est déjà enregistré : l’envoyer de nouveau n’ajoute rien.',
    en: 'This file is posted already: sending it again adds nothing.',
  },
  receipt: { fr: 'Voir son reçu', en: 'See its receipt' },
  toTheResult: { fr: 'Aller au résultat', en: 'Go to the result' },
  toTheFix: { fr: 'Choisir comment corriger', en: 'Choose how to fix' },
  toThePost: { fr: 'Aller à l’enregistrement', en: 'Go to posting' },
  nothing: {
    fr: 'Aucune ligne prête : il n’y a rien à enregistrer.',
    en: 'No line is ready: there is nothing to post.',
  },
  noPosting: {
    fr: 'Rien n’est enregistré tant qu’une ligne est à corriger : tout ou rien.',
    en: 'Nothing is posted while a line is to fix: all or nothing.',
  },
  chosenTitle: { fr: 'Vos choix pour ce fichier', en: 'Your choices for this file' },
  takeBack: { fr: 'Revenir dessus', en: 'Take back' },
  again: { fr: 'Envoyer le fichier corrigé', en: 'Send the corrected file' },
  back: { fr: 'Retour aux feuilles de temps', en: 'Back to the timesheets' },
} as const satisfies Words;

export const understoodWords = {
  title: { fr: 'La lecture du fichier', en: 'How the file was read' },
  text: {
    fr: 'Comparez avec votre fichier. Si quelque chose n’est pas juste, changez-le : rien n’est encore enregistré.',
    en: 'Compare with your file. If something is not right, change it: nothing is posted yet.',
  },
  change: { fr: 'Changer', en: 'Change' },
  sheets: { fr: 'Feuilles lues', en: 'Sheets read' },
  sheet: { fr: 'Feuille', en: 'Sheet' },
  table: { fr: 'Tableau', en: 'Table' },
  others: { fr: 'Feuilles non lues', en: 'Sheets not read' },
  headerRow: { fr: 'Ligne d’en-têtes', en: 'Header row' },
  shape: { fr: 'Présentation', en: 'Layout' },
  personFrom: { fr: 'Qui a travaillé', en: 'Who worked' },
  projectFrom: { fr: 'Sur quel projet', en: 'On which project' },
  unit: { fr: 'Unité', en: 'Unit' },
  unitUnknown: { fr: 'écrite dans chaque cellule, ou à dire', en: 'written in each cell, or to be said' },
  month: { fr: 'Mois de la grille', en: 'Month of the grid' },
  monthUnknown: {
    fr: 'dit par les dates des colonnes, ou à dire',
    en: 'said by the dates of the columns, or to be said',
  },
  encoding: { fr: 'Encodage', en: 'Encoding' },
  delimiter: { fr: 'Séparateur', en: 'Separator' },
  decimal: { fr: 'Signe décimal', en: 'Decimal sign' },
  decimals: { fr: 'Nombres d’heures', en: 'Numbers of hours' },
  dateOrder: { fr: 'Ordre des dates', en: 'Order of dates' },
  profile: { fr: 'Présentation enregistrée', en: 'Saved layout' },
  noProfile: { fr: 'aucune', en: 'none' },
  columns: { fr: 'Colonnes', en: 'Columns' },
  column: { fr: 'Colonne', en: 'Column' },
  header: { fr: 'En-tête du fichier', en: 'Header in the file' },
  role: { fr: 'Compris comme', en: 'Understood as' },
  notNeeded: { fr: 'Colonnes pas nécessaires, non lues', en: 'Columns not needed, not read' },
  sample: { fr: 'Premières lignes', en: 'First lines' },
  row: { fr: 'Ligne', en: 'Row' },
  asWritten: { fr: 'Dans le fichier', en: 'In the file' },
  asRead: { fr: 'Compris comme', en: 'Understood as' },
  notRead: { fr: 'À corriger', en: 'To fix' },
} as const satisfies Words;

export const resultWords = {
  title: { fr: 'Résultat', en: 'Result' },
  rows: { fr: 'lues', en: 'read' },
  ready: { fr: 'prêtes', en: 'ready' },
  toFix: { fr: 'à corriger', en: 'to fix' },
  leftOut: { fr: 'laissées de côté', en: 'left out' },
  read: { fr: 'Temps des lignes prêtes', en: 'Time of the lines that are ready' },
  fileTotal: { fr: 'Total écrit dans le fichier', en: 'Total written in the file' },
  noFileTotal: { fr: 'le fichier n’en donne pas', en: 'the file gives none' },
  equal: { fr: 'égal au temps des lignes prêtes', en: 'equal to the time of the lines that are ready' },
  differs: { fr: 'différent du temps des lignes prêtes', en: 'different from the time of the lines that are ready' },
  waits: {
    fr: 'à comparer quand toutes les lignes seront prêtes',
    en: 'to be compared once all lines are ready',
  },
  ignored: { fr: 'Lignes du fichier non comptées', en: 'Rows of the file not counted' },
  problems: { fr: 'Ce qui demande votre attention', en: 'What needs your attention' },
  byRule: { fr: 'Par règle', en: 'By rule' },
  byRow: { fr: 'Par ligne', en: 'By row' },
  views: { fr: 'Présentation des points', en: 'How points are shown' },
  'must-fix': { fr: 'À corriger', en: 'Must be fixed' },
  confirm: { fr: 'À confirmer', en: 'Please confirm' },
  note: { fr: 'Pour information', en: 'For information' },
  onlyCode: { fr: 'Seulement', en: 'Only' },
  all: { fr: 'Voir tous les points', en: 'See all points' },
  rule: { fr: 'Règle, et que faire', en: 'Rule, and what to do' },
  count: { fr: 'Nombre', en: 'Number' },
  firstPlaces: { fr: 'Premiers endroits', en: 'First places' },
  seeAll: { fr: 'Les voir tous', en: 'See all of them' },
  place: { fr: 'Où', en: 'Where' },
  seen: { fr: 'Valeur lue', en: 'Value read' },
  what: { fr: 'Ce qui ne va pas, et que faire', en: 'What is wrong, and what to do' },
  sheet: { fr: 'feuille', en: 'sheet' },
  row: { fr: 'ligne', en: 'row' },
  wholeFile: { fr: 'Fichier', en: 'File' },
} as const satisfies Words;

export const fixWords = {
  title: { fr: 'Choisissez comment corriger', en: 'Choose how to fix' },
  inTheFile: { fr: 'Dans votre tableur', en: 'In your spreadsheet' },
  copyText: {
    fr: 'La copie colore et commente chaque cellule à corriger. Corrigez-la, puis envoyez-la plus bas.',
    en: 'The copy colours and comments each cell to fix. Correct it, then send it below.',
  },
  noCopyText: {
    fr: 'Corrigez les cellules dans votre fichier, puis envoyez-le plus bas.',
    en: 'Correct the cells in your file, then send it below.',
  },
  copy: { fr: 'Télécharger la copie annotée', en: 'Download the annotated copy' },
  here: { fr: 'Ici, cellule par cellule', en: 'Here, cell by cell' },
  hereText: {
    fr: 'Votre fichier n’est pas modifié : ces valeurs sont lues à la place des siennes, et gardées avec lui. Laissez vide ce que vous ne corrigez pas ici.',
    en: 'Your file is not changed: these values are read instead of its own, and kept with it. Leave empty what you do not correct here.',
  },
  hereButton: { fr: 'Lire avec ces valeurs', en: 'Read with these values' },
  layout: { fr: 'La lecture elle-même', en: 'The reading itself' },
  layoutText: {
    fr: 'Une colonne, une unité ou un ordre de dates mal compris se change une fois pour tout le fichier.',
    en: 'A column, a unit or an order of dates taken wrongly is changed once for the whole file.',
  },
  layoutLink: { fr: 'Changer la lecture', en: 'Change the reading' },
  notNeeded: {
    fr: 'Des personnes ou des projets ne sont pas nécessaires',
    en: 'Some people or projects are not needed',
  },
  notNeededText: {
    fr: 'Cochez qui n’est pas mis à disposition et les projets qui n’en sont pas : leurs lignes sont laissées de côté, et comptées.',
    en: 'Tick who is not on secondment and what is none of our projects: their lines are left out, and counted.',
  },
  people: { fr: 'Personnes', en: 'People' },
  projects: { fr: 'Projets', en: 'Projects' },
  notNeededButton: { fr: 'Ces lignes ne sont pas nécessaires', en: 'These lines are not needed' },
  leaveOut: { fr: 'Laisser des lignes de côté', en: 'Leave lines out' },
  leaveOutText: {
    fr: 'Leur temps ne sera pas déclaré par cette feuille. Le reçu dira combien de lignes manquent.',
    en: 'Their time will not be declared by this timesheet. The receipt says how many lines are missing.',
  },
  leaveOutButton: { fr: 'Laisser les lignes cochées de côté', en: 'Leave the ticked lines out' },
  row: { fr: 'ligne', en: 'row' },
  sheet: { fr: 'feuille', en: 'sheet' },
} as const satisfies Words;

export const postWords = {
  title: { fr: 'Enregistrer', en: 'Post' },
  toConfirm: { fr: 'À confirmer', en: 'Please confirm' },
  toConfirmText: {
    fr: 'Ces lignes peuvent être voulues. Répondez à chaque point pour enregistrer, ou corrigez le fichier.',
    en: 'These lines may be meant. Answer each point to post, or correct the file.',
  },
  reasonHint: {
    fr: 'Votre raison est gardée au grand livre, à votre nom.',
    en: 'Your reason is kept in the ledger, in your name.',
  },
  missing: { fr: 'Ce point attend votre réponse', en: 'This point awaits your answer' },
  text: {
    fr: 'Les lignes entrent au grand livre avec leur cellule d’origine. Une feuille enregistrée se corrige ou s’annule ; elle ne s’efface pas.',
    en: 'The lines enter the ledger with the cell they came from. A posted timesheet can be corrected or undone; it is never erased.',
  },
} as const satisfies Words;

const lines = (language: 'fr' | 'en', count: number): string =>
  language === 'fr'
    ? `${whole('fr', count)} ${count < 2 ? 'ligne' : 'lignes'}`
    : `${whole('en', count)} ${count === 1 ? 'line' : 'lines'}`;

/** The button states the number. */
export const postButton = (count: number, read: Time): Bilingual => ({
  fr: `Enregistrer ${lines('fr', count)}, ${time('fr', read)}`,
  en: `Post ${lines('en', count)}, ${time('en', read)}`,
});

/** The first sentence of the page. */
export const verdictReady = (count: number, read: Time): Bilingual => ({
  fr: `${lines('fr', count)} ${count < 2 ? 'prête' : 'prêtes'}, ${time('fr', read)}. Rien n’est encore enregistré.`,
  en: `${lines('en', count)} ready, ${time('en', read)}. Nothing is posted yet.`,
});

export const verdictToFix = (count: number): Bilingual =>
  count === 0
    ? { fr: 'Un point est à corriger avant d’enregistrer.', en: 'Something must be fixed before posting.' }
    : {
        fr: `${lines('fr', count)} à corriger avant d’enregistrer.`,
        en: `${lines('en', count)} to fix before posting.`,
      };

export const moreProblems = (left: number): Bilingual => ({
  fr: `Et ${whole('fr', left)} autres. Corrigez d’abord ceux-ci, puis envoyez le fichier de nouveau : les suivants seront montrés.`,
  en: `And ${whole('en', left)} more. Correct these first, then send the file again: the next ones are shown.`,
});

export const linesOfFile: Bilingual = { fr: 'Lignes qui déclarent du temps :', en: 'Lines that declare time:' };

export const fileTotal = (total: number, how: 'equal' | 'differs' | 'waits'): Bilingual => ({
  fr: `${minutes('fr', total)}, ${resultWords[how].fr}`,
  en: `${minutes('en', total)}, ${resultWords[how].en}`,
});

export const countedLines = (count: number): Bilingual => ({ fr: lines('fr', count), en: lines('en', count) });

export const moreEntries = (left: number): Bilingual => ({
  fr: `et ${whole('fr', left)} ${left === 1 ? 'autre' : 'autres'}`,
  en: `and ${whole('en', left)} more`,
});

export const tooManyCells = (cells: number): Bilingual => ({
  fr: `${whole('fr', cells)} cellules sont à corriger : c’est plus rapide dans le fichier.`,
  en: `${whole('en', cells)} cells are to be fixed: that is faster in the file.`,
});

export const leaveOutAll = (count: number): Bilingual =>
  count === 1
    ? { fr: 'Laisser de côté la ligne à corriger', en: 'Leave out the line to fix' }
    : {
        fr: `Laisser de côté les ${whole('fr', count)} lignes à corriger`,
        en: `Leave out all ${whole('en', count)} lines to fix`,
      };

export const profileUsed = (name: string, version: number, by: string, at: Bilingual): Bilingual => ({
  fr: `« ${name} », version ${version}, enregistrée par ${by}, ${at.fr}`,
  en: `“${name}”, version ${version}, saved by ${by}, ${at.en}`,
});

export const chosenPeople = (names: readonly string[], count: number): Bilingual => ({
  fr: `Personnes pas nécessaires (${lines('fr', count)}) : ${names.join(', ')}`,
  en: `People not needed (${lines('en', count)}): ${names.join(', ')}`,
});

export const chosenProjects = (names: readonly string[], count: number): Bilingual => ({
  fr: `Projets pas nécessaires (${lines('fr', count)}) : ${names.join(', ')}`,
  en: `Projects not needed (${lines('en', count)}): ${names.join(', ')}`,
});

export const chosenLines = (count: number): Bilingual => ({
  fr: `Laissé de côté : ${lines('fr', count)}`,
  en: `Left out: ${lines('en', count)}`,
});

export const chosenCells = (cells: readonly string[]): Bilingual => ({
  fr: `Cellules corrigées ici : ${cells.join(', ')}`,
  en: `Cells corrected here: ${cells.join(', ')}`,
});

export const chosenLayout: Bilingual = {
  fr: 'La lecture a été changée : feuilles, colonnes ou unités',
  en: 'The reading was changed: sheets, columns or units',
};
