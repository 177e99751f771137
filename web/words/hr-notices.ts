// What HR's last act did, said once at the top of the page that it leads to.
import type { Bilingual } from '../../lib/model/text.ts';
import type { Words } from '../parts/words.ts';

/** @param just as the address has it, whoever wrote it */
export const noticeOf = (words: Words, just: string): Bilingual | null =>
  Object.hasOwn(words, just) ? (words[just] ?? null) : null;

/** By the `just` of the address; anything else says nothing. */
export const actNotices: Words = {
  completed: {
    fr: 'Le mois est déclaré complet pour les personnes choisies.',
    en: 'The month is declared complete for the people chosen.',
  },
  reopened: { fr: 'Le mois est rouvert.', en: 'The month is open again.' },
  corrected: {
    fr: 'La régularisation est enregistrée. La ligne d’origine reste visible.',
    en: 'The correction is recorded. The original line stays visible.',
  },
  absences: {
    fr: 'Les absences sont enregistrées : des demi-journées, sans motif.',
    en: 'The absences are recorded: half-days, without reasons.',
  },
};

export const choiceNotices: Words = {
  layout: { fr: 'Le fichier est relu avec vos choix.', en: 'The file is read again with your choices.' },
  kept: {
    fr: 'Le fichier est relu avec vos choix, gardés pour les prochains fichiers de même présentation.',
    en: 'The file is read again with your choices, which are kept for the next files of this layout.',
  },
  'not-kept': {
    fr: 'Vos choix valent pour ce fichier. Ils ne sont pas gardés pour les prochains, faute d’en-têtes pour les reconnaître : choisissez la ligne des en-têtes, puis gardez-les.',
    en: 'Your choices hold for this file. They are not kept for the next ones, for want of headers to know them by: choose the row of the headers, then keep them.',
  },
  cells: {
    fr: 'Vos valeurs remplacent celles du fichier, qui reste tel qu’il a été envoyé.',
    en: 'Your values stand in place of those of the file, which stays as it was sent.',
  },
  'not-needed': {
    fr: 'Ces personnes et ces projets ne sont pas repris.',
    en: 'These people and projects are left out.',
  },
  'leave-out': { fr: 'Ces lignes ne sont pas reprises.', en: 'These lines are left out.' },
  clear: { fr: 'Ce choix est annulé.', en: 'That choice is taken back.' },
};
