// Books in the table: one item a fact. The put of `(book, seq)` if absent is the one write that decides.
import * as z from 'zod';
import type { AppendBooks, ReadBooks, StoredFact } from '../../ports/books.ts';
import type { Ports } from '../../ports.ts';
import { bookNameKey, factKey, factPartition, seqText } from './keys.ts';
import type { Table } from './table.ts';
import { partitionsOf } from './table-definition.ts';

const bytes = z.instanceof(Uint8Array);
/** `b`: canonical bytes, `s`: salt. */
const factItem = z.object({ sk: z.string().regex(/^\d+$/), b: bytes, s: bytes });
const nameItem = z.object({ sk: z.string() });

function storedFact(book: string, raw: unknown): StoredFact {
  const item = factItem.parse(raw);
  return { book, seq: Number(item.sk), bytes: item.b, salt: item.s };
}

export const readBooks = (table: Table): ReadBooks => {
  async function* facts(book: string, after: number): AsyncGenerator<StoredFact> {
    for await (const item of table.query(factPartition(book), seqText(after + 1))) yield storedFact(book, item);
  }
  return {
    facts,
    settled: async function* (book) {
      let next = 0;
      for await (const item of table.querySettled(factPartition(book))) {
        const fact = storedFact(book, item);
        // Pages may come from copies that lag by more or by less. A fact that is gone is no lag, and must be seen.
        if (fact.seq !== next) return yield* facts(book, next - 1);
        yield fact;
        next += 1;
      }
    },
    fact: async (book, seq) => {
      const item = await table.get(factKey(book, seq));
      return item === null ? null : storedFact(book, item);
    },
  };
};

/**
 * Before a book's first fact its name is put on the list of books. A crash between the two leaves a name without facts,
 * which `listBooks` leaves out; the other order could lose a book from every check for ever.
 */
export const appendBooks = (table: Table): AppendBooks => ({
  put: async ({ book, seq, bytes: b, salt: s }) => {
    if (seq === 0) await table.put(bookNameKey(book), {});
    return (await table.putIf(factKey(book, seq), { b, s }, null)) ? 'put' : 'taken';
  },
});

export const listBooks = (table: Table): Ports['listBooks'] => ({
  books: async function* () {
    for await (const item of table.query(partitionsOf.bookNames)) {
      const { sk: book } = nameItem.parse(item);
      if ((await table.get(factKey(book, 0))) !== null) yield book;
    }
  },
});
