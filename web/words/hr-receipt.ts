// The receipt of a timesheet, in both languages.
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
  projects: { fr: 'Temps par projet', en: 'Time by project' },
  project: { fr: 'Projet', en: 'Project' },
  lines: { fr: 'Lignes', en: 'Lines' },
  time: { fr: 'Temps', en: 'Time' },
  total: { fr: 'Total', en: 'Total' },
  undoTitle: { fr: 'Annuler cette feuille', en: 'Undo this timesheet' },
  undoText: {
    fr: 'L’annulation s’ajoute au grand livre : la feuille y reste, marquée annulée, et son temps ne compte plus. Le même fichier pourra être envoyé de nouveau.',
    en: 'Undoing adds to the ledger: the timesheet stays, marked undone, and its time no longer counts. The same file may be sent again.',
  },
  undo: { fr: 'Annuler la feuille', en: 'Undo the timesheet' },
  undoneBy: { fr: 'Annulée par', en: 'Undone by' },
  back: { fr: 'Retour aux feuilles de temps', en: 'Back to the timesheets' },
} as const satisfies Words;
