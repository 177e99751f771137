// People on a statement: disclosures as RFC 9901 (SD-JWT) has them, so that one signed text serves three readers.
import { canonicalText, type Json } from '../ledger/canonical.ts';
import type { Sha256 } from '../model/hashing.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';

/** What a reader may see: sums only, lines without names, or everything. */
export type ViewLevel = 'totals' | 'lines' | 'names';

export const sdAlg = 'sha-256';
/** 128 bits (RFC 9901, section 9.3). */
export const saltBytes = 16;

export interface Disclosure {
  /** `line-<n>`, `name-<n>` or `signatory-<n>`. */
  readonly claim: string;
  readonly value: Json;
  /** base64url of the JSON array [salt, claim, value]; what is hashed and handed on. */
  readonly encoded: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** @throws Error (a fault) if the salt has not 16 bytes, or the value no canonical form */
export function disclose(salt: Uint8Array, claim: string, value: Json): Disclosure {
  if (salt.length !== saltBytes) throw new Error(`disclosure ${claim}: its salt has ${salt.length} bytes, not 16`);
  const encoded = encodeBase64url(encoder.encode(canonicalText([encodeBase64url(salt), claim, value])));
  return { claim, value, encoded };
}

/** base64url of SHA-256 over the encoded text, as `_sd` holds it (RFC 9901, section 4.2.3). */
export const disclosureDigest = (sha256: Sha256, encoded: string): string =>
  encodeBase64url(sha256(encoder.encode(encoded)));

/** Sorted, so that the order tells nothing of who stands where (RFC 9901, section 4.2.4.1). */
export const sdDigests = (sha256: Sha256, disclosures: readonly Disclosure[]): string[] =>
  disclosures.map((disclosure) => disclosureDigest(sha256, disclosure.encoded)).sort();

/** @returns null unless the text is base64url of a canonical array [salt of 16 bytes, claim, value] */
export function parseDisclosure(encoded: string): Disclosure | null {
  const bytes = decodeBase64url(encoded);
  if (bytes === null) return null;
  try {
    const text = decoder.decode(bytes);
    const array = JSON.parse(text) as Json;
    if (!Array.isArray(array) || array.length !== 3 || canonicalText(array) !== text) return null;
    const [salt, claim, value] = array as readonly Json[];
    if (typeof salt !== 'string' || typeof claim !== 'string' || value === undefined) return null;
    return decodeBase64url(salt)?.length === saltBytes ? { claim, value, encoded } : null;
  } catch {
    return null;
  }
}

/** `totals` carries none, `lines` the lines, `names` all: who worked, and who confirmed. */
export function disclosuresAt(level: ViewLevel, disclosures: readonly Disclosure[]): Disclosure[] {
  if (level === 'totals') return [];
  return level === 'names' ? [...disclosures] : disclosures.filter(({ claim }) => claim.startsWith('line-'));
}

/** The file `disclosures.txt`: one encoded disclosure a line, each line ended; empty at level `totals`. */
export const disclosuresText = (disclosures: readonly Disclosure[]): string =>
  disclosures.map(({ encoded }) => `${encoded}\n`).join('');

/** @returns the encoded disclosures of the file; line ends of any system, empty lines ignored */
export const readDisclosuresText = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== '');

/** The SD-JWT in compact form, for checkers that expect one text: `<jws>~<disclosure>~…~`. */
export const sdJwt = (jws: string, disclosures: readonly Disclosure[]): string =>
  [jws, ...disclosures.map(({ encoded }) => encoded), ''].join('~');
