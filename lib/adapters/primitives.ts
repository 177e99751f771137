// What node gives without a grant: hashes, gzip, the check of a signature, and chance.
import { createHash, createHmac, randomBytes, webcrypto } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Primitives, Random } from '../ports.ts';

const es256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export const primitives: Primitives = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  hmacSha256: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  compress: (bytes) => gzipSync(bytes),
  decompress: (bytes) => gunzipSync(bytes),
  verifyEs256: async ({ x, y }, signingInput, raw) => {
    const jwk = { kty: 'EC', crv: 'P-256', x, y };
    const key = await webcrypto.subtle.importKey('jwk', jwk, es256, false, ['verify']);
    return webcrypto.subtle.verify(es256, key, raw, signingInput);
  },
};

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };
