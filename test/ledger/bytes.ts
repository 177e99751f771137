// Node's own hashes and gzip, as the assemblies give them to the pure rooms; and digests of nothing in particular.
import { createHash } from 'node:crypto';
import { primitives } from '../../lib/adapters/primitives.ts';

export const { sha256 } = primitives;
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const hexOf = (word: string): string => createHash('sha256').update(word).digest('hex');
/** @param bit which ones of the byte to turn, as a mask */
export const flipped = (bytes: Uint8Array, at: number, bit = 1): Uint8Array =>
  bytes.map((byte, i) => (i === at ? byte ^ bit : byte));
