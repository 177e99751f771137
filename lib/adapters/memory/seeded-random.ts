// Chance that comes out the same for the same seed: each purpose has a row of draws of its own.
import { createHmac } from 'node:crypto';
import type { Random } from '../../ports/primitives.ts';

/** Draws go on over crashes of a process that share it, so a retry does not get its first draw again. */
export function seededRandom(seed: string): Random {
  const draws = new Map<string, number>();
  return {
    bytes: (length, purpose) => {
      const draw = draws.get(purpose) ?? 0;
      draws.set(purpose, draw + 1);
      const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
        createHmac('sha256', seed).update(`${purpose}\0${draw}\0${block}`).digest(),
      );
      return Uint8Array.from(Buffer.concat(blocks).subarray(0, length));
    },
  };
}
