// The sentences of row problems, in both languages: where, what was seen, and what to write instead.
import type { Bilingual } from '../model/text.ts';
import { isBlocking, type Problem, type ProblemCode, type ProblemPlace } from './reading.ts';

/** For what concerns the whole file. */
export const nowhere: ProblemPlace = { sheet: null, row: null, column: null, cell: null, value: null };

/** @param value what stands in the cell; empty if nothing does */
type Sentence = (value: string) => Bilingual;

const sentences: Readonly<Record<ProblemCode, Sentence>> = {
  'unknown-column-layout': () => ({
    fr: 'aucune ligne d’en-têtes reconnue sur cette feuille. Nommez les colonnes « Matricule », « Date », « Projet », « Heures », ou retirez la feuille.',
    en: 'no header row was recognised on this sheet. Name the columns “Employee ID”, “Date”, “Project”, “Hours”, or remove the sheet.',
  }),
  'missing-column': (value) => ({
    fr: `il manque une colonne : ${missing[value]?.fr ?? value}. Ajoutez-la, ou donnez-lui un de ces noms.`,
    en: `a column is missing: ${missing[value]?.en ?? value}. Add it, or give it one of these names.`,
  }),
  'not-a-date': (value) => ({
    fr: `${quoteFr(value)} n’est pas une date. Écrivez le jour comme 12/10/2026.`,
    en: `${quoteEn(value)} is not a date. Write the day as 12/10/2026 (day first) or 2026-10-12.`,
  }),
  'ambiguous-date': (value) => ({
    fr: `${quoteFr(value)} peut se lire de plusieurs façons (jour, mois ou année). Écrivez l’année sur quatre chiffres et le mois sans équivoque, comme 2026-10-12, ou indiquez l’année civile des jours.`,
    en: `${quoteEn(value)} can be read in several ways (day, month or year). Write the year with four digits and the month without doubt, as 2026-10-12, or give the calendar year of the days.`,
  }),
  'date-out-of-year': (value) => ({
    fr: `${quoteFr(value)} n’est pas dans l’année demandée. Corrigez la date, ou choisissez l’année de ce fichier.`,
    en: `${quoteEn(value)} is not in the year asked for. Correct the date, or choose the year of this file.`,
  }),
  'not-a-duration': (value) => ({
    fr:
      value === ''
        ? 'la durée manque. Écrivez-la, par exemple 7:45 ou 7,75, ou retirez la ligne.'
        : `${quoteFr(value)} n’est pas une durée. Écrivez par exemple 7:45 ou 7,75.`,
    en:
      value === ''
        ? 'the duration is missing. Write it, for example 7:45 or 7.75, or remove the line.'
        : `${quoteEn(value)} is not a duration. Write for example 7:45 or 7.75.`,
  }),
  'ambiguous-duration': (value) => ({
    fr: `${quoteFr(value)} peut se lire de plusieurs façons (heures et minutes, heures décimales, jours). Écrivez 7:30 ou 7,5 h, ou nommez l’unité dans l’en-tête ; un temps en jours demande aussi la durée d’une journée.`,
    en: `${quoteEn(value)} can be read in several ways (hours and minutes, decimal hours, days). Write 7:30 or 7.5 h, or name the unit in the header; time in days also needs the length of a day.`,
  }),
  'negative-duration': (value) => ({
    fr: `${quoteFr(value)} est négatif : une feuille de temps n’en retire pas. Retirez la ligne ; le temps déjà enregistré se corrige par une régularisation, avec son motif.`,
    en: `${quoteEn(value)} is negative: a timesheet takes no time back. Remove the line; posted time is put right by a correction, with its reason.`,
  }),
  'over-24h': (value) => ({
    fr: `${quoteFr(value)} dépasse une journée sur une seule ligne. Répartissez ce temps sur les jours où il a été passé.`,
    en: `${quoteEn(value)} is more than one day on a single line. Spread this time over the days on which it was spent.`,
  }),
  'zero-duration': (value) => ({
    fr: `${quoteFr(value)} ne déclare aucun temps : la ligne ne sera pas reprise.`,
    en: `${quoteEn(value)} declares no time: the line will not be taken over.`,
  }),
  'formula-without-result': (value) => ({
    fr: `la formule ${quoteFr(value)} n’a jamais été calculée. Ouvrez le fichier dans Excel ou LibreOffice, enregistrez-le et envoyez-le de nouveau.`,
    en: `the formula ${quoteEn(value)} was never calculated. Open the file in Excel or LibreOffice, save it and send it again.`,
  }),
  'formula-error': (value) => ({
    fr: `la formule donne l’erreur ${quoteFr(value)}. Corrigez-la, ou écrivez la valeur.`,
    en: `the formula gives the error ${quoteEn(value)}. Correct it, or write the value.`,
  }),
  'missing-person': () => ({
    fr: 'personne n’est nommé. Écrivez le matricule, l’adresse électronique ou le nom complet.',
    en: 'nobody is named. Write the employee number, the e-mail address or the full name.',
  }),
  'missing-project': () => ({
    fr: 'le projet manque. Écrivez son code ou son nom.',
    en: 'the project is missing. Write its code or its name.',
  }),
  'duplicate-line': (value) => ({
    fr: `le fichier contient deux lignes pour ${value}. Gardez-en une, ou confirmez qu’elles s’ajoutent.`,
    en: `the file holds two lines for ${value}. Keep one, or confirm that they add up.`,
  }),
  'cell-too-long': (value) => ({
    fr: `le texte ${quoteFr(value)} dépasse 4 096 caractères. Raccourcissez-le.`,
    en: `the text ${quoteEn(value)} is longer than 4,096 characters. Shorten it.`,
  }),
  'text-too-many-rows': () => ({
    fr: 'un guillemet ouvert ici n’est jamais fermé, ou ne l’est qu’après plus de 100 lignes : elles n’ont pas été lues. Fermez ou retirez le guillemet.',
    en: 'a quotation mark opened here is never closed, or only after more than 100 lines: they were not read. Close or remove it.',
  }),
  'mixed-units': (value) => ({
    fr: `${quoteFr(value)} n’est pas dans la même unité que les lignes précédentes (heures et jours mêlés). Confirmez, ou écrivez toutes les lignes dans une seule unité.`,
    en: `${quoteEn(value)} is not in the same unit as the lines before (hours and days mixed). Confirm, or write all lines in one unit.`,
  }),
  'total-differs': (value) => ({
    fr: `le total du fichier, ${quoteFr(value)}, n’est pas la somme de ses lignes lues (les lignes masquées ne le sont pas). Vérifiez avant d’enregistrer.`,
    en: `the file's total, ${quoteEn(value)}, is not the sum of the lines read (hidden rows are not). Check before posting.`,
  }),
};

