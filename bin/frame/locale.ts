// Which language the terminal speaks.
import type { Language } from '../../lib/model/text.ts';

/**
 * @param words the whole command line: its language is needed even for saying what is wrong with it
 * @returns that of `--lang`, else of the first setting of the locale that says anything (POSIX), else French
 */
export function languageOf(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const at = words.indexOf('--lang');
  const asked = at === -1 ? words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length) : words[at + 1];
  if (asked === 'fr' || asked === 'en') return asked;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^en\b|^en_/i.test(locale) ? 'en' : 'fr';
}
