// The public keys a verifier was given: read leniently (other keys may stand beside ours), used strictly (name = thumbprint).
import type { Sha256 } from '../model/hashing.ts';
import { decodeBase64url } from './base64url.ts';
import { thumbprint } from './jws.ts';

/** An EC P-256 point, and the RFC 7638 thumbprint that is its name. */
export interface StatementKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
}

/** From when to when a key signed, as the registry says: UTC instants, the operator’s own word. `retired` null: it is not. */
export interface KeyDates {
  readonly published: string;
  readonly retired: string | null;
}

const isCoordinate = (value: unknown): value is string =>
  typeof value === 'string' && decodeBase64url(value)?.length === 32;

/**
 * @param jwks the parsed text of a JWK set (RFC 7517, section 5)
 * @returns its P-256 keys by thumbprint. A key that calls itself by another name than its thumbprint is not one of ours and is left out
 */
export function statementKeys(jwks: unknown, sha256: Sha256): ReadonlyMap<string, StatementKey> {
  const keys = (jwks as { keys?: unknown } | null | undefined)?.keys;
  const found = new Map<string, StatementKey>();
  for (const value of Array.isArray(keys) ? keys : []) {
    const { kty, crv, x, y, kid } = (value ?? {}) as Record<string, unknown>;
    if (kty !== 'EC' || crv !== 'P-256' || !isCoordinate(x) || !isCoordinate(y)) continue;
    const name = thumbprint(sha256, { kty, crv, x, y });
    if (kid === name) found.set(name, { kty, crv, x, y, kid: name });
  }
  return found;
}

/** Member by member: a private key that came along by mistake stays behind. */
export const publishedKeys = (keys: readonly StatementKey[]) => ({
  keys: keys.map(({ kty, crv, x, y, kid }) => ({ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' })),
});

/** The file `jwks.json`. */
export const jwksText = (keys: readonly StatementKey[]): string => `${JSON.stringify(publishedKeys(keys), null, 2)}\n`;
