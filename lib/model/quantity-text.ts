// Quantities as people read them, from whole numbers by cutting digits: no float comes near an amount.
import type { Duration } from './duration.ts';
import type { Language } from './text.ts';
import { plural } from './typeset.ts';

/** U+202F, the separator of French numbers. */
const narrow = '\u202f';
const minus = '\u2212';

const grouped = (language: Language, digits: string): string =>
  digits.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? narrow : ',');

/** `1 234` / `1,234`. @param n a safe integer */
export const whole = (language: Language, n: number): string =>
  `${n < 0 ? minus : ''}${grouped(language, String(Math.abs(n)))}`;

/** `7 h 30` / `7h30`; full hours stand alone: `7 h`. */
export function minutes(language: Language, n: number): string {
  const rest = Math.abs(n) % 60;
  const hours = (Math.abs(n) - rest) / 60;
  const gap = language === 'fr' ? narrow : '';
  const text = `${grouped(language, String(hours))}${gap}h`;
  return `${n < 0 ? minus : ''}${text}${rest === 0 ? '' : `${gap}${String(rest).padStart(2, '0')}`}`;
}

/** `3 demi-journées` / `3 half-days`, with a hyphen that never ends a line (U+2011). */
export const halfDays = (language: Language, n: number): string =>
  language === 'fr'
    ? `${whole(language, n)}${narrow}${plural(language, n, 'demi\u2011journée', 'demi\u2011journées')}`
    : `${whole(language, n)}\u00a0${plural(language, n, 'half\u2011day', 'half\u2011days')}`;

export const duration = (language: Language, { unit, amount }: Duration): string =>
  unit === 'minute' ? minutes(language, amount) : halfDays(language, amount);

const euroText = (language: Language, digits: string, isNegative: boolean): string => {
  const sign = isNegative ? minus : '';
  return language === 'fr' ? `${sign}${digits}${narrow}€` : `${sign}€${digits}`;
};

/** `1 234,50 €` / `€1,234.50`. @param n whole cents */
export function cents(language: Language, n: number): string {
  const digits = String(Math.abs(n)).padStart(3, '0');
  const sign = language === 'fr' ? ',' : '.';
  return euroText(language, `${grouped(language, digits.slice(0, -2))}${sign}${digits.slice(-2)}`, n < 0);
}

/** `16 852 €` / `€16,852`. @param n whole euros */
export const euros = (language: Language, n: number): string =>
  euroText(language, grouped(language, String(Math.abs(n))), n < 0);

/** A figure of the rule set: `43/100` is read `43 %`, and everything else stands as it was signed. */
export function figure(language: Language, value: string | number): string {
  const [, numerator, denominator] = /^(\d{1,12})\/(\d{1,12})$/.exec(String(value)) ?? [];
  if (numerator === undefined)
    return /^-?\d{1,15}$/.test(String(value)) ? whole(language, Number(value)) : String(value);
  const hundredfold = Number(numerator) * 100;
  if (hundredfold % Number(denominator) !== 0) return String(value);
  return `${whole(language, hundredfold / Number(denominator))}${language === 'fr' ? narrow : ''}%`;
}

/** `31/12/2025` / `2025-12-31`: as the workbook shows days. @param day `YYYY-MM-DD` */
export const dayText = (language: Language, day: string): string =>
  language === 'fr' ? day.split('-').toReversed().join('/') : day;

/** `31/12/2025 09:30:00 UTC`. @param instant ISO 8601, in UTC */
export const instantText = (language: Language, instant: string): string =>
  `${dayText(language, instant.slice(0, 10))} ${instant.slice(11, 19)} UTC`;
