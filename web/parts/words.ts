// Sentences in the language of the page. A key without its French, or without its English, does not compile.
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { say } from '../../lib/model/typeset.ts';

export type Words = Readonly<Record<string, Bilingual>>;

/** @returns each sentence of a page under its key */
export const inLanguage = <W extends Words>(language: Language, words: W): { readonly [Key in keyof W]: string } =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, say(language, text)])) as {
    readonly [Key in keyof W]: string;
  };

/** @returns what a code is called; the code itself if these words do not know it */
export const named = (language: Language, words: Words, code: string): string => {
  const text = words[code];
  return text === undefined ? code : say(language, text);
};
