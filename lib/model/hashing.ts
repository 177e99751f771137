// The two hash functions everything rests on, passed in, so that the same code runs in node and in a browser.

/** SHA-256 (FIPS 180-4). */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
/** HMAC-SHA-256 (RFC 2104). */
export type HmacSha256 = (key: Uint8Array, bytes: Uint8Array) => Uint8Array;

/** Codes of the digits, by value. */
const digits = new TextEncoder().encode('0123456789abcdef');
const decoder = new TextDecoder();

/** Lower case. Made as one text: adding up pairs leaves a chain of them, which every look-up has to join. */
export function toHex(bytes: Uint8Array): string {
  const text = new Uint8Array(2 * bytes.length);
  for (let at = 0; at < bytes.length; at += 1) {
    text[2 * at] = digits[bytes[at]! >> 4]!;
    text[2 * at + 1] = digits[bytes[at]! & 15]!;
  }
  return decoder.decode(text);
}

/** The other way round. */
const values = new Uint8Array(128);
digits.forEach((code, value) => {
  values[code] = value;
});

/** By a table: the index of a large batch holds tens of thousands of hashes. @throws Error unless the text is lower-case hex of whole bytes */
export function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new Error('not lower-case hex');
  const valueAt = (at: number): number => values[text.charCodeAt(at)]!;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = valueAt(2 * at) * 16 + valueAt(2 * at + 1);
  return bytes;
}
