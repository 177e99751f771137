// What a cell says of a part of the day: 0 and 1, AM and PM, matin and après-midi, or a half without saying which.
import { plainText } from '../words.ts';

/** `some`: half of the day, and nobody says which. */
export type PartOfDay = 'morning' | 'afternoon' | 'both' | 'some';

const words: ReadonlyMap<string, PartOfDay> = new Map([
  ...['0', 'm', 'mat', 'matin', 'matinee', 'am', 'a m', 'morning', 'le matin'].map(
    (word) => [word, 'morning'] as const,
  ),
  ...['1', 'pm', 'p m', 'apm', 'ap', 'aprem', 'apres midi', 'afternoon', 'l apres midi'].map(
    (word) => [word, 'afternoon'] as const,
  ),
  ...[
    'j',
    'jour',
    'journee',
    'journee entiere',
    'jour entier',
    'entier',
    'non',
    'no',
    'faux',
    'false',
    'day',
    'full',
    'full day',
    'all day',
    'whole day',
    'both',
  ].map((word) => [word, 'both'] as const),
  ...['x', 'oui', 'yes', 'vrai', 'true', 'demi', '1 2', 'demi journee', 'half', 'half day'].map(
    (word) => [word, 'some'] as const,
  ),
]);

/**
 * Beside « M », « AM » is the French abbreviation of après-midi; else it is the morning of AM and PM.
 * @param column all texts of the column
 * @returns what a text of it says; `both` for an empty one, null if it cannot be read
 */
export function partsOfDay(column: Iterable<string>): (text: string) => PartOfDay | null {
  const said = new Set([...column].map(plainText));
  const isFrench = ['m', 'mat'].some((word) => said.has(word)) && !said.has('pm');
  return (text) => {
    const plain = plainText(text);
    if (plain === '') return text.trim() === '' ? 'both' : null;
    if (plain === 'am' && isFrench) return 'afternoon';
    return words.get(plain) ?? null;
  };
}

/** `2,5 jours` → `2.5` */
const plainDays = (text: string): string =>
  text
    .trim()
    .replace(',', '.')
    .replace(/ ?(j|jours?|days?)$/i, '');

/** @param text a number of days: `1`, `0,5`, `1,00`, `½` @returns null for anything that is not one day, half of it or none of it */
export function partOfDays(text: string): PartOfDay | 'none' | null {
  const plain = plainDays(text);
  if (/^1(\.0+)?$/.test(plain)) return 'both';
  if (/^(0?\.50*|½|1\/2)$/.test(plain)) return 'some';
  return /^0(\.0+)?$/.test(plain) ? 'none' : null;
}

/** @param text of a number of days @returns whether half a day is among them: days off in between change nothing to that; null if it says no number */
export function hasHalfDay(text: string): boolean | null {
  const [, whole, fraction = ''] = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(plainDays(text)) ?? [];
  if (whole === undefined || !/^(50*|0*)$/.test(fraction)) return null;
  return fraction.startsWith('5');
}
