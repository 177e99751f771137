// A P-256 public key as it is published: JWK (RFC 7517) under its thumbprint (RFC 7638).
import { createHash } from 'node:crypto';
import type { PublicJwk } from '../../ports/keys.ts';

/** @param x @param y the point's coordinates, base64url of 32 bytes each */
export function publicJwk(x: string, y: string): PublicJwk {
  // RFC 7638: the required members, in order of name, without white space.
  const kid = createHash('sha256').update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`).digest('base64url');
  return { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' };
}
