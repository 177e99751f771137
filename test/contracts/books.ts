// What holds for readBooks, appendBooks and listBooks, whatever stands behind them.
import { describe, expect, it } from 'vitest';
import type { StoredFact } from '../../lib/ports/books.ts';
import type { Ports } from '../../lib/ports.ts';
import { all, bytesOf, fresh, textOf } from './gather.ts';

const fact = (book: string, seq: number, text = `fact ${seq}`): StoredFact => ({
  book,
  seq,
  bytes: bytesOf(text),
  salt: new Uint8Array(32).fill(seq % 256),
});

export function booksContract(ports: () => Pick<Ports, 'readBooks' | 'appendBooks' | 'listBooks'>): void {
  const put = (...facts: StoredFact[]) => Promise.all(facts.map((one) => ports().appendBooks.put(one)));

  describe('books', () => {
    it('give back a fact as it was put: bytes, salt, place', async () => {
      const book = fresh('company');
      const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      expect(await put({ ...fact(book, 0), bytes })).toEqual(['put']);
      const read = await ports().readBooks.fact(book, 0);
      expect([read?.book, read?.seq]).toEqual([book, 0]);
      expect([...(read?.bytes ?? [])]).toEqual([...bytes]);
      expect([...(read?.salt ?? [])]).toEqual([...new Uint8Array(32)]);
      expect(await ports().readBooks.fact(book, 1)).toBeNull();
    });

    it('let one of 32 puts of the same place win, and keep what it put', async () => {
      const book = fresh('company');
      await put(fact(book, 0));
      const outcomes = await put(...Array.from({ length: 32 }, (_, i) => fact(book, 1, `writer ${i}`)));
      expect(outcomes.filter((outcome) => outcome === 'put')).toHaveLength(1);
      expect(textOf((await ports().readBooks.fact(book, 1))?.bytes ?? null)).toBe(`writer ${outcomes.indexOf('put')}`);
      expect(await put(fact(book, 1, 'late'))).toEqual(['taken']);
    });

    it('give the facts after one, in order, ten after nine', async () => {
      const book = fresh('company');
      await put(...Array.from({ length: 12 }, (_, seq) => fact(book, seq)));
      const seqs = async (after: number) => (await all(ports().readBooks.facts(book, after))).map(({ seq }) => seq);
      expect(await seqs(-1)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      expect(await seqs(8)).toEqual([9, 10, 11]);
      expect(await seqs(11)).toEqual([]);
      expect(await all(ports().readBooks.facts(fresh('company'), -1))).toEqual([]);
    });

    it('give all of a book that is longer than a page of one megabyte', async () => {
      const book = fresh('company');
      const long = 'x'.repeat(4096);
      for (let start = 0; start < 300; start += 50) {
        await put(...Array.from({ length: 50 }, (_, i) => fact(book, start + i, `${start + i} ${long}`)));
      }
      const facts = await all(ports().readBooks.facts(book, -1));
      expect(facts.map(({ seq }) => seq)).toEqual(Array.from({ length: 300 }, (_, seq) => seq));
      expect(textOf(facts[299]!.bytes)).toBe(`299 ${long}`);
    });

    it('give what has settled from the first fact on, and hide no fact that is gone', async () => {
      const book = fresh('company');
      await put(...[0, 1, 2, 4, 5].map((seq) => fact(book, seq)));
      expect((await all(ports().readBooks.settled(book))).map(({ seq }) => seq)).toEqual([0, 1, 2, 4, 5]);
      expect(await all(ports().readBooks.settled(fresh('company')))).toEqual([]);
    });

    it('never show a fact of another book, however alike the names are', async () => {
      const one = fresh('company');
      await put(fact(one, 0, 'one'), fact(`${one}0`, 0, 'ten'), fact(`${one}/0`, 0, 'slash'));
      await put(fact(`${one}0`, 1, 'ten again'));
      const texts = (await all(ports().readBooks.facts(one, -1))).map(({ bytes }) => textOf(bytes));
      expect(texts).toEqual(['one']);
      expect(await ports().readBooks.fact(one, 1)).toBeNull();
      await expect(put(fact(`${one}#0`, 0))).rejects.toThrow('cannot own a key');
    });

    it('refuse a place that is none', async () => {
      for (const seq of [-1, 0.5, Number.NaN, 1e12])
        await expect(put(fact(fresh('company'), seq))).rejects.toThrow('no seq');
    });

    it('are listed once each, from their first fact on', async () => {
      const [with1, with2, without] = [fresh('person'), fresh('repo/host'), fresh('company')];
      await put(fact(with1, 0), fact(with2, 0));
      await put(fact(with2, 0), fact(with2, 1));
      const books = await all(ports().listBooks.books());
      expect(books.filter((book) => [with1, with2, without].includes(book)).sort()).toEqual([with1, with2].sort());
    });
  });
}
