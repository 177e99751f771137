// Our own way: each row read strictly, held against its canonical form, and hashed into the root that the statement signs.
import { primitives } from '../../../lib/adapters/primitives.ts';
import { type ReadEntries, readEntries } from '../../../lib/statement/bundle/entry-rows.ts';
import type { Answer, Prepare } from '../beside/way.ts';
import { timed } from '../statement/timed.ts';
import { madeEntries } from './made-entries.ts';

const minutesOf = ({ rows }: ReadEntries): number => rows.reduce((sum, { parts }) => sum + parts[0]!.amount, 0);

export const prepare: Prepare = async (_load, size) => {
  const lines = madeEntries(size);
  return () =>
    timed(
      'rows',
      () => readEntries(primitives.sha256, lines),
      (read): Answer =>
        typeof read === 'number' ? { wrongLine: read } : { root: read.root, minutes: minutesOf(read) },
    );
};
