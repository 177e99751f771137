// Bytes of a text file into characters: UTF-8 if it is valid, else the code pages of French Windows and old Macs.

import type { Encoding } from './file-facts.ts';
import { fileRefusal } from './refusals.ts';

/** French letters and signs as each code page writes them: é è ê ë à â ç ô ù û î ï É È À œ ’ « ». */
const windowsLetters = new Set([
  0xe9, 0xe8, 0xea, 0xeb, 0xe0, 0xe2, 0xe7, 0xf4, 0xf9, 0xfb, 0xee, 0xef, 0xc9, 0xc8, 0xc0, 0x9c, 0x92, 0xab, 0xbb,
]);
const macLetters = new Set([
  0x8e, 0x8f, 0x90, 0x91, 0x88, 0x89, 0x8d, 0x99, 0x9d, 0x9e, 0x94, 0x95, 0x83, 0xe9, 0xcb, 0xcf, 0xd5, 0xc7, 0xc8,
]);

/** Told of all bytes of a file in order, says how they stand for characters. */
export interface EncodingProbe {
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
    const [first, second, third] = start;
    if (first === 0xfe && second === 0xff) {
      throw fileRefusal('undecodable-text', { fr: 'UTF-16 gros-boutiste', en: 'big-endian UTF-16' });
    }
    const isWide = chosen === undefined ? first === 0xff && second === 0xfe : chosen === 'utf-16le';
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
        if (start.length === 3) probe = begin();
      }
      probe?.add(bytes.subarray(from));
    },
    close: () => (probe ?? begin()).close(),
  };
}

function makeWideProbe(): EncodingProbe {
  const decoder = new TextDecoder('utf-16le');
  return {
    add: (bytes) => refuseBinary(decoder.decode(bytes, { stream: true })),
    close: () => 'utf-16le',
  };
}

function makeByteProbe(hasMark: boolean, chosen: Encoding | undefined): EncodingProbe {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const windowsDecoder = new TextDecoder('windows-1252');
  let isUtf8 = true;
  let isSpoilt = false;
  let mac = 0;
  let windows = 0;
  const decode = (bytes: Uint8Array | undefined): void => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (error) {
      // The decoder's way of saying that these bytes are not UTF-8.
      if (!(error instanceof TypeError)) throw error;
      isUtf8 = false;
    }
  };
  return {
    add: (bytes) => {
      if (bytes.some(isBinary)) throw fileRefusal('not-a-spreadsheet');
      if (isUtf8) decode(bytes);
      const letters = countLetters(bytes);
      mac += letters.mac;
      windows += letters.windows;
      isSpoilt ||= bytes.includes(0xc3) && spoilt.test(windowsDecoder.decode(bytes));
    },
    close: () => {
      if (isUtf8) decode(undefined);
      if (chosen === 'utf-8' && !isUtf8) {
        throw fileRefusal('undecodable-text', { fr: 'ce n’est pas de l’UTF-8', en: 'this is not UTF-8' });
      }
      if (chosen !== undefined) return chosen;
      if (isUtf8) return 'utf-8';
      if (hasMark) throw fileRefusal('undecodable-text');
      if (mac > windows) return 'macintosh';
      if (isSpoilt) throw fileRefusal('undecodable-text');
      return 'windows-1252';
    },
  };
}

/** Pieces of UTF-8 inside a file that is not: two programs wrote it, and either reading spoils some names. */
const spoilt = /Ã[©¨ª«§´¹»®¯‰ˆ]/;

function countLetters(bytes: Uint8Array): { readonly mac: number; readonly windows: number } {
  let mac = 0;
  let windows = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    if (macLetters.has(byte)) mac += 1;
    if (windowsLetters.has(byte)) windows += 1;
  }
  return { mac, windows };
}

/** Control characters that no text holds. The upper ones, 80 to 9F, are letters of the code pages. */
const isBinary = (code: number): boolean => (code < 0x20 && (code < 0x09 || code > 0x0d)) || code === 0x7f;

function refuseBinary(text: string): void {
  for (let at = 0; at < text.length; at += 1) if (isBinary(text.charCodeAt(at))) throw fileRefusal('not-a-spreadsheet');
}
