// Bytes that come out the same for the same key and purpose: an act that makes a secret makes the same one when it is played again.
import type { HmacSha256 } from '../../lib/model/hashing.ts';
import type { Random } from '../../lib/ports/primitives.ts';

const blockBytes = 32;

/** @param key secret, kept as long as what is made of it must come out the same */
export const seededRandom = (hmacSha256: HmacSha256, key: Uint8Array): Random => ({
  bytes: (length, purpose) => {
    const bytes = new Uint8Array(Math.ceil(length / blockBytes) * blockBytes);
    for (let at = 0; at < length; at += blockBytes) {
      bytes.set(hmacSha256(key, new TextEncoder().encode(`communs-sample/1\n${at}\n${purpose}`)), at);
    }
    return bytes.slice(0, length);
  },
});
