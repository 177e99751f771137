// Our own way: canonical JSON as the ledger and the signature take it.
import { hash } from 'node:crypto';
import { canonicalText, type Json } from '../../../lib/ledger/canonical.ts';
import type { Prepare } from '../beside/way.ts';
import { madeRows } from './made-rows.ts';
import { timed } from './timed.ts';

export const prepare: Prepare = async (_load, size) => {
  const rows = [...madeRows(size)] as unknown as Json;
  return () =>
    timed(
      'text',
      () => canonicalText(rows),
      (text) => ({ sha256: hash('sha256', text) }),
    );
};
