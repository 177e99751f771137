// A figure’s value and reference as people read them in their language; what is not known here stands as it was signed.
import { figure } from '../../model/quantity-text.ts';
import type { Language } from '../../model/text.ts';
import { frenchReferences, valueTexts } from './value-words.ts';

/** `43/100` is read `43 %`, `euro-half-away` in words. */
export const valueText = (language: Language, value: string | number): string =>
  valueTexts[String(value)]?.[language] ?? figure(language, value);

/** Names of official texts are the same in both languages. */
export const referenceText = (language: Language, reference: string): string =>
  language === 'fr' ? (frenchReferences[reference] ?? reference) : reference;
