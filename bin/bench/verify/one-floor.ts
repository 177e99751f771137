// The least: node's own check of a signature whose key was taken in before, and the path by hand (floor).
import { verify } from 'node:crypto';
import { sameBytes } from '../../../lib/model/bytes.ts';
import type { Prepare } from '../beside/way.ts';
import { timed } from '../statement/timed.ts';
import { leavesOfTwentyLevels, madeProof } from './made-proof.ts';
import { rootByHand } from './proof-by-hand.ts';

export const prepare: Prepare = async (_load, size) => {
  const made = madeProof(leavesOfTwentyLevels);
  const cut = made.jws.lastIndexOf('.');
  const [input, signature] = [Buffer.from(made.jws.slice(0, cut)), Buffer.from(made.jws.slice(cut + 1), 'base64url')];
  const key = { key: made.publicKey, dsaEncoding: 'ieee-p1363' } as const;
  return () =>
    timed(
      'checks',
      () => {
        let good = 0;
        for (let i = 0; i < size; i += 1) {
          if (verify('sha256', input, key, signature) && sameBytes(rootByHand(made), made.root)) good += 1;
        }
        return good;
      },
      (good) => ({ good }),
    );
};
