// The rows behind a fact: the same rows give the same root, each chunk can be read alone, and no byte of it can change unseen.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { primitives } from '../../lib/adapters/primitives.ts';
import {
  groupOf,
  groupRuns,
  maxChunkBytes,
  openChunk,
  packBatch,
  parseChunk,
  parseIndex,
  type Row,
  type StoredRow,
  saltOf,
} from '../../lib/ledger/batch.ts';
import { canonicalBytes, type Json } from '../../lib/ledger/canonical.ts';
import { inclusionPath, type LeafRange, leafHash, rootFromPath } from '../../lib/ledger/merkle.ts';
import { fromHex, toHex } from '../../lib/model/hashing.ts';
import { flipped, hexOf, sha256, utf8 } from './bytes.ts';

const cause = hexOf('an intent');
const key = utf8('a key of thirty-two bytes, really');

/** Time entries that hardly compress: `perMonth` rows for each developer's month, months beside each other. */
function timeRows(developers: number, perMonth: number, noise = 40): Row[] {
  return Array.from({ length: developers }, (_, person) =>
    Array.from({ length: perMonth }, (__, i): Row => {
      const day = `2025-0${1 + (person % 9)}-${String(1 + (i % 28)).padStart(2, '0')}`;
      const words = hexOf(`${person} ${i}`).slice(0, noise);
      return { row: { developer: `de-${person}`, day, minutes: 420, words }, position: `S!${person}.${i}`, key };
    }),
  ).flat();
}
const pack = (rows: readonly Row[], by = cause) => packBatch(primitives, by, rows);
const whole = (root: string, rows: number): LeafRange => ({ start: 0, end: rows, nodes: [fromHex(root)] });

/** As the store's reader does, from the chunks alone. */
function read(packed: ReturnType<typeof pack>): readonly (readonly StoredRow[])[] {
  const opened = packed.chunks.map((chunk) => openChunk(primitives, chunk));
  if (opened.length === 0) return [];
  if (opened.length === 1) return [parseChunk(sha256, opened[0]!, whole(packed.root, packed.rows), packed.rows)];
  const { ranges } = parseIndex(sha256, opened[0]!, packed.root, packed.rows);
  return ranges.map((range, i) => parseChunk(sha256, opened[i + 1]!, range, packed.rows));
}

const small = pack(timeRows(2, 3));
const large = pack(timeRows(30, 25));

