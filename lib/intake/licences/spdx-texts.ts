// The licence texts of the SPDX list as fingerprints, so that a file is set beside all of them at once.
import { licenceWords } from './licence-words.ts';

/** Words that make one mark: fewer would match any legal text, more would be broken by each changed word. */
export const markWords = 5;

/** FNV-1a over the words of a mark. @returns one mark for each place at which one begins */
export function marksOf(words: readonly string[]): Uint32Array {
  const marks = new Uint32Array(Math.max(words.length - markWords + 1, 0));
  for (let at = 0; at < marks.length; at += 1) {
    let hash = 0x811c9dc5;
    for (let i = at; i < at + markWords; i += 1) {
      const word = words[i]!;
      for (let letter = 0; letter < word.length; letter += 1) {
        hash = Math.imul(hash ^ word.charCodeAt(letter), 0x01000193);
      }
      hash = Math.imul(hash ^ 0x20, 0x01000193);
    }
    marks[at] = hash >>> 0;
  }
  return marks;
}

export interface KnownText {
  readonly id: string;
  readonly words: number;
  /** Each once. */
  readonly marks: Uint32Array;
}

/** Of one text under several ids the one that grants least: the file itself does not say "or any later version". */
const isOtherName = (id: string, ids: ReadonlySet<string>): boolean =>
  id.endsWith('+') || id.endsWith('-or-later') || ids.has(`${id}-only`);

let known: Promise<readonly KnownText[]> | null = null;

async function read(): Promise<readonly KnownText[]> {
  // 5 MB of texts: read by whoever looks at a licence file, and by nobody else.
  const { default: full } = await import('spdx-license-list/full.js');
  const ids = new Set(Object.keys(full));
  return [...ids]
    .filter((id) => !isOtherName(id, ids))
    .sort()
    .map((id): KnownText => {
      const words = licenceWords(full[id]!.licenseText);
      return { id, words: words.length, marks: new Uint32Array(new Set(marksOf(words))) };
    })
    .filter(({ marks }) => marks.length > 0);
}

/** @returns the texts of the list, in order of id; worked out once */
export function spdxTexts(): Promise<readonly KnownText[]> {
  known ??= read();
  return known;
}
