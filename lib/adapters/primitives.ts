// What node gives without a grant: hashes, gzip, the check of a signature, and chance.
import {
  createHmac,
  createPublicKey,
  createSecretKey,
  hash,
  type KeyObject,
  randomBytes,
  verify,
  webcrypto,
} from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Primitives, Random } from '../ports/primitives.ts';
import { checkSshSignature } from './ssh-signature.ts';

const ed25519 = { name: 'Ed25519' };

/** A key is taken in once for all rows that it salts: node takes longer for that than for hashing a row. Let go with its bytes. */
const takenIn = new WeakMap<Uint8Array, KeyObject>();
function keyObject(key: Uint8Array): KeyObject {
  const known = takenIn.get(key) ?? createSecretKey(key);
  takenIn.set(key, known);
  return known;
}

type Es256Key = Parameters<Primitives['verifyEs256']>[0];

/** The same for the public key of many signatures: taking it in takes about as long as checking one. */
const publicKeys = new WeakMap<Es256Key, KeyObject>();
function publicKeyObject(jwk: Es256Key): KeyObject {
  const { x, y } = jwk;
  const known = publicKeys.get(jwk) ?? createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  publicKeys.set(jwk, known);
  return known;
}

export const primitives: Primitives = {
  // By way of a text: a buffer given by node has memory of its own, which takes three times as long as hashing a node of a tree.
  sha256: (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'latin1'),
  hmacSha256: (key, bytes) => createHmac('sha256', keyObject(key)).update(bytes).digest(),
  compress: (bytes) => gzipSync(bytes),
  decompress: (bytes) => gunzipSync(bytes),
  verifyEs256: async (jwk, signingInput, raw) =>
    verify('sha256', signingInput, { key: publicKeyObject(jwk), dsaEncoding: 'ieee-p1363' }, raw),
  checkSshSignature,
  verifyEd25519: async (publicKey, message, signature) => {
    const key = await webcrypto.subtle.importKey('raw', publicKey, ed25519, false, ['verify']);
    return webcrypto.subtle.verify(ed25519, key, signature, message);
  },
};

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };
