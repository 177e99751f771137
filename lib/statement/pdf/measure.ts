// How wide words are, and where lines break: measured once a word, for long tables say the same few thousand words again and again.
import type { Face } from './placed.ts';

/** @returns the width of a text at one point */
export type Measure = (face: Face, text: string) => number;

export interface Metrics {
  readonly width: (face: Face, size: number, text: string) => number;
  /** The widest part that no line has to break. */
  readonly widestWord: (face: Face, size: number, text: string) => number;
  /** Lines no wider than `width`; a word that is wider by itself breaks behind a hyphen, and without one where the line is full. */
  readonly wrap: (face: Face, size: number, text: string, width: number) => readonly string[];
}

/** Only here lines break: a narrow or a non-breaking space keeps a number and its unit together. */
const space = ' ';

/** Parts of a word that end with a hyphen or a slash between letters: there a reader expects a break. */
const hyphenated = (word: string): readonly string[] => word.split(/(?<=\p{L}[-/])(?=\p{L})/u);

/** @param shown what is printed of a text: without line ends, and without letters that the font lacks */
export function metricsOf(measure: Measure, shown: (text: string) => string): Metrics {
  const known: Record<Face, Map<string, number>> = { regular: new Map(), bold: new Map() };
  const unit = (face: Face, word: string): number => {
    const found = known[face].get(word);
    if (found !== undefined) return found;
    const width = measure(face, word);
    known[face].set(word, width);
    return width;
  };
  const width: Metrics['width'] = (face, size, text) =>
    text.split(space).reduce((sum, word, i) => sum + (i > 0 ? unit(face, space) : 0) + unit(face, word), 0) * size;

  /** The word in pieces that fit, the last of which may leave room. */
  const cut = (face: Face, size: number, word: string, room: number): string[] => {
    const pieces: string[] = [];
    let piece = '';
    let filled = 0;
    for (const letter of word) {
      const next = unit(face, letter) * size;
      if (piece !== '' && filled + next > room) {
        pieces.push(piece);
        piece = '';
        filled = 0;
      }
      piece += letter;
      filled += next;
    }
    return [...pieces, piece];
  };

  return {
    width,
    widestWord: (face, size, text) =>
      Math.max(
        ...text
          .split(space)
          .flatMap(hyphenated)
          .map((part) => unit(face, part)),
      ) * size,
    wrap: (face, size, text, room) => {
      const gap = unit(face, space) * size;
      const lines: string[] = [];
      let line = '';
      let filled = 0;
      const put = (part: string, isJoined: boolean): void => {
        const next = unit(face, part) * size;
        const between = line === '' || isJoined ? 0 : gap;
        if (line !== '' && filled + between + next > room) {
          lines.push(line);
          line = '';
          filled = 0;
        }
        line = line === '' || isJoined ? `${line}${part}` : `${line}${space}${part}`;
        filled += next + (filled === 0 ? 0 : between);
      };
      const whole = (part: string): boolean => unit(face, part) * size <= room;
      for (const word of shown(text).split(space)) {
        if (whole(word)) put(word, false);
        else {
          const parts = hyphenated(word).flatMap((part) => (whole(part) ? [part] : cut(face, size, part, room)));
          for (const [i, part] of parts.entries()) put(part, i > 0);
        }
      }
      return [...lines, line];
    },
  };
}
