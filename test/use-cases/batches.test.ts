// Rows stored under their root before the fact, and read back against it: wherever they lie, and whatever happened to them.
import { describe, expect, it } from 'vitest';
import { memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { groupOf, type Row } from '../../lib/ledger/batch.ts';
import type { BatchRef } from '../../lib/ledger/kinds.ts';
import { inTurn, readGroup, readGroups, readRow, readRows, storeBatch } from '../../lib/use-cases/batches.ts';
import { flipped, hexOf, utf8 } from '../ledger/bytes.ts';
import { anyRows } from './any-fact.ts';

const book = 'company/co-1';
const cause = hexOf('an intent');
const rows = anyRows(1, 1_500);

async function stored(of: readonly Row[] = rows, place?: 'files') {
  const world = memoryWorld();
  const { ports, steps } = memoryPorts({ world });
  const batch = await storeBatch(ports, book, cause, of, place);
  return { world, ports, batch, steps };
}
const chunkKey = (batch: BatchRef, chunk: number) => ({ pk: `batch#${book}#${batch.root}#${chunk}`, sk: '-' });
const objectName = (batch: BatchRef, chunk: number): string => `batches/${book}/${batch.root}/${chunk}`;

describe('a stored batch', () => {
  it.each([
    ['table' as const, undefined],
    ['files' as const, 'files' as const],
  ])('is read back whole from the %s', async (where, place) => {
    const { ports, batch } = await stored(rows, place);
    expect(batch).toMatchObject({ rows: 1_500, place: where });
    expect(batch.chunks).toBeGreaterThan(4);
    expect(await readRows(ports, book, batch)).toEqual(rows.map(({ row }, leaf) => ({ leaf, row })));
    for (const leaf of [0, 1, 749, 1_499]) expect(await readRow(ports, book, batch, leaf)).toEqual(rows[leaf]!.row);
    for (const leaf of [-1, 1_500]) await expect(readRow(ports, book, batch, leaf)).rejects.toThrow(`no leaf ${leaf}`);
  });

  it('of one chunk has no index, and one of no rows nothing at all', async () => {
    const few = await stored(rows.slice(0, 3));
    expect(few.batch.chunks).toBe(1);
    expect(await readRow(few.ports, book, few.batch, 2)).toEqual(rows[2]!.row);
    const none = await stored([]);
    expect(none.batch).toEqual({ root: hexOf(''), rows: 0, chunks: 0, place: 'table' });
    expect(await readRows(none.ports, book, none.batch)).toEqual([]);
    expect(await readGroups(none.ports, book, none.batch)).toEqual([]);
    expect(await readGroup(none.ports, book, none.batch, 'developer-0 2025-01')).toEqual([]);
    await expect(readRow(none.ports, book, none.batch, 0)).rejects.toThrow('no leaf 0');
  });

  it('above 1 MB goes to the files by itself', async () => {
    const text = (n: number): string => Array.from({ length: 1_000 }, (_, i) => hexOf(`${n} ${i}`)).join('');
    const large = Array.from({ length: 40 }, (_, n): Row => ({ row: { text: text(n) }, position: '', key: utf8('k') }));
    const { ports, batch } = await stored(large);
    expect(batch.place).toBe('files');
    expect(await readRow(ports, book, batch, 39)).toEqual(large[39]!.row);
  });

  it('is the same twice: the second time puts nothing new', async () => {
    const { ports, batch, world } = await stored();
    const before = await world.table.get(chunkKey(batch, 1));
    expect(await storeBatch(ports, book, cause, rows)).toEqual(batch);
    expect(await world.table.get(chunkKey(batch, 1))).toEqual(before);
  });
});

describe('one group', () => {
  it('is found in every batch, with its rows in order', async () => {
    for (const of of [rows, rows.slice(0, 3)]) {
      const { ports, batch } = await stored(of);
      const groups = [...new Set(of.map(({ row }) => groupOf(row)))];
      expect(await readGroups(ports, book, batch)).toEqual(groups);
      for (const group of groups) {
        const expected = of.flatMap(({ row }, leaf) => (groupOf(row) === group ? [{ leaf, row }] : []));
        expect(await readGroup(ports, book, batch, group)).toEqual(expected);
      }
      expect(await readGroup(ports, book, batch, 'nobody 2025-01')).toEqual([]);
    }
  });

  it('is read without the chunks of others', async () => {
    const { ports, batch, steps } = await stored();
    const before = steps.length;
    await readGroup(ports, book, batch, 'developer-0 2025-01');
    expect(steps.length - before).toBeLessThan(batch.chunks - 1);
    expect(steps[before]).toContain(`#${batch.root}#0`);
  });
});

describe('what happened to a batch is said with its root and chunk', () => {
  const gone = async (chunk: number, place?: 'files') => {
    const { world, ports, batch } = await stored(rows, place);
    if (place === 'files') await world.objects.remove(objectName(batch, chunk));
    else await world.table.remove(chunkKey(batch, chunk));
    return { ports, batch };
  };
  it.each([0, 1, 3])('where chunk %i is gone', async (chunk) => {
    for (const place of [undefined, 'files' as const]) {
      const { ports, batch } = await gone(chunk, place);
      await expect(readRows(ports, book, batch)).rejects.toThrow(
        `batch ${batch.root} of ${book}: chunk ${chunk} is missing`,
      );
    }
  });

  it.each([0, 1, 3])('where a byte of chunk %i was changed', async (chunk) => {
    const { world, ports, batch } = await stored();
    const item = await world.table.get(chunkKey(batch, chunk));
    await world.table.put(chunkKey(batch, chunk), { b: flipped(item!.b as Uint8Array, 40) });
    await expect(readRows(ports, book, batch)).rejects.toThrow(
      `batch ${batch.root} of ${book}: chunk ${chunk} was changed`,
    );
  });

  it('where the fact names another number of chunks or rows', async () => {
    const { ports, batch } = await stored();
    const more = { ...batch, chunks: batch.chunks + 1 };
    await expect(readRows(ports, book, more)).rejects.toThrow('chunk 0 was changed');
    await expect(readRows(ports, book, { ...batch, rows: 1_501 })).rejects.toThrow('chunk 0 was changed');
    await expect(readRows(ports, book, { ...batch, chunks: 1 })).rejects.toThrow('chunk 0 was changed');
  });
});

describe('eight at a time', () => {
  it('act in order, never more at once', async () => {
    let [now, most] = [0, 0];
    const answers = await inTurn(
      Array.from({ length: 50 }, (_, i) => i),
      async (value, index) => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, (value * 7) % 5));
        now -= 1;
        return `${value} ${index}`;
      },
    );
    expect(most).toBe(8);
    expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => `${i} ${i}`));
  });
});
