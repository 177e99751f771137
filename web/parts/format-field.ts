// Quantities as a field shows them, so that what was said comes back as the reader takes it: no unit, no group mark.
import type { Language } from '../../lib/model/text.ts';

/** `1234,50` / `1234.50`. @param cents whole, 0 or more */
export function euroField(language: Language, cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}${language === 'fr' ? ',' : '.'}${digits.slice(-2)}`;
}

/** `12h30`. @param minutes whole, 0 or more */
export const hourField = (minutes: number): string =>
  `${(minutes - (minutes % 60)) / 60}h${String(minutes % 60).padStart(2, '0')}`;
