// How French and English are set: the spaces before signs, and which word goes with which number.
import type { Bilingual, Language } from './text.ts';

/** French sets a narrow space, never broken over two lines, before these signs and inside its quotation marks. */
const narrowSpaces = (text: string): string => text.replace(/ (?=[:;!?»%€])/g, '\u202f').replaceAll('« ', '«\u202f');

export const say = (language: Language, text: Bilingual): string =>
  language === 'fr' ? narrowSpaces(text.fr) : text.en;

/** @returns the one for 1 or the one for many; in French 0 is singular, in English plural */
export const plural = (language: Language, count: number, one: string, many: string): string =>
  Math.abs(count) === 1 || (language === 'fr' && count === 0) ? one : many;
