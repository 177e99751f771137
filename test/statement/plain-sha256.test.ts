// The browser's SHA-256 against node's.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHex } from '../../lib/model/hashing.ts';
import { plainSha256 } from '../../lib/statement/plain-sha256.ts';
import { sha256 } from './sample-statement.ts';

it('gives the digest of FIPS 180-4 for “abc”', () => {
  expect(toHex(plainSha256(new TextEncoder().encode('abc')))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it('gives node’s digest at every length around a block, and for any bytes', () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = new Uint8Array(length).fill(length);
    expect(toHex(plainSha256(bytes))).toBe(toHex(sha256(bytes)));
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => toHex(plainSha256(bytes)) === toHex(sha256(bytes))),
  );
});
