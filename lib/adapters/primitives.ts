// What node gives without a grant: hashes, gzip, and chance.
import { createHash, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Primitives, Random } from '../ports.ts';

export const primitives: Primitives = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  hmacSha256: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  compress: (bytes) => gzipSync(bytes),
  decompress: (bytes) => gunzipSync(bytes),
  verifyEs256: async ({ x, y }, signingInput, raw) => {
    const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
    return verify('sha256', signingInput, { key, dsaEncoding: 'ieee-p1363' }, raw);
  },
};

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };
