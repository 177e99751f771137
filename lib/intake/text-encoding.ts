// Bytes of a text file into characters: UTF-8 if it is valid, else the code pages of French Windows and old Macs.

import type { Encoding } from './file-facts.ts';
import { fileRefusal } from './refusals.ts';
import { makeTextPieces } from './text-decoding.ts';

/** é è ê ë à â ç ô ù û î ï œ ’ « » on Windows; nothing that French writes on an old Mac. */
const windowsLetters = new Set([
  0xe9, 0xe8, 0xea, 0xeb, 0xe0, 0xe2, 0xe7, 0xf4, 0xf9, 0xfb, 0xee, 0xef, 0x9c, 0x92, 0xab, 0xbb,
]);
/** É È À Ç Ë on Windows, before or behind another capital or in front of a letter; … » ¿ « À on a Mac. */
const windowsCapitals = new Set([0xc9, 0xc8, 0xc0, 0xc7, 0xcb]);
/** é è ê à â ç ù û É on a Mac; on Windows nothing at all, or signs that timesheets do not hold. */
const macLetters = new Set([0x8e, 0x8f, 0x90, 0x88, 0x89, 0x8d, 0x9d, 0x9e, 0x83]);
/** ë î ï ô œ ’ on a Mac, inside a word; on Windows ‘ ” • ™ at its edge, and Ï Õ among capitals. */
const macInsideWords = new Set([0x91, 0x94, 0x95, 0x99, 0xcf, 0xd5]);

/** Told of all bytes of a file in order, says how they stand for characters. */
interface EncodingProbe {
  /** @throws Refusal `not-a-spreadsheet` for bytes that no text holds, `undecodable-text` */
  readonly add: (bytes: Uint8Array) => void;
  /** @throws Refusal `undecodable-text` */
  readonly close: () => Encoding;
}

/** @param chosen what a person says; it must fit the bytes */
export function makeEncodingProbe(chosen?: Encoding): EncodingProbe {
  const start: number[] = [];
  let probe: EncodingProbe | null = null;
  const begin = (): EncodingProbe => {
    const [first, second, third, fourth] = start;
    if (first === 0xfe && second === 0xff) {
      throw fileRefusal('undecodable-text', { fr: 'UTF-16 gros-boutiste', en: 'big-endian UTF-16' });
    }
    // Without its mark, Latin letters in UTF-16LE are every second byte.
    const isUnmarked = first !== 0 && second === 0 && third !== 0 && fourth === 0;
    const isWide = chosen === undefined ? (first === 0xff && second === 0xfe) || isUnmarked : chosen === 'utf-16le';
    const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
    const begun = isWide ? makeWideProbe() : makeByteProbe(hasMark, chosen);
    begun.add(Uint8Array.from(start));
    return begun;
  };
  return {
    add: (bytes) => {
      let from = 0;
      while (probe === null && from < bytes.length) {
        start.push(bytes[from] ?? 0);
        from += 1;
        if (start.length === 4) probe = begin();
      }
      probe?.add(bytes.subarray(from));
    },
    close: () => (probe ?? begin()).close(),
  };
}

function makeWideProbe(): EncodingProbe {
  const pieces = makeTextPieces('utf-16le');
  return {
    add: (bytes) => refuseBinary(pieces.decode(bytes)),
    close: () => 'utf-16le',
  };
}

function makeByteProbe(hasMark: boolean, chosen: Encoding | undefined): EncodingProbe {
  const pieces = makeTextPieces('utf-8', true);
  const windowsDecoder = new TextDecoder('windows-1252');
  let isUtf8 = true;
  let isSpoilt = false;
  // Spoilt already when it was written as UTF-8.
  let isSpoiltTwice = false;
  let isOther = false;
  let mac = 0;
  let windows = 0;
  const decode = (bytes: Uint8Array | null, isAscii: boolean): void => {
    try {
      const text = bytes === null ? pieces.close() : pieces.decode(bytes);
      isSpoiltTwice ||= !isAscii && /[Ãâ]/.test(text) && spoilt.test(text);
    } catch (error) {
      // The decoder's way of saying that these bytes are not UTF-8.
      if (!(error instanceof TypeError)) throw error;
      isUtf8 = false;
    }
  };
  return {
    add: (bytes) => {
      const sorts = sortsIn(bytes);
      if ((sorts & binary) !== 0) throw fileRefusal('not-a-spreadsheet');
      const isAscii = (sorts & beyondAscii) === 0;
      if (isUtf8) decode(bytes, isAscii);
      if (isAscii) return;
      const letters = countLetters(bytes);
      mac += letters.mac;
      windows += letters.windows;
      isSpoilt ||= bytes.includes(0xc3) && spoilt.test(windowsDecoder.decode(bytes));
      isOther ||= (bytes.includes(0x82) || bytes.includes(0xbd)) && otherCodePage.test(windowsDecoder.decode(bytes));
    },
    close: () => {
      if (isUtf8) decode(null, true);
      if (chosen === 'utf-8' && !isUtf8) {
        throw fileRefusal('undecodable-text', { fr: 'ce n’est pas de l’UTF-8', en: 'this is not UTF-8' });
      }
      if (chosen !== undefined) return chosen;
      if (isUtf8 && isSpoiltTwice) throw fileRefusal('undecodable-text');
      if (isUtf8) return 'utf-8';
      if (hasMark) throw fileRefusal('undecodable-text');
      if (mac > windows) return 'macintosh';
      if (isSpoilt || isOther || (mac > 0 && mac === windows)) throw fileRefusal('undecodable-text');
      return 'windows-1252';
    },
  };
}

/** Pieces of UTF-8 read as something else: two programs wrote the file, and either reading spoils some names. */
const spoilt = /Ã[©¨ª«§´¹»®¯‰ˆ]|â‚¬|â€[™œ˜”]/;
/** DOS and Latin-9 letters (é œ) as they look in Windows-1252: signs in the middle of a word. */
const otherCodePage = /[a-z][‚½][a-z]/i;

const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;
const isSmall = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;

function countLetters(bytes: Uint8Array): { readonly mac: number; readonly windows: number } {
  let mac = 0;
  let windows = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const [before, after] = [bytes[index - 1] ?? 0, bytes[index + 1] ?? 0];
    const inWord = (isSmall(before) || (byte < 0xa0 && isCapital(before))) && (isSmall(after) || after >= 0x80);
    if (macLetters.has(byte) || (macInsideWords.has(byte) && inWord)) mac += 1;
    const isCapitalHere = isCapital(before) || isCapital(after) || isSmall(after);
    if (windowsLetters.has(byte) || (windowsCapitals.has(byte) && isCapitalHere)) windows += 1;
  }
  return { mac, windows };
}

/** Control characters that no text holds. The upper ones, 80 to 9F, are letters of the code pages. */
const isBinary = (code: number): boolean => (code < 0x20 && (code < 0x09 || code > 0x0d)) || code === 0x7f;

const [beyondAscii, binary] = [1, 2] as const;
const sortOfByte = Uint8Array.from({ length: 256 }, (_, byte) =>
  isBinary(byte) ? binary : byte >= 0x80 ? beyondAscii : 0,
);

/** Looks at each byte once and no more: most files are plain from end to end. @returns the sorts that occur */
function sortsIn(bytes: Uint8Array): number {
  let sorts = 0;
  for (let index = 0; index < bytes.length; index += 1) sorts |= sortOfByte[bytes[index] ?? 0] ?? 0;
  return sorts;
}

function refuseBinary(text: string): void {
  for (let at = 0; at < text.length; at += 1) if (isBinary(text.charCodeAt(at))) throw fileRefusal('not-a-spreadsheet');
}