const missing: Readonly<Record<string, Bilingual>> = {
  person: {
    fr: 'la personne (« Matricule », « E-mail » ou « Nom complet » ; ou choisissez le nom de la feuille d’un classeur)',
    en: 'the person (“Employee ID”, “Email” or “Name”; or choose the name of the sheet of a workbook)',
  },
  date: { fr: 'le jour (« Date » ou « Jour »)', en: 'the day (“Date” or “Day”)' },
  project: {
    fr: 'le projet (« Projet » ou « Code projet » ; ou choisissez le nom de la feuille d’un classeur)',
    en: 'the project (“Project” or “Project code”; or choose the name of the sheet of a workbook)',
  },
  quantity: {
    fr: 'la durée (« Heures », « Durée (h) » ou « Jours »)',
    en: 'the duration (“Hours”, “Duration (h)” or “Days”)',
  },
};

const quoteFr = (value: string): string => (value === '' ? 'la cellule vide' : `« ${value} »`);
const quoteEn = (value: string): string => (value === '' ? 'the empty cell' : `“${value}”`);

export function where(place: ProblemPlace): Bilingual {
  const fr: string[] = [];
  const en: string[] = [];
  if (place.sheet !== null) {
    fr.push(`feuille « ${place.sheet} »`);
    en.push(`sheet “${place.sheet}”`);
  }
  if (place.cell !== null) {
    fr.push(`cellule ${place.cell}`);
    en.push(`cell ${place.cell}`);
  } else if (place.row !== null) {
    fr.push(`ligne ${place.row}`);
    en.push(`row ${place.row}`);
    if (place.column !== null) {
      fr.push(`colonne « ${place.column} »`);
      en.push(`column “${place.column}”`);
    }
  }
  if (fr.length === 0) return { fr: 'Fichier', en: 'File' };
  const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
  return { fr: capital(fr.join(', ')), en: capital(en.join(', ')) };
}

/** @param about what the sentence names instead of the cell's value, if it is something else */
export function makeProblem(code: ProblemCode, place: ProblemPlace, about?: Bilingual): Problem {
  const value = place.value ?? '';
  const say = sentences[code];
  return saidProblem(code, place, { fr: say(about?.fr ?? value).fr, en: say(about?.en ?? value).en });
}

/** A problem with a sentence of its own, where the general one would not say enough. */
export function saidProblem(code: ProblemCode, place: ProblemPlace, says: Bilingual): Problem {
  const at = where(place);
  return {
    ...place,
    code,
    blocking: isBlocking(code),
    detail: { fr: `${at.fr} : ${says.fr}`, en: `${at.en}: ${says.en}` },
  };
}

/** Behind the last problem that is listed: how many more there are of a code. */
export const moreProblems = (code: ProblemCode, count: number): Problem =>
  saidProblem(
    code,
    { ...nowhere, value: String(count) },
    {
      fr: `encore ${count} fois le problème « ${code} », sans autre détail ici. Corrigez ce qui est listé et envoyez le fichier de nouveau.`,
      en: `${count} more times the problem “${code}”, not listed here. Correct what is listed and send the file again.`,
    },
  );
