// A zip written part by part while it is made, the same bytes each time: no clock is in it.
import { strToU8, Zip, ZipDeflate } from 'fflate';

/** The first day that a zip can name, in whatever zone the program runs. */
export const noTime = (): Date => new Date(1980, 0, 1);

interface PartWriter {
  readonly write: (text: string) => void;
  readonly close: () => void;
}

interface ZipWriter {
  /** Several parts may be open at a time; each is packed as it comes, and lies behind those opened before it. */
  readonly open: (name: string) => PartWriter;
  /** @returns the bytes; every part must be closed */
  readonly finish: () => Uint8Array;
}

/** Packing costs less in pieces of some size. */
const pieceCharacters = 65_536;

export function zipWriter(): ZipWriter {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  return {
    open: (name) => {
      const part = new ZipDeflate(name, { level: 6 });
      part.mtime = noTime();
      zip.add(part);
      let waiting: string[] = [];
      let length = 0;
      const flush = (isLast: boolean): void => {
        part.push(strToU8(waiting.join('')), isLast);
        waiting = [];
        length = 0;
      };
      return {
        write: (text) => {
          waiting.push(text);
          length += text.length;
          if (length > pieceCharacters) flush(false);
        },
        close: () => flush(true),
      };
    },
    finish: () => {
      zip.end();
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      return bytes;
    },
  };
}
