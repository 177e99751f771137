// Six bits a letter (RFC 4648), read strictly: what base64 and base64url have in common.

const bits = 6;

/** @returns the value of each letter by its character code; −1 for what is not in the alphabet */
export function sextetsOf(alphabet: string): Int8Array {
  const sextets = new Int8Array(128).fill(-1);
  for (let value = 0; value < alphabet.length; value += 1) sextets[alphabet.charCodeAt(value)] = value;
  return sextets;
}

/**
 * @param letters how many of the text are letters, from its first on
 * @returns the bytes, or null for a foreign letter, or unused bits that are not zero: two texts for the same bytes would let a signed
 * text be changed and still verify
 */
export function decodeSextets(sextets: Int8Array, text: string, letters: number): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((letters * bits) / 8));
  let held = 0;
  let heldBits = 0;
  let filled = 0;
  for (let i = 0; i < letters; i += 1) {
    const value = sextets[text.charCodeAt(i)] ?? -1;
    if (value < 0) return null;
    held = ((held << bits) | value) & 0xffff;
    heldBits += bits;
    if (heldBits >= 8) {
      heldBits -= 8;
      bytes[filled] = (held >> heldBits) & 0xff;
      filled += 1;
    }
  }
  return (held & ((1 << heldBits) - 1)) === 0 ? bytes : null;
}
