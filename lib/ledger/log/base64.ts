// Base64 with padding (RFC 4648 section 4), as notes and checkpoints are written in, strict both ways and without anything of node.
import { decodeSextets, sextetsOf } from '../../model/sextets.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const codes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
const padding = '='.charCodeAt(0);
const sextets = sextetsOf(alphabet);

export function encodeBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(4 * Math.ceil(bytes.length / 3)).fill(padding);
  for (let i = 0, at = 0; i < bytes.length; i += 3, at += 4) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const letters = Math.min(bytes.length - i, 3) + 1;
    for (let letter = 0; letter < letters; letter += 1) text[at + letter] = codes[(word >> (18 - 6 * letter)) & 63]!;
  }
  return new TextDecoder().decode(text);
}

/**
 * @returns the bytes, or null if the text is not the one spelling of any bytes: a foreign character, missing padding, or unused
 * bits that are not zero. Two texts for the same bytes would let a signed text be changed and still verify.
 */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padded = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return decodeSextets(sextets, text, text.length - padded);
}
