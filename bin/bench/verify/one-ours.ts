// Our own way: the signed text taken apart strictly, its signature checked, and the path walked.
import { primitives } from '../../../lib/adapters/primitives.ts';
import { rootFromPath } from '../../../lib/ledger/merkle.ts';
import { sameBytes } from '../../../lib/model/bytes.ts';
import { parseJws } from '../../../lib/statement/jws.ts';
import type { Prepare } from '../beside/way.ts';
import { timed } from '../statement/timed.ts';
import { leavesOfTwentyLevels, madeProof } from './made-proof.ts';

export const prepare: Prepare = async (_load, size) => {
  const { jws, key, leaf, index, size: leaves, path, root } = madeProof(leavesOfTwentyLevels);
  const { sha256, verifyEs256 } = primitives;
  return () =>
    timed(
      'checks',
      async () => {
        let good = 0;
        for (let i = 0; i < size; i += 1) {
          const parsed = parseJws(jws, 'communs-statement+jwt');
          if (typeof parsed === 'string' || !(await verifyEs256(key, parsed.signingInput, parsed.signature))) continue;
          const found = rootFromPath(sha256, leaf, index, leaves, path);
          if (found !== null && sameBytes(found, root)) good += 1;
        }
        return good;
      },
      (good) => ({ good }),
    );
};
