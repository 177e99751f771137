// The two spellings of an ECDSA P-256 signature: ASN.1 DER as KMS and openssl give it, and raw r ‖ s as JWS wants it (RFC 7518, 3.4).

const coordinateBytes = 32;

/** A DER INTEGER's content → 32 bytes, left-padded; null if it is not the one DER form of 0 < n < 2^256. */
function padded(content: Uint8Array): Uint8Array | null {
  const first = content[0];
  if (first === undefined || first >= 0x80) return null;
  const hasSignByte = first === 0;
  // A leading zero is there only to keep a high first bit from meaning "negative" (X.690, 8.3.2).
  if (hasSignByte && (content[1] ?? 0) < 0x80) return null;
  const digits = hasSignByte ? content.subarray(1) : content;
  if (digits.length > coordinateBytes) return null;
  const out = new Uint8Array(coordinateBytes);
  out.set(digits, coordinateBytes - digits.length);
  return out;
}

/**
 * @param der SEQUENCE { INTEGER r, INTEGER s }, at most 72 bytes
 * @returns 64 bytes r ‖ s, each left-padded to 32
 * @throws Error (a fault) if it is anything but one strict DER encoding of two positive numbers below 2^256
 */
export function derToRaw(der: Uint8Array): Uint8Array {
  const raw = new Uint8Array(2 * coordinateBytes);
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) throw new Error('ecdsa: not a DER sequence');
  let at = 2;
  for (const place of [0, coordinateBytes]) {
    const length = der[at + 1];
    if (der[at] !== 0x02 || length === undefined || at + 2 + length > der.length) {
      throw new Error('ecdsa: a DER integer is missing or cut short');
    }
    const number = padded(der.subarray(at + 2, at + 2 + length));
    if (number === null) throw new Error('ecdsa: a DER integer is negative, zero, not minimal, or above 256 bits');
    raw.set(number, place);
    at += 2 + length;
  }
  if (at !== der.length) throw new Error('ecdsa: bytes after the DER signature');
  return raw;
}

function derInteger(number: Uint8Array): number[] {
  let start = 0;
  while (start < number.length && number[start] === 0) start += 1;
  if (start === number.length) throw new Error('ecdsa: r and s are never zero');
  const digits = [...number.subarray(start)];
  if (digits[0]! >= 0x80) digits.unshift(0);
  return [0x02, digits.length, ...digits];
}

/** @param raw 64 bytes r ‖ s @returns DER, for openssl and PAdES @throws Error (a fault) on another length or a zero */
export function rawToDer(raw: Uint8Array): Uint8Array {
  if (raw.length !== 2 * coordinateBytes) throw new Error(`ecdsa: ${raw.length} bytes, a raw signature has 64`);
  const body = [...derInteger(raw.subarray(0, coordinateBytes)), ...derInteger(raw.subarray(coordinateBytes))];
  return Uint8Array.from([0x30, body.length, ...body]);
}
