// Views in the table. A crash between two of their puts leaves some behind the facts; the next update folds on from each `asOfSeq`.
import * as z from 'zod';
import { canonicalText, parseCanonical } from '../../ledger/canonical.ts';
import { type ReadViews, UnreadableView, type ViewItem, type WriteViews } from '../../ports/views.ts';
import { viewKey, viewPartition } from './keys.ts';
import type { Table } from './table.ts';

/** `n`: asOfSeq, `v`: the value as canonical JSON. */
const viewItem = z.object({ sk: z.string(), n: z.int(), v: z.string() });

function parsed(book: string, name: string, raw: unknown): ViewItem {
  try {
    const { n, v } = viewItem.parse(raw);
    // Strictly what was put: another spelling of the same value is a change that `check` must see.
    return { book, name, asOfSeq: n, value: parseCanonical(Buffer.from(v)) };
  } catch (cause) {
    throw new UnreadableView(book, name, { cause });
  }
}

export const readViews = (table: Table): ReadViews => ({
  get: async (book, name) => {
    const item = await table.get(viewKey(book, name));
    return item === null ? null : parsed(book, name, item);
  },
  list: async function* (book, partition) {
    for await (const item of table.query(viewPartition(book, partition))) {
      yield parsed(book, partition === '' ? String(item.sk) : `${partition}/${item.sk}`, item);
    }
  },
});

export const writeViews = (table: Table): WriteViews => ({
  put: async ({ book, name, asOfSeq, value }, replaces) =>
    (await table.putIf(viewKey(book, name), { n: asOfSeq, v: canonicalText(value) }, replaces)) ? 'put' : 'moved',
  remove: (book, name) => table.remove(viewKey(book, name)),
});
