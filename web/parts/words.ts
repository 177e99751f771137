// Sentences in the language of the page. A key without its French, or without its English, does not compile.
import type { Bilingual, Language } from '../../lib/model/text.ts';

export type Words = Readonly<Record<string, Bilingual>>;

/** French sets a narrow space, never broken over two lines, before these signs and inside its quotation marks. */
const narrowSpaces = (text: string): string => text.replace(/ (?=[:;!?»%€])/g, '\u202f').replaceAll('« ', '«\u202f');

export const say = (language: Language, text: Bilingual): string =>
  language === 'fr' ? narrowSpaces(text.fr) : text.en;

/** @returns each sentence of a page under its key */
export const inLanguage = <W extends Words>(language: Language, words: W): { readonly [Key in keyof W]: string } =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, say(language, text)])) as {
    readonly [Key in keyof W]: string;
  };

/** @returns the one for 1 or the one for many; in French 0 is singular, in English plural */
export const plural = (language: Language, count: number, one: string, many: string): string =>
  Math.abs(count) === 1 || (language === 'fr' && count === 0) ? one : many;

/** @returns what a code is called; the code itself if these words do not know it */
export const named = (language: Language, words: Words, code: string): string => {
  const text = words[code];
  return text === undefined ? code : say(language, text);
};
