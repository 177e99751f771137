// Our own way: the tree as the ledger grows it, with the hash that it is given.
import { primitives } from '../../../lib/adapters/primitives.ts';
import { rootOfData } from '../../../lib/ledger/merkle.ts';
import { toHex } from '../../../lib/model/hashing.ts';
import type { Prepare } from '../beside/way.ts';
import { madeRecords } from './made-rows.ts';
import { timed } from './timed.ts';

export const prepare: Prepare = async (_load, size) => {
  const records = madeRecords(size);
  return () =>
    timed(
      'root',
      () => rootOfData(primitives.sha256, records),
      (root) => ({ root: toHex(root) }),
    );
};
