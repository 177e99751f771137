// A loop on node's one-shot hash.
import { hash } from 'node:crypto';
import type { Prepare } from '../beside/way.ts';
import { madeRecords } from './made-rows.ts';
import { rootByLoop } from './root-by-loop.ts';
import { timed } from './timed.ts';

export const prepare: Prepare = async (_load, size) => {
  const records = madeRecords(size);
  const sha256 = (bytes: Buffer): Uint8Array => hash('sha256', bytes, 'buffer');
  return () =>
    timed(
      'root',
      () => rootByLoop(sha256, records),
      (root) => ({ root: root.toString('hex') }),
    );
};
