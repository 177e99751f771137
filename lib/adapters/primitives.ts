// What node gives without a grant: hashes, gzip, the check of a signature, and chance.
import { createHmac, createSecretKey, hash, type KeyObject, randomBytes, webcrypto } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Primitives, Random } from '../ports/primitives.ts';
import { checkSshSignature } from './ssh-signature.ts';

const ed25519 = { name: 'Ed25519' };
const es256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A key is taken in once for all rows that it salts: node takes longer for that than for hashing a row. Let go with its bytes. */
const takenIn = new WeakMap<Uint8Array, KeyObject>();
function keyObject(key: Uint8Array): KeyObject {
  const known = takenIn.get(key) ?? createSecretKey(key);
  takenIn.set(key, known);
  return known;
}

export const primitives: Primitives = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  hmacSha256: (key, bytes) => createHmac('sha256', keyObject(key)).update(bytes).digest(),
  compress: (bytes) => gzipSync(bytes),
  decompress: (bytes) => gunzipSync(bytes),
  verifyEs256: async ({ x, y }, signingInput, raw) => {
    const jwk = { kty: 'EC', crv: 'P-256', x, y };
    const key = await webcrypto.subtle.importKey('jwk', jwk, es256, false, ['verify']);
    return webcrypto.subtle.verify(es256, key, raw, signingInput);
  },
  checkSshSignature,
  verifyEd25519: async (publicKey, message, signature) => {
    const key = await webcrypto.subtle.importKey('raw', publicKey, ed25519, false, ['verify']);
    return webcrypto.subtle.verify(ed25519, key, signature, message);
  },
};

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };
