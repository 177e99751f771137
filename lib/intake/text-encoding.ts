// Bytes of a text file into characters: UTF-8 if it is valid, else the code pages of French Windows and old Macs.

import type { Encoding } from './file-facts.ts';
import { fileRefusal } from './refusals.ts';

export interface DecodedText {
  readonly encoding: Encoding;
  /** The same text in UTF-8: the file's own bytes where they are that already. */
  readonly utf8: Uint8Array;
}

/** French letters and signs as each code page writes them: é è ê ë à â ç ô ù û î ï É È À œ ’ « ». */
const windowsLetters = new Set([
  0xe9, 0xe8, 0xea, 0xeb, 0xe0, 0xe2, 0xe7, 0xf4, 0xf9, 0xfb, 0xee, 0xef, 0xc9, 0xc8, 0xc0, 0x9c, 0x92, 0xab, 0xbb,
]);
const macLetters = new Set([
  0x8e, 0x8f, 0x90, 0x91, 0x88, 0x89, 0x8d, 0x99, 0x9d, 0x9e, 0x94, 0x95, 0x83, 0xe9, 0xcb, 0xcf, 0xd5, 0xc7, 0xc8,
]);

/** @throws Refusal `undecodable-text`, `not-a-spreadsheet` (bytes that no text holds) */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return transcode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    throw fileRefusal('undecodable-text', { fr: 'UTF-16 gros-boutiste', en: 'big-endian UTF-16' });
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (isUtf8(bytes)) return { encoding: 'utf-8', utf8: hasMark ? bytes.subarray(3) : bytes };
  if (hasMark) throw fileRefusal('undecodable-text');
  const { mac, windows } = countLetters(bytes);
  return transcode(mac > windows ? 'macintosh' : 'windows-1252', bytes);
}

const pieceBytes = 1_000_000;

/** Piece by piece, so that a large file is never a second time in memory. */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const to = Math.min(from + pieceBytes, bytes.length);
    try {
      refuseBinary(decoder.decode(bytes.subarray(from, to), { stream: to < bytes.length }));
    } catch (error) {
      // The decoder's way of saying that these bytes are not UTF-8.
      if (error instanceof TypeError) return false;
      throw error;
    }
  }
  return true;
}

function transcode(encoding: Exclude<Encoding, 'utf-8'>, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  refuseBinary(text);
  // Pieces of UTF-8 inside a file that is not: two programs wrote it, and either reading spoils some names.
  if (encoding === 'windows-1252' && /Ã[©¨ª«§´¹»®¯‰ˆ]/.test(text)) throw fileRefusal('undecodable-text');
  return { encoding, utf8: new TextEncoder().encode(text) };
}

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

// Control characters that no text holds; U+0080 to U+009F are left to the code pages.
const binary = /(?![\s\u0080-\u009f])\p{Cc}/u;

function refuseBinary(text: string): void {
  if (binary.test(text)) throw fileRefusal('not-a-spreadsheet');
}
