// An amount inside a sentence, in both languages, from whole cents by cutting digits.
import type { Bilingual } from './text.ts';

/** `1 234,50 €` / `€1,234.50`. @param cents whole, 0 or more */
export function eurosText(cents: number): Bilingual {
  const digits = String(cents).padStart(3, '0');
  const group = (mark: string): string => digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, mark);
  return { fr: `${group('\u202f')},${digits.slice(-2)}\u202f€`, en: `€${group(',')}.${digits.slice(-2)}` };
}
