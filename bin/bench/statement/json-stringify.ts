// The least that a text can take: the machine's own, members as they come (floor).
import type { Prepare } from '../beside/way.ts';
import { madeRows } from './made-rows.ts';
import { timed } from './timed.ts';

export const prepare: Prepare = async (_load, size) => {
  const rows = [...madeRows(size)];
  return () => timed('text', () => JSON.stringify(rows));
};
