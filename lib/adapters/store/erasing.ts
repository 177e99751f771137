// What an erasure may change behind everybody else: chunks, in the table and among the files, and lines of the access list.
import * as z from 'zod';
import type { Erasing } from '../../ports/books.ts';
import type { Blobs } from '../files/blobs.ts';
import { accessKey, accessPartition, chunkKey } from './keys.ts';
import type { Table } from './table.ts';

const line = z.object({ sk: z.string() });

/**
 * Each call may come twice; a crash between two of them leaves the rest to the next run of the same erasure.
 * @param replace bytes of a file in place of the older ones, of which nothing stays
 */
export const erasing = (table: Table, { replace }: Pick<Blobs, 'replace'>): Erasing => ({
  replaceChunk: (tenant, root, index, bytes) => table.put(chunkKey(tenant, root, index), { b: bytes }),
  replaceObject: replace,
  removeAccess: async (subject) => {
    const keys: string[] = [];
    for await (const item of table.query(accessPartition(subject))) keys.push(line.parse(item).sk);
    for (const sk of keys) await table.remove(accessKey(subject, sk));
  },
});
