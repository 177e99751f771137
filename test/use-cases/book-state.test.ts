// What a book says: the same whether it is read from views, from facts, or from some of each.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Json } from '../../lib/ledger/canonical.ts';
import { partitionOf } from '../../lib/ledger/views/partitions.ts';
import type { Ports } from '../../lib/ports.ts';
import {
  type BookState,
  factsAfter,
  foldBook,
  foldSettled,
  readBook,
  readCursor,
} from '../../lib/use-cases/book-state.ts';
import { updateViews } from '../../lib/use-cases/update-views.ts';
import { hexOf } from '../ledger/bytes.ts';
import { all, appendAny, books, kindsOf, namesChanged } from './any-fact.ts';

/** All that a state says about these names and their partitions. */
async function said(state: BookState, names: readonly string[]): Promise<Json> {
  const partitions = [...new Set(names.map(partitionOf))].filter((partition) => partition !== '').sort();
  const { book, seq, digest, at } = state.head;
  const values: Json[] = [{ book, seq, digest, at }];
  for (const name of names) values.push([name, await state.get(name)]);
  for (const partition of partitions) values.push([partition, (await state.list(partition)) as unknown as Json]);
  return values;
}

const acts = fc.array(fc.tuple(fc.nat(), fc.nat(5)), { minLength: 1, maxLength: 12 });

describe('a book', () => {
  it.each(books)('%s says the same from views that are behind as from its facts', async (book) => {
    await fc.assert(
      fc.asyncProperty(acts, fc.nat(12), async (chosen, updateAfter) => {
        const { ports } = memoryPorts();
        const kinds = kindsOf(book);
        for (const [i, [kind, n]] of chosen.entries()) {
          await appendAny(ports, { book, kind: kinds[kind % kinds.length]!, n });
          if (i === updateAfter) await updateViews(ports, book);
        }
        const names = await namesChanged(ports, book);
        expect(await said(await readBook(ports, book), names)).toEqual(await said(await foldBook(ports, book), names));
      }),
      { numRuns: 40 },
    );
  });

  it('without facts says nothing', async () => {
    const { ports } = memoryPorts();
    for (const state of [await readBook(ports, 'registry'), await foldBook(ports, 'registry')]) {
      expect(state.head).toEqual({ book: 'registry', seq: -1, digest: '0'.repeat(64), at: '' });
      expect(await state.get('profile')).toBeNull();
      expect(await state.list('projects')).toEqual([]);
    }
  });

  it('folded up to a fact says what it said then, whatever came later', async () => {
    const { ports } = memoryPorts();
    const states: Json[] = [];
    const names = ['causes/x', 'postings/0000000000', 'statements/number-1', 'links/link-1'];
    for (const n of [1, 4, 2]) {
      for (const kind of [
        'timesheet-posted',
        'statement-issued',
        'link-issued',
        'link-revoked',
        'statement-revoked',
      ] as const) {
        await appendAny(ports, { book: books[1], kind, n });
        states.push(await said(await foldBook(ports, books[1]), names));
      }
    }
    for (const [seq, state] of states.entries())
      expect(await said(await foldBook(ports, books[1], seq), names)).toEqual(state);
  });
});

describe('facts after a head', () => {
  async function three(): Promise<{ ports: Ports; remove: (seq: number) => Promise<void>; swap: () => Promise<void> }> {
    const world = memoryWorld();
    const { ports } = memoryPorts({ world });
    for (const n of [1, 2, 3]) await appendAny(ports, { book: 'registry', kind: 'key-published', n });
    const key = (seq: number) => ({ pk: 'book#registry', sk: String(seq).padStart(12, '0') });
    return {
      ports,
      remove: (seq) => world.table.remove(key(seq)),
      swap: async () => {
        const [a, b] = [await world.table.get(key(1)), await world.table.get(key(2))];
        await world.table.put(key(1), b!);
        await world.table.put(key(2), a!);
      },
    };
  }
  const seqsAfter = async (ports: Ports, seq: number, digest: string): Promise<number[]> =>
    (await all(factsAfter(ports, { book: 'registry', seq, digest }))).map(({ fact }) => fact.seq);

  it('are those that come after it', async () => {
    const { ports } = await three();
    await updateViews(ports, 'registry');
    const { seq, digest } = await readCursor(ports, 'registry');
    expect(await seqsAfter(ports, -1, '0'.repeat(64))).toEqual([0, 1, 2]);
    expect([seq, await seqsAfter(ports, seq, digest)]).toEqual([2, []]);
    const { prev } = (await all(factsAfter(ports, { book: 'registry', seq: -1, digest: '0'.repeat(64) })))[1]!.fact;
    expect(await seqsAfter(ports, 0, prev)).toEqual([1, 2]);
  });

  it('are a fault where the head is another, or none', async () => {
    const { ports, remove } = await three();
    await expect(seqsAfter(ports, 0, hexOf('another'))).rejects.toThrow(/^fact registry 0: it is not the one/);
    await expect(seqsAfter(ports, 7, hexOf('another'))).rejects.toThrow(/^fact registry 7: it is not the one/);
    await remove(2);
    await updateViews(ports, 'registry');
    await remove(1);
    await expect(readBook(ports, 'registry')).rejects.toThrow(/^fact registry 1: it is not the one/);
  });

  it('are a fault where one is gone or two are swapped, with its place', async () => {
    const gone = await three();
    await gone.remove(1);
    await expect(seqsAfter(gone.ports, -1, '')).rejects.toThrow(/^fact registry 2: there is a gap/);
    const first = await three();
    await first.remove(0);
    await expect(seqsAfter(first.ports, -1, '')).rejects.toThrow(/^fact registry 1: there is a gap/);
    for (const { ports } of [gone, first]) {
      await expect(foldSettled(ports, 'registry')).rejects.toThrow(/^fact registry \d: there is a gap/);
      await expect(foldBook(ports, 'registry')).rejects.toThrow(/^fact registry \d: there is a gap/);
    }
    const swapped = await three();
    await swapped.swap();
    await expect(seqsAfter(swapped.ports, -1, '')).rejects.toThrow(/^fact registry 1: another one stands there/);
  });
});
