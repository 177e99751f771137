// The keys K of salts in the table. Whoever comes first makes the key and everybody uses it; a crash leaves it made or not made.
import * as z from 'zod';
import type { SaltKeys } from '../../ports/people.ts';
import type { Random } from '../../ports/primitives.ts';
import { saltKeyKey } from './keys.ts';
import type { Table } from './table.ts';

const keyItem = z.object({ b: z.instanceof(Uint8Array).refine((bytes) => bytes.length === 32) });

/** After `destroy` the next call makes another key: rows of old batches can no longer be guessed, new rows are salted anew. */
export const saltKeys = (table: Table, random: Random): SaltKeys => ({
  of: async (owner) => {
    const at = saltKeyKey(owner);
    // Round again only if somebody makes or destroys the key between two of our steps.
    while (true) {
      const item = await table.get(at);
      if (item !== null) return keyItem.parse(item).b;
      const b = random.bytes(32, `salt key ${owner}`);
      if (await table.putIf(at, { b }, null)) return b;
    }
  },
  destroy: (owner) => table.remove(saltKeyKey(owner)),
});
