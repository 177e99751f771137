// Our own way: each row read strictly, held against its canonical form, and hashed into the root that the statement signs.
import { primitives } from '../../../lib/adapters/primitives.ts';
import { readEntries } from '../../../lib/statement/bundle/entry-rows.ts';
import type { Prepare } from '../beside/way.ts';
import { timed } from '../statement/timed.ts';
import { madeEntries } from './made-entries.ts';

export const prepare: Prepare = async (_load, size) => {
  const lines = madeEntries(size);
  return () =>
    timed(
      'rows',
      () => readEntries(primitives.sha256, lines),
      (read) => ({ root: read!.root, minutes: read!.rows.reduce((sum, { parts }) => sum + parts[0]!.amount, 0) }),
    );
};
