// base64url without padding (RFC 4648 section 5), strict both ways, in plain JavaScript: the same in node and in a browser.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const codes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
/** By character code; −1 for what is not in the alphabet. */
const sextets = new Int8Array(128).fill(-1);
codes.forEach((code, value) => {
  sextets[code] = value;
});

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
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let heldBits = 0;
  let filled = 0;
  for (let i = 0; i < text.length; i += 1) {
    const value = sextets[text.charCodeAt(i)] ?? -1;
    if (value < 0) return null;
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
