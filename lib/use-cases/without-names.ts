// Free text for readers who may not know whose time it is about: words that are somebody's name are left out.

/** A shorter one is a word of the language more often than a name. */
const shortest = 3;
const word = /\p{L}+/gu;
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** @param names of the people concerned, as a directory has them; accents and case do not matter */
export function withoutNames(names: readonly string[]): (text: string) => string {
  const known = new Set(
    names.flatMap((name) => (plain(name).match(word) ?? []).filter((part) => part.length >= shortest)),
  );
  return (text) => text.replaceAll(word, (found) => (known.has(plain(found)) ? '…' : found));
}
