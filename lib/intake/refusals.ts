// Why a file cannot be read at all, in both languages: what was found, and what to do next.
import { Refusal, type RefusalCode } from '../model/refusal.ts';

type FileRefusalCode = Extract<
  RefusalCode,
  | 'not-a-spreadsheet'
  | 'old-xls'
  | 'html-disguised'
  | 'encrypted'
  | 'zip-bomb'
  | 'too-large'
  | 'too-many-rows'
  | 'empty'
  | 'no-header-found'
  | 'unsupported-layout'
  | 'undecodable-text'
>;

const saveAgain = {
  fr: 'Ouvrez-le dans Excel ou LibreOffice, enregistrez-le en .xlsx, .ods ou .csv, et envoyez-le de nouveau.',
  en: 'Open it in Excel or LibreOffice, save it as .xlsx, .ods or .csv, and send it again.',
};

const texts: Readonly<Record<FileRefusalCode, { readonly fr: string; readonly en: string }>> = {
  'not-a-spreadsheet': {
    fr: `Ce fichier n’est pas une feuille de calcul lisible. ${saveAgain.fr}`,
    en: `This file is not a readable spreadsheet. ${saveAgain.en}`,
  },
  'old-xls': {
    fr: 'Ce fichier est un ancien classeur .xls (Excel 97-2003). Dans Excel, « Enregistrer sous » puis choisissez .xlsx, et envoyez-le de nouveau.',
    en: 'This file is an old .xls workbook (Excel 97-2003). In Excel, use “Save as”, choose .xlsx, and send it again.',
  },
  'html-disguised': {
    fr: `Ce fichier porte un nom de tableur mais contient une page HTML, comme l’exportent certains outils RH. ${saveAgain.fr}`,
    en: `This file is named like a spreadsheet but holds an HTML page, as some HR tools export it. ${saveAgain.en}`,
  },
  encrypted: {
    fr: 'Ce fichier est protégé par un mot de passe. Retirez la protection (Fichier, Informations, Protéger le classeur) et envoyez-le de nouveau.',
    en: 'This file is protected by a password. Remove the protection (File, Info, Protect Workbook) and send it again.',
  },
  'zip-bomb': {
    fr: `Ce fichier se déploie bien au-delà de ce qu’un relevé contient : il est refusé sans être lu. ${saveAgain.fr}`,
    en: `This file unpacks to far more than a timesheet holds: it is refused unread. ${saveAgain.en}`,
  },
  'too-large': {
    fr: 'Ce fichier est trop volumineux (20 Mo pour un classeur, 100 Mo pour un CSV, 60 colonnes). Découpez-le, par exemple par mois, et envoyez chaque partie.',
    en: 'This file is too large (20 MB for a workbook, 100 MB for a CSV, 60 columns). Split it, by month for example, and send each part.',
  },
  'too-many-rows': {
    fr: 'Ce fichier a trop de lignes (200 000 pour un classeur, 1 000 000 pour un CSV). Découpez-le, par exemple par mois, et envoyez chaque partie.',
    en: 'This file has too many rows (200,000 for a workbook, 1,000,000 for a CSV). Split it, by month for example, and send each part.',
  },
  empty: {
    fr: 'Ce fichier ne contient aucune ligne de temps. Remplissez au moins une ligne sous les en-têtes et envoyez-le de nouveau.',
    en: 'This file holds no line of time. Fill at least one line below the headers and send it again.',
  },
  'no-header-found': {
    fr: 'Aucune ligne d’en-têtes n’a été reconnue. Nommez les colonnes, par exemple « Matricule », « Date », « Projet », « Heures », et envoyez le fichier de nouveau.',
    en: 'No header row was recognised. Name the columns, for example “Employee ID”, “Date”, “Project”, “Hours”, and send the file again.',
  },
  'unsupported-layout': {
    fr: `Cette présentation ou ce format de fichier n’est pas encore lu : une ligne par jour et par projet, ou une grille mensuelle de 1 à 31, le sont. ${saveAgain.fr}`,
    en: `This layout or file format is not read yet: one line per day and project, or a monthly grid from 1 to 31, is. ${saveAgain.en}`,
  },
  'undecodable-text': {
    fr: 'Le codage des caractères de ce fichier n’a pu être déterminé : les noms seraient faux. Enregistrez-le en « CSV UTF-8 » ou en .xlsx et envoyez-le de nouveau.',
    en: 'The character encoding of this file could not be determined: names would be wrong. Save it as “CSV UTF-8” or .xlsx and send it again.',
  },
};

/** @param found what exactly was met, in both languages, added behind the general sentence */
export function fileRefusal(
  code: FileRefusalCode,
  found?: { readonly fr: string; readonly en: string },
  cause?: unknown,
): Refusal {
  const text = texts[code];
  const detail = found === undefined ? text : { fr: `${text.fr} (${found.fr})`, en: `${text.en} (${found.en})` };
  return new Refusal(code, detail, cause === undefined ? undefined : { cause });
}
