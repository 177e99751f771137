// A JWS in compact form (RFC 7515), ES256 only: made, and read so strictly that a signature has one spelling.
import { canonicalBytes, canonicalText, type Json } from '../ledger/canonical.ts';
import type { Sha256 } from '../model/hashing.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { derToRaw } from './ecdsa-form.ts';

export type JwsType = 'communs-statement+jwt' | 'communs-status+jwt' | 'communs-head+jwt';

export interface ParsedJws {
  readonly kid: string;
  /** The payload's bytes; the caller checks that they are canonical. */
  readonly payloadBytes: Uint8Array;
  /** 64 bytes r ‖ s. */
  readonly signature: Uint8Array;
  /** ASCII of `header.payload`: what is signed. */
  readonly signingInput: Uint8Array;
}

/** Why a text is not a JWS of ours. Codes never change once published. */
export type JwsFlaw = 'jws-unreadable' | 'jws-malformed' | 'jws-header' | 'jws-signature-length';

/** What a thumbprint needs of a key (RFC 7638, section 3.2). */
export interface EcPoint {
  readonly crv: string;
  readonly kty: string;
  readonly x: string;
  readonly y: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** RFC 7638: base64url of SHA-256 over the canonical JSON of the required members. */
export const thumbprint = (sha256: Sha256, key: EcPoint): string =>
  encodeBase64url(sha256(canonicalBytes({ crv: key.crv, kty: key.kty, x: key.x, y: key.y })));

/** @returns `header.payload`, whose SHA-256 goes to the signer */
export function signingInput(typ: JwsType, kid: string, payload: Json): string {
  const header = encodeBase64url(canonicalBytes({ alg: 'ES256', kid, typ }));
  return `${header}.${encodeBase64url(canonicalBytes(payload))}`;
}

/**
 * @param der the signature as the signer port gives it
 * @returns the JWS text. (r, n − s) signs the same: which of the two stands here is fixed by the fact, that holds the text's SHA-256
 */
export const assembleJws = (input: string, der: Uint8Array): string => `${input}.${encodeBase64url(derToRaw(der))}`;

function headerKid(bytes: Uint8Array, typ: JwsType): string | null {
  let kid: unknown;
  try {
    const text = decoder.decode(bytes);
    kid = (JSON.parse(text) as { kid?: unknown } | null)?.kid;
    // The whole header is known but for the key's name: no `crit`, no `jwk`, no other algorithm, no second spelling.
    if (typeof kid !== 'string' || canonicalText({ alg: 'ES256', kid, typ }) !== text) return null;
  } catch {
    return null;
  }
  return kid;
}

/**
 * Decodes, re-encodes and compares before anything else: a text that npm jose or jwcrypto would accept beside the signed one is refused.
 * @returns the parts, or the code of the flaw. `jws-unreadable` = this is no JWS at all, the other codes = it is one, not as we make it
 */
export function parseJws(text: string, typ: JwsType): ParsedJws | JwsFlaw {
  const parts = text.split('.');
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || header === undefined || payload === undefined || signature === undefined) {
    return text.startsWith('eyJ') ? 'jws-malformed' : 'jws-unreadable';
  }
  const headerBytes = decodeBase64url(header);
  const payloadBytes = decodeBase64url(payload);
  const signatureBytes = decodeBase64url(signature);
  if (headerBytes === null || payloadBytes === null || signatureBytes === null) return 'jws-malformed';
  const again = [headerBytes, payloadBytes, signatureBytes].map(encodeBase64url).join('.');
  if (again !== text) return 'jws-malformed';
  const kid = headerKid(headerBytes, typ);
  if (kid === null) return 'jws-header';
  if (signatureBytes.length !== 64) return 'jws-signature-length';
  return { kid, payloadBytes, signature: signatureBytes, signingInput: encoder.encode(`${header}.${payload}`) };
}
