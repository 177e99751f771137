// Openings of links and looks at hours, in the table: lines are added, never changed; the same line twice is one.
import * as z from 'zod';
import type { AccessList } from '../../ports/people.ts';
import { accessKey, accessPartition } from './keys.ts';
import type { Table } from './table.ts';

const line = z.object({ at: z.string(), by: z.string(), act: z.string() });

export const accessList = (table: Table): AccessList => ({
  // An instant first, so that the order is that of time; `by` and `act` after it, so that two at once are two.
  add: (subject, { at, by, act }) => table.put(accessKey(subject, `${at}#${by}#${act}`), { at, by, act }),
  list: async function* (subject, since) {
    for await (const item of table.query(accessPartition(subject), since)) yield line.parse(item);
  },
});