describe('a batch', () => {
  it('gives its rows back in order, in one chunk or in many', () => {
    for (const [packed, rows] of [
      [small, timeRows(2, 3)],
      [large, timeRows(30, 25)],
    ] as const) {
      const expected = rows.map(({ row }, leaf) => ({ leaf, row }));
      expect(read(packed).flat()).toEqual(expected);
    }
    expect(small.chunks).toHaveLength(1);
    expect(large.chunks.length).toBeGreaterThan(3);
  });

  it('has the same root and bytes for the same rows', () => {
    expect(pack(timeRows(30, 25))).toEqual(large);
    expect(large.bytes).toBe(large.chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  });

  it('is cut where it always was, under the root that it always had', () => {
    expect(large.root).toBe('0e7b901fb364260794d0f50bb2c903a1a78d0a0bdadb48b545dc91e1041dca4a');
    expect(read(large).map((rows) => rows.length)).toEqual([175, 200, 175, 200]);
  });

  it('has other salts, and so another root, for another cause, position, key, row or order', () => {
    const rows = timeRows(2, 3);
    const [first, second] = rows as [Row, Row];
    const others = [
      pack(rows, hexOf('another intent')),
      pack([{ ...first, position: 'elsewhere' }, ...rows.slice(1)]),
      pack([{ ...first, key: utf8('another key') }, ...rows.slice(1)]),
      pack([{ ...first, row: { ...(first.row as object), minutes: 421 } }, ...rows.slice(1)]),
      pack([second, first, ...rows.slice(2)]),
      pack(rows.slice(1)),
    ];
    expect(new Set([small, ...others].map(({ root }) => root)).size).toBe(7);
  });

  it('tells the parts of a salt apart wherever they touch', () => {
    const salt = (...[by, position, row]: [string, string, string]): string =>
      toHex(saltOf(primitives.hmacSha256, key, by, position, utf8(row)));
    expect(salt('a', 'b', '[]')).not.toBe(salt('ab', '', '[]'));
    expect(salt('a', 'b', '[]')).not.toBe(salt('a', '', 'b[]'));
  });

  it('of no rows has the root of the empty tree and nothing to store', () => {
    expect(pack([])).toEqual({ root: hexOf(''), rows: 0, chunks: [], bytes: 0 });
  });

  it('gives each row an inclusion path to the root that the fact names', () => {
    const rows = timeRows(2, 3);
    const hashes = rows.map(({ row, position }) => {
      const bytes = canonicalBytes(row);
      return leafHash(sha256, saltOf(primitives.hmacSha256, key, cause, position, bytes), bytes);
    });
    const found = rootFromPath(sha256, hashes[4]!, 4, 6, inclusionPath(sha256, hashes, 4));
    expect(toHex(found!)).toBe(small.root);
  });
});

describe('chunks', () => {
  it('are at most 16 kB each, however many rows there are and however long', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 200 }),
        fc.nat(64),
        (people, each, noise) => {
          const packed = pack(timeRows(people, each, noise));
          for (const chunk of packed.chunks) expect(chunk.length).toBeLessThanOrEqual(maxChunkBytes);
          expect(read(packed).flat()).toHaveLength(people * each);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keep a developer’s month whole, unless it alone is longer', () => {
    const chunksOf = (packed: ReturnType<typeof pack>): Map<string, Set<number>> => {
      const found = new Map<string, Set<number>>();
      for (const [i, rows] of read(packed).entries()) {
        for (const { row } of rows) {
          const chunks = found.get(groupOf(row)) ?? new Set();
          found.set(groupOf(row), chunks.add(i));
        }
      }
      return found;
    };
    for (const chunks of chunksOf(large).values()) expect(chunks.size).toBe(1);
    const long = chunksOf(pack([...timeRows(1, 2_000), ...timeRows(2, 3).slice(3)]));
    expect([...long.values()].map(({ size }) => size)).toEqual([long.get('de-0 2025-01')!.size, 1]);
    expect(long.get('de-0 2025-01')!.size).toBeGreaterThan(1);
  });

  it('take a row that alone is above 16 kB', () => {
    const text = Array.from({ length: 1_000 }, (_, i) => hexOf(String(i))).join('');
    const packed = pack([...timeRows(1, 2), { row: { text }, position: '', key }]);
    expect(read(packed).flat().at(-1)!.row).toEqual({ text });
  });

  it('hold any text that a row may hold', () => {
    const row = { text: 'a\u2028b\u0085c\n\r\ud83d\ude00\ufeff' };
    expect(read(pack([{ row, position: '', key }]))).toEqual([[{ leaf: 0, row }]]);
  });

  it('are named in the index by the groups of their rows', () => {
    const index = parseIndex(sha256, openChunk(primitives, large.chunks[0]!), large.root, large.rows);
    expect(index.groups).toEqual(groupRuns(read(large).map((rows) => rows.map(({ row }) => groupOf(row)))));
    expect(new Set(index.groups.map(({ group }) => group)).size).toBe(30);
  });

  it.each<[Json, string]>([
    [{ developer: 'd', month: '2025-02', day: '2025-01-31' }, 'd 2025-02'],
    [{ developer: 'd', day: '2025-01-31' }, 'd 2025-01'],
    [{ developer: 'd' }, 'd '],
    [{ day: '2025-01-31' }, ''],
    [['developer'], ''],
    [null, ''],
    ['text', ''],
  ])('group %j as %j', (row, group) => {
    expect(groupOf(row)).toBe(group);
  });
});

