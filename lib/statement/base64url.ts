// base64url without padding (RFC 4648 section 5), strict both ways, in plain JavaScript: the same in node and in a browser.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const sextetOf: ReadonlyMap<string, number> = new Map(Array.from(alphabet, (character, value) => [character, value]));

export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const taken = Math.min(3, bytes.length - i);
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let sextet = 0; sextet <= taken; sextet += 1) text += alphabet[(word >> (18 - 6 * sextet)) & 63]!;
  }
  return text;
}

/**
 * @returns the bytes, or null if the text is not the one spelling of any bytes: a foreign character, padding, a length that
 * no bytes have, or unused bits that are not zero (two texts for the same bytes would make a signed text malleable)
 */
export function decodeBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let heldBits = 0;
  let filled = 0;
  for (const character of text) {
    const value = sextetOf.get(character);
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xffff;
    heldBits += 6;
    if (heldBits >= 8) {
      heldBits -= 8;
      bytes[filled] = (held >> heldBits) & 0xff;
      filled += 1;
    }
  }
  return (held & ((1 << heldBits) - 1)) === 0 ? bytes : null;
}
