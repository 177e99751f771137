// What a certificate and a seal need of the key that signs statements: its public side in DER, and signatures over SHA-256.
import { createPublicKey } from 'node:crypto';
import type { PublicJwk, Signer } from '../../ports/keys.ts';

/** @returns SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) in DER */
export function publicKeyDer({ kty, crv, x, y }: PublicJwk): Uint8Array {
  const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  return new Uint8Array(key.export({ type: 'spki', format: 'der' }));
}

/** The key that signs now. @throws Error (a fault) if the signer has none */
export async function currentKey(signer: Pick<Signer, 'publicKeys'>): Promise<PublicJwk> {
  const [key] = await signer.publicKeys();
  if (key === undefined) throw new Error('seal: the signer has no key');
  return key;
}

/** asn1js works on ArrayBuffers that hold nothing else. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

export const ecdsaWithSha256 = '1.2.840.10045.4.3.2';
export const sha256Oid = '2.16.840.1.101.3.4.2.1';
