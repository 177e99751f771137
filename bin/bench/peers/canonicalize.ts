// canonicalize, the package of whoever wrote RFC 8785.
import { hash } from 'node:crypto';
import type { Prepare } from '../beside/way.ts';
import { madeRows } from '../statement/made-rows.ts';
import { timed } from '../statement/timed.ts';

export const prepare: Prepare = async (load, size) => {
  const { default: canonicalize } = await load<{ readonly default: (value: unknown) => string }>('canonicalize');
  const rows = [...madeRows(size)];
  return () =>
    timed(
      'text',
      () => canonicalize(rows),
      (text) => ({ sha256: hash('sha256', text) }),
    );
};
