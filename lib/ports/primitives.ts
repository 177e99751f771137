// What the machine gives by itself: hashes, checks of signatures, the clock, chance.
import type { HmacSha256, Sha256 } from '../model/hashing.ts';

/** Text that somebody signed with an SSH key. */
export interface SshSigned {
  /** As `ssh-keygen -Y sign` writes it, armour included. */
  readonly signature: string;
  readonly message: Uint8Array;
  /** What it was signed for (`-n`): a signature for something else is none for us. */
  readonly namespace: string;
  /** Lines of public keys, any of which may have made it. */
  readonly keys: readonly string[];
}

/** `unknown-key`: made with a key that is none of these. `unknown-kind`: with a kind of key that is not checked here. */
export type SshVerdict = 'good' | 'wrong' | 'unknown-key' | 'unknown-kind' | 'other-purpose' | 'unreadable';

/** What the machine gives without a grant: no I/O, same answer for the same question. */
export interface Primitives {
  readonly sha256: Sha256;
  readonly hmacSha256: HmacSha256;
  /** gzip, deterministic for the same bytes and library. */
  readonly compress: (bytes: Uint8Array) => Uint8Array;
  readonly decompress: (bytes: Uint8Array) => Uint8Array;
  /**
   * @param key a P-256 public key @param raw 64 bytes r ‖ s
   * @throws where the key is no point of the curve
   */
  readonly verifyEs256: (
    key: { readonly x: string; readonly y: string },
    signingInput: Uint8Array,
    raw: Uint8Array,
  ) => Promise<boolean>;
  readonly checkSshSignature: (signed: SshSigned) => SshVerdict;
  /** RFC 8032, over the message itself. @param publicKey 32 bytes @param signature any bytes */
  readonly verifyEd25519: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
}

export interface Clock {
  /** UTC milliseconds since 1970. */
  readonly now: () => number;
}

export interface Random {
  /** @param purpose what the bytes are for: a seeded source for tests derives them from it */
  readonly bytes: (length: number, purpose: string) => Uint8Array;
}
