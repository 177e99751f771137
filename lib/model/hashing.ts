// The two hash functions everything rests on, passed in, so that the same code runs in node and in a browser.

/** SHA-256 (FIPS 180-4). */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
/** HMAC-SHA-256 (RFC 2104). */
export type HmacSha256 = (key: Uint8Array, bytes: Uint8Array) => Uint8Array;

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @throws Error unless the text is lower-case hex of whole bytes */
export function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new Error('not lower-case hex');
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
