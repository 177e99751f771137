// What was understood of a timesheet, in both languages.
import type { Bilingual } from '../../lib/model/text.ts';
import { minutes, type Time, time, whole } from '../parts/format.ts';
import type { Words } from '../parts/words.ts';

export const hrPreviewWords = {
  title: { fr: 'Ce que nous avons compris', en: 'What we understood' },
  file: { fr: 'Fichier', en: 'File' },
  digest: { fr: 'SHA-256', en: 'SHA-256' },
  kind: { fr: 'Format', en: 'Format' },
  encoding: { fr: 'Encodage', en: 'Encoding' },
  delimiter: { fr: 'Séparateur', en: 'Separator' },
  decimal: { fr: 'Signe décimal', en: 'Decimal sign' },
  sheets: { fr: 'Feuilles lues', en: 'Sheets read' },
  year: { fr: 'Année demandée', en: 'Year asked for' },
  company: { fr: 'Entreprise', en: 'Company' },
  tab: { fr: 'tabulation', en: 'tab' },
  lines: { fr: 'Lignes', en: 'Lines' },
  ready: { fr: 'prêtes', en: 'ready' },
  toFix: { fr: 'à corriger', en: 'to fix' },
  ignored: { fr: 'ignorées', en: 'ignored' },
  read: { fr: 'Temps lu', en: 'Time read' },
  fileTotal: { fr: 'Total écrit dans le fichier', en: 'Total written in the file' },
  noFileTotal: { fr: 'le fichier n’en donne pas', en: 'the file gives none' },
  equal: { fr: 'égal au temps lu', en: 'equal to the time read' },
  differs: { fr: 'différent du temps lu', en: 'different from the time read' },
  problems: { fr: 'À corriger dans le fichier', en: 'To correct in the file' },
  noPosting: {
    fr: 'Rien n’est enregistré tant que ces cellules ne sont pas corrigées : tout ou rien.',
    en: 'Nothing is posted until these cells are corrected: all or nothing.',
  },
  toConfirm: { fr: 'À confirmer', en: 'To confirm' },
  toConfirmText: {
    fr: 'Ces lignes peuvent être voulues. Cochez chaque point pour enregistrer, ou corrigez le fichier.',
    en: 'These lines may be meant. Tick each point to post, or correct the file.',
  },
  place: { fr: 'Où', en: 'Where' },
  seen: { fr: 'Valeur lue', en: 'Value read' },
  what: { fr: 'Ce qui ne va pas, et que faire', en: 'What is wrong, and what to do' },
  sheet: { fr: 'Feuille', en: 'Sheet' },
  row: { fr: 'ligne', en: 'row' },
  wholeFile: { fr: 'Fichier', en: 'File' },
  again: { fr: 'Envoyer le fichier corrigé', en: 'Send the corrected file' },
  post: { fr: 'Enregistrer', en: 'Post' },
  postText: {
    fr: 'Les lignes entrent au grand livre avec leur cellule d’origine. Une feuille enregistrée se corrige ou s’annule ; elle ne s’efface pas.',
    en: 'The lines enter the ledger with the cell they came from. A posted timesheet can be corrected or undone; it is never erased.',
  },
  already: {
    fr: 'Ce fichier est déjà enregistré : l’envoyer de nouveau n’ajoute rien.',
    en: 'This file is posted already: sending it again adds nothing.',
  },
  receipt: { fr: 'Voir son reçu', en: 'See its receipt' },
  nothing: {
    fr: 'Aucune ligne prête : il n’y a rien à enregistrer.',
    en: 'No line is ready: there is nothing to post.',
  },
  ignoredTitle: { fr: 'Ce qui a été ignoré', en: 'What was ignored' },
} as const satisfies Words;

export const ignoredWords = {
  total: { fr: 'lignes de total', en: 'total rows' },
  blank: { fr: 'lignes vides', en: 'blank rows' },
  title: { fr: 'titres', en: 'titles' },
  hidden: { fr: 'lignes ou feuilles masquées', en: 'hidden rows or sheets' },
  'repeated-header': { fr: 'en-têtes répétés', en: 'repeated headers' },
  'left-out': { fr: 'lignes ou feuilles laissées de côté à la demande', en: 'rows or sheets left out as asked' },
} as const satisfies Words;

/** What somebody confirms by ticking; codes that are not here are confirmed under their own name. */
export const confirmations: Words = {
  'duplicate-line': {
    fr: 'Les lignes en double s’ajoutent : les deux sont vraies',
    en: 'The double lines add up: both are true',
  },
  'zero-duration': {
    fr: 'Les lignes à zéro ne déclarent rien et ne seront pas reprises',
    en: 'Lines of zero declare nothing and are not taken over',
  },
  'mixed-units': { fr: 'Heures et jours sont bien mêlés', en: 'Hours and days are meant to be mixed' },
  'total-differs': {
    fr: 'Le total du fichier est faux ; les lignes sont justes',
    en: 'The file’s total is wrong; the lines are right',
  },
};

/** The button states the number. */
export const postButton = (lines: number, read: Time): Bilingual => ({
  fr: `Enregistrer ${whole('fr', lines)} ${lines < 2 ? 'ligne' : 'lignes'}, ${time('fr', read)}`,
  en: `Post ${whole('en', lines)} ${lines === 1 ? 'line' : 'lines'}, ${time('en', read)}`,
});

export const moreProblems = (left: number): Bilingual => ({
  fr: `Et ${whole('fr', left)} autres. Corrigez d’abord celles-ci, puis envoyez le fichier de nouveau : les suivantes seront montrées.`,
  en: `And ${whole('en', left)} more. Correct these first, then send the file again: the next ones are shown.`,
});

export const linesRead = (rows: number): Bilingual => ({
  fr: `${whole('fr', rows)} ${rows < 2 ? 'ligne déclare' : 'lignes déclarent'} du temps :`,
  en: `${whole('en', rows)} ${rows === 1 ? 'line declares' : 'lines declare'} time:`,
});

export const fileTotal = (total: number, isEqual: boolean): Bilingual => ({
  fr: `${minutes('fr', total)}, ${isEqual ? hrPreviewWords.equal.fr : hrPreviewWords.differs.fr}`,
  en: `${minutes('en', total)}, ${isEqual ? hrPreviewWords.equal.en : hrPreviewWords.differs.en}`,
});
