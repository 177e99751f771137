// Copies of the table lag by more or by less: what has settled is read without a gap all the same.
import { expect, it } from 'vitest';
import { memoryTable } from '../../../lib/adapters/memory/memory-table.ts';
import { appendBooks, readBooks } from '../../../lib/adapters/store/books.ts';
import { all } from '../../contracts/gather.ts';

const book = 'company/co-1';

it('a fact that one copy does not have yet is read where it stands, and those of the last moment are left', async () => {
  const table = memoryTable();
  for (const seq of [0, 1, 2, 3, 4]) {
    await appendBooks(table).put({ book, seq, bytes: Uint8Array.of(seq), salt: new Uint8Array(32) });
  }
  const settledWithout = async (missing: readonly number[]): Promise<number[]> => {
    const { settled } = readBooks({
      ...table,
      querySettled: async function* (pk) {
        for await (const item of table.query(pk)) if (!missing.includes(Number(item.sk))) yield item;
      },
    });
    return (await all(settled(book))).map(({ seq }) => seq);
  };
  expect(await settledWithout([3, 4])).toEqual([0, 1, 2]);
  expect(await settledWithout([2])).toEqual([0, 1, 2, 3, 4]);
  expect(await settledWithout([0])).toEqual([0, 1, 2, 3, 4]);
});
