// A path walked so many times in a log of so many entries: what it takes must grow with the levels, not with the entries.
import { primitives } from '../../../lib/adapters/primitives.ts';
import { rootFromPath } from '../../../lib/ledger/merkle.ts';
import { sameBytes } from '../../../lib/model/bytes.ts';
import type { Prepare } from '../beside/way.ts';
import { timed } from '../statement/timed.ts';
import { madeProof } from './made-proof.ts';

const walks = 10_000;

export const prepare: Prepare = async (_load, size) => {
  const { leaf, index, path, root } = madeProof(size);
  return () =>
    timed(
      'walks',
      () => {
        let good = 0;
        for (let i = 0; i < walks; i += 1) {
          if (sameBytes(rootFromPath(primitives.sha256, leaf, index, size, path)!, root)) good += 1;
        }
        return good;
      },
      (good) => ({ good, proofBytes: 32 * path.length }),
    );
};
