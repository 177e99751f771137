// What stands in the log for a fact: it shows that the fact was there, and nothing of what it says.
import { joinBytes } from '../../model/bytes.ts';
import type { Sha256 } from '../../model/hashing.ts';

/** @param salt 32 bytes @param fact its canonical bytes @returns SHA-256(salt ‖ fact) */
export const logEntry = (sha256: Sha256, salt: Uint8Array, fact: Uint8Array): Uint8Array =>
  sha256(joinBytes([salt, fact]));
