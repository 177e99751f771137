// Bytes of a text file into characters: UTF-8 if it is valid, else the code pages of French Windows and old Macs.

import type { Encoding } from './reading.ts';
import { fileRefusal } from './refusals.ts';

export interface DecodedText {
  readonly encoding: Encoding;
  readonly text: string;
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
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return check('utf-16le', new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    throw fileRefusal('undecodable-text', { fr: 'UTF-16 gros-boutiste', en: 'big-endian UTF-16' });
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return check('utf-8', new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (hasMark) throw fileRefusal('undecodable-text', undefined, error);
  }
  const { mac, windows } = countLetters(bytes);
  if (mac > windows) return check('macintosh', new TextDecoder('macintosh').decode(bytes));
  const text = new TextDecoder('windows-1252').decode(bytes);
  // Pieces of UTF-8 inside a file that is not: two programs wrote it, and either reading spoils some names.
  if (/Ã[©¨ª«§´¹»®¯‰ˆ]/.test(text)) throw fileRefusal('undecodable-text');
  return check('windows-1252', text);
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

function check(encoding: Encoding, text: string): DecodedText {
  if (binary.test(text)) throw fileRefusal('not-a-spreadsheet');
  return { encoding, text };
}
