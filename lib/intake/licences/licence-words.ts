// The words of a licence text as SPDX compares them (matching guidelines, annex B): no case, punctuation, marks of lists, or copyright lines.

/** Spellings that the guidelines take for one word (annex B, varietal words), those that the common licences have. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['licence', 'license'],
  ['licences', 'licenses'],
  ['acknowledgement', 'acknowledgment'],
  ['organisation', 'organization'],
  ['authorised', 'authorized'],
  ['favour', 'favor'],
  ['fulfil', 'fulfill'],
  ['sublicence', 'sublicense'],
  ['https', 'http'],
]);

/** A notice of who holds the rights says nothing of what is allowed; a sentence that begins so is longer. */
const copyrightLine = /^\W*(?:(?:portions )?copyright\b|\(c\)|©)[^\n]{0,160}$|^\W*all rights reserved\.?\W*$/gim;

/** @param text of a file @returns its words, in order */
export function licenceWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\r\n?/g, '\n')
    .replace(copyrightLine, ' ')
    .toLowerCase()
    // Quotes and marks of plural; `&` as a word.
    .replace(/['’‘"“”`]/g, '')
    .replace(/&/g, ' and ');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => spellings.get(word) ?? word);
}
