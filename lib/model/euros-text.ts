// An amount inside a sentence, in both languages.
import { cents } from './quantity-text.ts';
import type { Bilingual } from './text.ts';

/** `1 234,50 €` / `€1,234.50`. @param n whole cents */
export const eurosText = (n: number): Bilingual => ({ fr: cents('fr', n), en: cents('en', n) });
