// An Ed25519 public key as its 32 bytes (RFC 8032).
import type { KeyObject } from 'node:crypto';

/** @throws Error if it is a key of another kind */
export function rawPublicKey(key: KeyObject): Uint8Array {
  const { crv, x } = key.export({ format: 'jwk' });
  const bytes = Buffer.from(x ?? '', 'base64url');
  if (crv !== 'Ed25519' || bytes.length !== 32) throw new Error('not an Ed25519 key');
  return Uint8Array.from(bytes);
}
