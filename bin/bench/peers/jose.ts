// jose for the signature, and the path by hand, for it knows no trees.
import type { KeyObject } from 'node:crypto';
import { sameBytes } from '../../../lib/model/bytes.ts';
import type { Prepare } from '../beside/way.ts';
import { timed } from '../statement/timed.ts';
import { leavesOfTwentyLevels, madeProof } from '../verify/made-proof.ts';
import { rootByHand } from '../verify/proof-by-hand.ts';

interface Jose {
  readonly compactVerify: (jws: string, key: KeyObject) => Promise<object>;
}

export const prepare: Prepare = async (load, size) => {
  const { compactVerify } = await load<Jose>('jose');
  const made = madeProof(leavesOfTwentyLevels);
  return () =>
    timed(
      'checks',
      async () => {
        let good = 0;
        for (let i = 0; i < size; i += 1) {
          await compactVerify(made.jws, made.publicKey);
          if (sameBytes(rootByHand(made), made.root)) good += 1;
        }
        return good;
      },
      (good) => ({ good }),
    );
};