describe('a changed byte', () => {
  it('of any chunk or index as stored is found', () => {
    for (const packed of [small, large]) {
      for (const [n, chunk] of packed.chunks.entries()) {
        const step = Math.ceil(chunk.length / 200);
        for (let at = 0; at < chunk.length; at += step) {
          const chunks = packed.chunks.with(n, flipped(chunk, at, 1 << (at % 8)));
          expect(() => read({ ...packed, chunks }), `chunk ${n}, byte ${at}`).toThrow();
        }
        expect(() => read({ ...packed, chunks: packed.chunks.with(n, chunk.slice(0, -1)) })).toThrow();
        expect(() => read({ ...packed, chunks: packed.chunks.with(n, Uint8Array.of(...chunk, 0)) })).toThrow();
      }
    }
  });

  it('of the rows is found by the root, whoever made the checksum', () => {
    const text = openChunk(primitives, small.chunks[0]!);
    for (let at = 0; at < text.length; at += 1) {
      expect(() => parseChunk(sha256, flipped(text, at), whole(small.root, 6), 6), `byte ${at}`).toThrow();
    }
  });

  it('of the ranges of an index is found by the root', () => {
    const text = new TextDecoder().decode(openChunk(primitives, large.chunks[0]!));
    const ranges = text.indexOf('"ranges"');
    for (let at = ranges; at < text.length; at += 7) {
      const bytes = flipped(utf8(text), at);
      expect(() => parseIndex(sha256, bytes, large.root, large.rows), `byte ${at}`).toThrow();
    }
    const beyond = utf8(text.replace(/\["de-0 2025-01",1\]/, '["de-0 2025-01",99]'));
    expect(() => parseIndex(sha256, beyond, large.root, large.rows)).toThrow(/no such chunk/);
  });

  it('is found where chunks, rows, ends of lines or byte order marks are added, dropped or swapped', () => {
    const text = new TextDecoder().decode(openChunk(primitives, small.chunks[0]!));
    const lines = text.trimEnd().split('\n');
    const [first, second] = lines as [string, string];
    const parse = (changed: string) => parseChunk(sha256, utf8(changed), whole(small.root, 6), 6);
    expect(parse(text)).toHaveLength(6);
    const others = [
      '',
      `\ufeff${text}`,
      `${text}x`,
      `${text}\n`,
      text.slice(0, -1),
      text.replace('\n', '\r\n'),
      `${lines.slice(1).join('\n')}\n`,
      `${text}${first}\n`,
      `${[second, first, ...lines.slice(2)].join('\n')}\n`,
    ];
    for (const other of others) expect(() => parse(other), JSON.stringify(other.slice(-20))).toThrow();
    const swapped = large.chunks.with(1, large.chunks[2]!).with(2, large.chunks[1]!);
    expect(() => read({ ...large, chunks: swapped })).toThrow(/not the rows/);
  });

  it('cannot move over the border of a salt', () => {
    // A row that is a number keeps its leaf hash when its first digit moves into the salt.
    const packed = pack([{ row: 12, position: '', key }]);
    const [salt, row] = new TextDecoder().decode(openChunk(primitives, packed.chunks[0]!)).trimEnd().split(' ');
    const moved = utf8(`${salt}${toHex(utf8(row![0]!))} ${row!.slice(1)}\n`);
    expect(toHex(leafHash(sha256, fromHex(`${salt}31`), utf8('2')))).toBe(packed.root);
    expect(() => parseChunk(sha256, moved, whole(packed.root, 1), 1)).toThrow(/not a salt and a row/);
  });
});

describe('an erased row', () => {
  const erase = (text: string, leaf: number): string => {
    const lines = text.trimEnd().split('\n');
    const [salt, row] = [lines[leaf]!.slice(0, 64), lines[leaf]!.slice(65)];
    return `${lines.with(leaf, `- ${toHex(leafHash(sha256, fromHex(salt), utf8(row)))}`).join('\n')}\n`;
  };

  it('keeps its leaf hash, its place and the root', () => {
    const text = new TextDecoder().decode(openChunk(primitives, small.chunks[0]!));
    const rows = parseChunk(sha256, utf8(erase(text, 3)), whole(small.root, 6), 6);
    expect(rows[3]).toEqual({ leaf: 3, row: null });
    expect(rows.filter(({ row }) => row !== null)).toHaveLength(5);
  });

  it('cannot leave another hash than its own, nor share its bytes with the next', () => {
    const text = new TextDecoder().decode(openChunk(primitives, small.chunks[0]!));
    const both = erase(erase(text, 2), 3);
    const parse = (changed: string) => parseChunk(sha256, utf8(changed), whole(small.root, 6), 6);
    expect(parse(both).filter(({ row }) => row === null)).toHaveLength(2);
    const at = both.indexOf('\n- ') + 3;
    expect(() => parse(both.slice(0, at) + (both[at] === '0' ? '1' : '0') + both.slice(at + 1))).toThrow(
      /not the rows/,
    );
    const [a, b] = both.match(/(?<=\n- ).{64}/g) as [string, string];
    const shared = both.replace(`- ${a}\n- ${b}`, `- ${a}${b.slice(0, 2)}\n- ${b.slice(2)}`);
    expect(() => parse(shared)).toThrow(/not a salt and a row/);
  });
});
