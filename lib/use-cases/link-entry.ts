// What is kept of a link outside the books, and its six digits.
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';

/** The way from a link's id to the company, when it ends, the digest of a code on paper. */
export interface LinkEntry {
  readonly company: string;
  /** Null: codes come by mail only. */
  readonly code: string | null;
  /** Seconds since 1970, UTC: the first at which it no longer opens. */
  readonly expSeconds: number;
}

/** Without the secret nobody can try all codes against what is stored. */
export const codeDigest = (ports: Pick<Ports, 'primitives'>, secret: Uint8Array, code: string): string =>
  toHex(ports.primitives.hmacSha256(secret, new TextEncoder().encode(`communs-code/1\n${code}`)));

/** Six digits, each number equally likely: 2^40 is a million times a million. @param bytes five random ones */
export function sixDigits(bytes: Uint8Array): string {
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return String(number % 1_000_000n).padStart(6, '0');
}
