// The secret of an auditor's link: what stands after the #, and can be typed from a letter where no script runs.
import type { Sha256 } from '../model/hashing.ts';
import { toHex } from '../model/hashing.ts';

/** 160 bits: eight groups of four characters, no bit left over. */
export const linkSecretBytes = 20;

// Crockford's base 32: no I, L, O, U, so that a printed secret cannot be misread.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param secret 20 random bytes @returns `XXXX-XXXX-…`, eight groups */
export function groupedSecret(secret: Uint8Array): string {
  if (secret.length !== linkSecretBytes) throw new Error(`link: a secret has ${linkSecretBytes} bytes`);
  let number = BigInt(`0x${toHex(secret)}`);
  let text = '';
  for (let i = 0; i < 32; i += 1) {
    text = alphabet[Number(number & 31n)]! + text;
    number >>= 5n;
  }
  return text.replace(/(.{4})(?!$)/g, '$1-');
}

/**
 * @param typed as a person copies it: any case, spaces or dashes anywhere, O for 0, I or L for 1
 * @returns the 20 bytes, or null
 */
export function parseSecret(typed: string): Uint8Array | null {
  if (typed.length > 200) return null;
  const text = typed
    .replace(/[\s\-\u2010-\u2015\u202f]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{32}$/.test(text)) return null;
  let number = 0n;
  for (const character of text) number = (number << 5n) | BigInt(alphabet.indexOf(character));
  const bytes = new Uint8Array(linkSecretBytes);
  for (let i = linkSecretBytes - 1; i >= 0; i -= 1) {
    bytes[i] = Number(number & 255n);
    number >>= 8n;
  }
  return bytes;
}

/** Lower-case hex SHA-256: all of the secret that is ever stored. */
export const secretDigest = (sha256: Sha256, secret: Uint8Array): string => toHex(sha256(secret));
