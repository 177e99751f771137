// Chunks of batches in the table. A crash after some of them leaves chunks that no fact refers to, which harm nobody.
import * as z from 'zod';
import type { ReadBatches, WriteBatches } from '../../ports/books.ts';
import { chunkKey } from './keys.ts';
import type { Table } from './table.ts';

const chunkItem = z.object({ b: z.instanceof(Uint8Array) });

/** A chunk is held against the root that names it: it is the right one, or it is none. */
export const readBatches = (table: Table): ReadBatches => ({
  chunk: async (tenant, root, index) => {
    const item = await table.getNamed(chunkKey(tenant, root, index));
    return item === null ? null : chunkItem.parse(item).b;
  },
});

/** A retry packs the same bytes under the same root, so a chunk that stands there already is the one that was meant. */
export const writeBatches = (table: Table): WriteBatches => ({
  putChunk: async (tenant, root, index, bytes) => {
    await table.putIf(chunkKey(tenant, root, index), { b: bytes }, null);
  },
});
