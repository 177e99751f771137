// The receipt of a timesheet, in both languages.
import { whole } from '../../lib/model/quantity-text.ts';
import type { Bilingual } from '../../lib/model/text.ts';
import { type Time, time } from '../parts/format.ts';
import type { Words } from '../parts/words.ts';

export const hrReceiptWords = {
  title: { fr: 'Reçu de feuille de temps', en: 'Receipt of a timesheet' },
  posted: { fr: 'Enregistrée', en: 'Posted' },
  undone: { fr: 'Annulée', en: 'Undone' },
  postedNow: {
    fr: 'La feuille de temps est au grand livre. Gardez ce reçu : son empreinte permet de la retrouver.',
    en: 'The timesheet is in the ledger. Keep this receipt: its digest finds it again.',
  },
  alreadyPosted: {
    fr: 'Ce fichier était déjà enregistré : voici son premier reçu. Rien n’a été ajouté.',
    en: 'This file was posted already: here is its first receipt. Nothing was added.',
  },
  state: { fr: 'État', en: 'State' },
  receipt: { fr: 'Reçu', en: 'Receipt' },
  place: { fr: 'Place au grand livre', en: 'Place in the ledger' },
  company: { fr: 'Entreprise', en: 'Company' },
  file: { fr: 'Fichier', en: 'File' },
  digest: { fr: 'SHA-256 du fichier', en: 'SHA-256 of the file' },
  when: { fr: 'Reçue', en: 'Received' },
  by: { fr: 'Par', en: 'By' },
  period: { fr: 'Jours', en: 'Days' },
  counts: { fr: 'Contenu', en: 'Content' },
  late: { fr: 'Lignes tardives', en: 'Late lines' },
  leftOut: { fr: 'Laissé de côté', en: 'Left out' },
  choices: { fr: 'Lue avec vos choix, SHA-256', en: 'Read with your choices, SHA-256' },
  profile: { fr: 'Présentation enregistrée', en: 'Saved layout' },
  json: { fr: 'Ce reçu en JSON', en: 'This receipt as JSON' },
  projects: { fr: 'Temps par projet', en: 'Time by project' },
  project: { fr: 'Projet', en: 'Project' },
  lines: { fr: 'Lignes', en: 'Lines' },
  time: { fr: 'Temps', en: 'Time' },
  total: { fr: 'Total', en: 'Total' },
  confirmed: { fr: 'Ce qui a été confirmé', en: 'What was confirmed' },
  point: { fr: 'Point', en: 'Point' },
  reason: { fr: 'Raison donnée', en: 'Reason given' },
  unexplained: { fr: 'Enregistré sans explication', en: 'Posted without explanation' },
  ticked: { fr: 'confirmé sans autre raison', en: 'confirmed, no other reason' },
  undoTitle: { fr: 'Annuler cette feuille', en: 'Undo this timesheet' },
  undoText: {
    fr: 'L’annulation s’ajoute au grand livre : la feuille y reste, marquée annulée, et son temps ne compte plus. Le même fichier pourra être envoyé de nouveau.',
    en: 'Undoing adds to the ledger: the timesheet stays, marked undone, and its time no longer counts. The same file may be sent again.',
  },
  undo: { fr: 'Annuler la feuille', en: 'Undo the timesheet' },
  undoneBy: { fr: 'Annulée par', en: 'Undone by' },
  back: { fr: 'Retour aux feuilles de temps', en: 'Back to the timesheets' },
} as const satisfies Words;

const linesInWords: (count: number) => Bilingual = (count) => ({
  fr: `${whole('fr', count)} ${count < 2 ? 'ligne' : 'lignes'}`,
  en: `${whole('en', count)} ${count === 1 ? 'line' : 'lines'}`,
});

export const contentInWords = (lines: number, people: number, total: Time): Bilingual => ({
  fr: `${linesInWords(lines).fr}, ${whole('fr', people)} ${people < 2 ? 'personne' : 'personnes'}, ${time('fr', total)}`,
  en: `${linesInWords(lines).en}, ${whole('en', people)} ${people === 1 ? 'person' : 'people'}, ${time('en', total)}`,
});

export const lateInWords = (lines: number, mostDays: number): Bilingual => ({
  fr: `${linesInWords(lines).fr}, au plus ${mostDays === 1 ? 'un jour' : `${whole('fr', mostDays)} jours`} de retard`,
  en: `${linesInWords(lines).en}, at most ${mostDays === 1 ? 'one day' : `${whole('en', mostDays)} days`} late`,
});

/** @param names people and projects that are none of ours */
export const leftOutInWords = (lines: number, names: readonly string[]): Bilingual => ({
  fr: `${linesInWords(lines).fr}${names.length === 0 ? '' : ` (pas nécessaires : ${names.join(', ')})`}`,
  en: `${linesInWords(lines).en}${names.length === 0 ? '' : ` (not needed: ${names.join(', ')})`}`,
});
