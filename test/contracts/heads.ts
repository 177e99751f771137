// What holds for the signed heads of books.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { all, fresh } from './gather.ts';

export function headsContract(ports: () => Pick<Ports, 'heads' | 'readHeads'>): void {
  describe('heads', () => {
    it('give back the last text that was put for a book, and nothing for another', async () => {
      const book = fresh('company');
      expect(await ports().heads.get(book)).toBeNull();
      for (const text of ['first', 'second, é', 'a']) await ports().heads.put(book, text);
      expect(await ports().heads.get(book)).toBe('a');
      expect(await ports().readHeads.get(book)).toBe('a');
      expect(await ports().heads.get(`${book}0`)).toBeNull();
    });

    it('name every book that has one, as it is called', async () => {
      const named = ['company', 'repo/git', 'person', 'repo/%2F é'].map(fresh);
      for (const book of named) await ports().heads.put(book, book);
      const found = await all(ports().readHeads.books());
      expect(found).toEqual(expect.arrayContaining(named));
      expect(new Set(found).size).toBe(found.length);
    });
  });
}
