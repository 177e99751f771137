// The signed part of an auditor's link: garbage is refused by one HMAC, without reading anything.
import type { HmacSha256, Sha256 } from '../model/hashing.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';

export interface LinkToken {
  readonly linkId: string;
  /** Seconds since 1970, UTC: the first second at which the link no longer opens. */
  readonly expSeconds: number;
  /** Which link key made the mac. */
  readonly kid: string;
}

export interface ParsedLinkToken extends LinkToken {
  readonly mac: Uint8Array;
}

interface Hashing {
  readonly sha256: Sha256;
  readonly hmacSha256: HmacSha256;
}

const macBytes = 16;
const part = /^[A-Za-z0-9_-]{1,64}$/;
const encoder = new TextEncoder();
/** Stands in for a key that is not there, so that an unknown kid costs the same time as a wrong mac. */
const noKey = new Uint8Array(32);

const macOf = (hmacSha256: HmacSha256, key: Uint8Array, linkId: string, expSeconds: number): Uint8Array =>
  hmacSha256(key, encoder.encode(`communs-link/1\n${linkId}\n${expSeconds}`)).slice(0, macBytes);

/** @returns `<linkId>.<exp36>.<kid>.<mac>` @throws Error (a fault) if a part has a character that the token's grammar lacks */
export function buildLinkToken(token: LinkToken, key: Uint8Array, hmacSha256: HmacSha256): string {
  const { linkId, expSeconds, kid } = token;
  if (!part.test(linkId) || !part.test(kid))
    throw new Error('link: an id or kid has a character that no link may have');
  if (!Number.isSafeInteger(expSeconds) || expSeconds < 0) throw new Error('link: the expiry is not whole seconds');
  const mac = encodeBase64url(macOf(hmacSha256, key, linkId, expSeconds));
  return `${linkId}.${expSeconds.toString(36)}.${kid}.${mac}`;
}

/** @returns its parts, or null for anything but the one spelling that `buildLinkToken` gives them */
export function parseLinkToken(text: string): ParsedLinkToken | null {
  if (text.length > 200) return null;
  const parts = text.split('.');
  const [linkId = '', exp36 = '', kid = '', mac36 = ''] = parts;
  if (parts.length !== 4 || !part.test(linkId) || !part.test(kid) || !/^[0-9a-z]{1,11}$/.test(exp36)) return null;
  const expSeconds = Number.parseInt(exp36, 36);
  const mac = decodeBase64url(mac36);
  if (!Number.isSafeInteger(expSeconds) || expSeconds.toString(36) !== exp36 || mac?.length !== macBytes) return null;
  return { linkId, expSeconds, kid, mac };
}

/** Takes the same time wherever the first difference is: every byte of two SHA-256 is looked at. */
export function sameDigest(sha256: Sha256, a: Uint8Array, b: Uint8Array): boolean {
  const left = sha256(a);
  const right = sha256(b);
  let difference = 0;
  for (let i = 0; i < left.length; i += 1) difference |= left[i]! ^ right[i]!;
  return difference === 0;
}

/**
 * Whether it has expired is another question: an expired link goes the way of a revoked one, so that time tells nothing.
 * @param key the key named by the token's kid, null if there is none or it is past verifying
 * @returns true if the mac is right
 */
export function checkLinkToken(
  token: ParsedLinkToken,
  key: Uint8Array | null,
  { sha256, hmacSha256 }: Hashing,
): boolean {
  const expected = macOf(hmacSha256, key ?? noKey, token.linkId, token.expSeconds);
  const right = sameDigest(sha256, expected, token.mac);
  return right && key !== null;
}
