// Words as a reader compares them: lower case, without accents or punctuation; and the names of months and weekdays.
import type { Bilingual } from '../model/text.ts';

/** `Durée (h)` → `duree h`; `N° matricule` → `n matricule`. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();

const months: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'feb', 'february'],
  ['mars', 'mar', 'march'],
  ['avril', 'avr', 'apr', 'april'],
  ['mai', 'may'],
  ['juin', 'jun', 'june'],
  ['juillet', 'juil', 'jul', 'july'],
  ['aout', 'aou', 'aug', 'august'],
  ['septembre', 'sept', 'sep', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];

/** @param plain a word as `plainText` gives it @returns 1 to 12 */
export function monthNumber(plain: string): number | null {
  const index = months.findIndex((names) => names.includes(plain));
  return index < 0 ? null : index + 1;
}

const weekdays: readonly (readonly string[])[] = [
  ['lundi', 'monday', 'lun', 'mon'],
  ['mardi', 'tuesday', 'mar', 'tue', 'tues'],
  ['mercredi', 'wednesday', 'mer', 'wed'],
  ['jeudi', 'thursday', 'jeu', 'thu', 'thur', 'thurs'],
  ['vendredi', 'friday', 'ven', 'fri'],
  ['samedi', 'saturday', 'sam', 'sat'],
  ['dimanche', 'sunday', 'dim', 'sun'],
];

/** @param plain a word as `plainText` gives it @returns 1 Monday to 7 Sunday */
export function weekdayNumber(plain: string): number | null {
  const index = weekdays.findIndex((names) => names.includes(plain));
  return index < 0 ? null : index + 1;
}

/** @param number 1 Monday to 7 Sunday */
export function weekdayName(number: number): Bilingual {
  const [fr = '', en = ''] = weekdays[number - 1] ?? [];
  return { fr, en: en.slice(0, 1).toUpperCase() + en.slice(1) };
}
