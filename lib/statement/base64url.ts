// base64url without padding (RFC 4648 section 5), strict both ways, in plain JavaScript: the same in node and in a browser.
import { decodeSextets, sextetsOf } from '../model/sextets.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const codes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
const sextets = sextetsOf(alphabet);

export function encodeBase64url(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  for (let i = 0, at = 0; i < bytes.length; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let shift = 18; shift >= 0 && at < text.length; shift -= 6) {
      text[at] = codes[(word >> shift) & 63]!;
      at += 1;
    }
  }
  return new TextDecoder().decode(text);
}

/**
 * @returns the bytes, or null if the text is not the one spelling of any bytes: a foreign character, padding, a length that
 * no bytes have, or unused bits that are not zero (two texts for the same bytes would make a signed text malleable)
 */
export function decodeBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  return decodeSextets(sextets, text, text.length);
}
