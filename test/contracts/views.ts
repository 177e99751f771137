// What holds for readViews and writeViews.
import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/ledger/canonical.ts';
import type { Ports } from '../../lib/ports.ts';
import { all, fresh } from './gather.ts';

export function viewsContract(ports: () => Pick<Ports, 'readViews' | 'writeViews'>): void {
  const put = (book: string, name: string, asOfSeq: number, replaces: number | null, value: Json = name) =>
    ports().writeViews.put({ book, name, asOfSeq, value }, replaces);
  const names = async (book: string, partition: string) =>
    (await all(ports().readViews.list(book, partition))).map(({ name }) => name);

  describe('views', () => {
    it('give back an item as it was put', async () => {
      const book = fresh('company');
      const value: Json = { é: [1, null, true, 'œ'], a: { b: -5 } };
      expect(await put(book, 'months/d1/2025-01', 7, null, value)).toBe('put');
      const item = { book, name: 'months/d1/2025-01', asOfSeq: 7, value };
      expect(await ports().readViews.get(book, 'months/d1/2025-01')).toEqual(item);
      expect(await all(ports().readViews.list(book, 'months/d1'))).toEqual([item]);
      expect(await ports().readViews.get(book, 'months/d1')).toBeNull();
    });

    it('are put only over the item that was read, or where there is none', async () => {
      const book = fresh('company');
      expect(await put(book, 'cursor', 4, 3)).toBe('moved');
      expect(await put(book, 'cursor', 3, null)).toBe('put');
      expect(await put(book, 'cursor', 3, null)).toBe('moved');
      expect(await put(book, 'cursor', 9, 2)).toBe('moved');
      expect((await ports().readViews.get(book, 'cursor'))?.asOfSeq).toBe(3);
      expect(await put(book, 'cursor', 5, 3, 'new')).toBe('put');
      expect(await ports().readViews.get(book, 'cursor')).toEqual({ book, name: 'cursor', asOfSeq: 5, value: 'new' });
    });

    it('let one of 16 updaters of the same item win', async () => {
      const book = fresh('company');
      await put(book, 'a/b', 0, null);
      const outcomes = await Promise.all(Array.from({ length: 16 }, (_, i) => put(book, 'a/b', 1, 0, i)));
      expect(outcomes.filter((outcome) => outcome === 'put')).toHaveLength(1);
      expect((await ports().readViews.get(book, 'a/b'))?.value).toBe(outcomes.indexOf('put'));
    });

    it('are listed by partition, in order of the UTF-8 bytes of their names, without the partitions below', async () => {
      const book = fresh('company');
      // U+FF5E sorts before U+1F600 in UTF-8 and after it in UTF-16.
      for (const name of [
        'a/b/é',
        'a/b/z',
        'a/b/\u{1f600}',
        'a/b/\uff5e',
        'a/b/Z',
        'a/bb/x',
        'a/b',
        'a/b/c/d',
        'top',
      ]) {
        await put(book, name, 0, null);
      }
      expect(await names(book, 'a/b')).toEqual(['a/b/Z', 'a/b/z', 'a/b/é', 'a/b/\uff5e', 'a/b/\u{1f600}']);
      expect(await names(book, 'a')).toEqual(['a/b']);
      expect(await names(book, '')).toEqual(['top']);
      expect(await names(book, 'nothing')).toEqual([]);
    });

    it('are listed whole where they fill more than a page of one megabyte', async () => {
      const book = fresh('company');
      const value = 'x'.repeat(60_000);
      await Promise.all(
        Array.from({ length: 25 }, (_, i) => put(book, `p/${String(i).padStart(2, '0')}`, 0, null, value)),
      );
      const items = await all(ports().readViews.list(book, 'p'));
      expect(items.map(({ name }) => name)).toEqual(
        Array.from({ length: 25 }, (_, i) => `p/${String(i).padStart(2, '0')}`),
      );
      expect(items.every((item) => item.value === value)).toBe(true);
    });

    it('never show an item of another book, however alike the names are', async () => {
      const one = fresh('company');
      await put(`${one}0`, 'p/x', 0, null);
      await put(`${one}/0`, 'p/x', 0, null);
      expect(await names(one, 'p')).toEqual([]);
      expect(await ports().readViews.get(one, 'p/x')).toBeNull();
      await expect(put(`${one}#p`, 'x', 0, null)).rejects.toThrow('cannot own a key');
    });

    it('can be removed, also twice', async () => {
      const book = fresh('company');
      await put(book, 'p/x', 0, null);
      await ports().writeViews.remove(book, 'p/x');
      await ports().writeViews.remove(book, 'p/x');
      expect(await ports().readViews.get(book, 'p/x')).toBeNull();
      expect(await put(book, 'p/x', 1, null)).toBe('put');
    });

    it('refuse what has no canonical form, and an item above 400 kB', async () => {
      const book = fresh('company');
      await expect(put(book, 'p/x', 0, null, 0.5)).rejects.toThrow('canonical');
      await expect(put(book, 'p/x', 0, null, 'x'.repeat(410_000))).rejects.toThrow();
      expect(await ports().readViews.get(book, 'p/x')).toBeNull();
    });
  });
}
