// What is wrong with one line of a leave file: where, what was seen, and what to write instead.
import type { Bilingual } from '../../model/text.ts';

import { where } from '../problems.ts';
import type { ProblemPlace } from '../reading.ts';

/** Closed list; codes never change once published; each has a section in docs/problems.md. */
export const absenceCodes = [
  'missing-column',
  'missing-person',
  'not-a-date',
  'ambiguous-date',
  'reversed-period',
  'period-too-long',
  'not-a-half-day',
  'formula-without-result',
  'formula-error',
  'cell-too-long',
  'text-too-many-rows',
] as const;

export type AbsenceCode = (typeof absenceCodes)[number];

export interface AbsenceProblem extends ProblemPlace {
  readonly code: AbsenceCode;
  readonly detail: Bilingual;
}

/** @param value what stands in the cell; empty if nothing does */
type Sentence = (fr: string, en: string) => Bilingual;

const unusable = (fr: string, en: string): Bilingual => ({
  fr: `${fr} n’a pas pu être lu. Écrivez la valeur dans la cellule, et envoyez le fichier de nouveau.`,
  en: `${en} could not be read. Write the value in the cell, and send the file again.`,
});

const sentences: Readonly<Record<AbsenceCode, Sentence>> = {
  'missing-column': () => ({
    fr: 'il faut une colonne pour la personne (« Matricule », « E-mail » ou « Nom complet ») et une pour le jour (« Date », ou « Du » et « Au »). Ajoutez celle qui manque.',
    en: 'there must be a column for the person (“Employee ID”, “Email” or “Name”) and one for the day (“Date”, or “From” and “To”). Add the one that is missing.',
  }),
  'missing-person': () => ({
    fr: 'personne n’est nommé. Écrivez le matricule, l’adresse électronique ou le nom complet.',
    en: 'nobody is named. Write the employee number, the e-mail address or the full name.',
  }),
  'not-a-date': (fr, en) => ({
    fr: `${fr} n’est pas une date. Écrivez le jour comme 12/10/2026.`,
    en: `${en} is not a date. Write the day as 12/10/2026 (day first) or 2026-10-12.`,
  }),
  'ambiguous-date': (fr, en) => ({
    fr: `${fr} peut se lire de plusieurs façons (jour, mois ou année). Écrivez l’année sur quatre chiffres et le mois sans équivoque, comme 2026-10-12.`,
    en: `${en} can be read in several ways (day, month or year). Write the year with four digits and the month without doubt, as 2026-10-12.`,
  }),
  'reversed-period': (fr, en) => ({
    fr: `l’absence finit (${fr}) avant de commencer. Corrigez l’un des deux jours, ou les demi-journées.`,
    en: `the absence ends (${en}) before it begins. Correct one of the two days, or the half-days.`,
  }),
  'period-too-long': (fr, en) => ({
    fr: `l’absence dure plus de 366 jours, jusqu’à ${fr}. Corrigez l’année, ou écrivez une ligne par année.`,
    en: `the absence lasts more than 366 days, up to ${en}. Correct the year, or write one line for each year.`,
  }),
  'not-a-half-day': (fr, en) => ({
    fr: `${fr} ne dit pas quelle part du jour. Écrivez matin, après-midi ou journée (0 et 1 pour matin et après-midi), ou 0,5 et 1 jour ; des heures ne se lisent pas ici.`,
    en: `${en} does not say which part of the day. Write morning, afternoon or day (0 and 1 for morning and afternoon), or 0.5 and 1 day; hours are not read here.`,
  }),
  'formula-without-result': unusable,
  'formula-error': unusable,
  'cell-too-long': unusable,
  'text-too-many-rows': unusable,
};

export function absenceProblem(code: AbsenceCode, place: ProblemPlace): AbsenceProblem {
  const at = where(place);
  const value = place.value ?? '';
  const [fr, en] = value === '' ? ['la cellule vide', 'the empty cell'] : [`« ${value} »`, `“${value}”`];
  const said = sentences[code](fr, en);
  return { ...place, code, detail: { fr: `${at.fr} : ${said.fr}`, en: `${at.en}: ${said.en}` } };
}
