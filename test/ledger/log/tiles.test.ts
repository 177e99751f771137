// Tiles, bundles and what an append makes of them (C2SP tlog-tiles), held against the plain tree over all entries.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogDamaged, readEdge, rootOfEdge } from '../../../lib/ledger/log/grow.ts';
import {
  joinBundle,
  parseTilePath,
  splitBundle,
  splitTile,
  tileOf,
  tilePath,
  tilesOf,
} from '../../../lib/ledger/log/tiles.ts';
import { leafHash, merkleRoot } from '../../../lib/ledger/merkle.ts';
import { toHex } from '../../../lib/model/hashing.ts';
import { flipped, utf8 } from '../bytes.ts';
import { entriesOf, madeLog, reads, sha256 } from './made-log.ts';

const rootOver = (size: number): string =>
  toHex(
    merkleRoot(
      sha256,
      entriesOf(0, size).map((entry) => leafHash(sha256, entry)),
    ),
  );

describe('the path of a tile', () => {
  it('groups its index by thousands, as the specification’s example', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 2, index: 0, width: 1 })).toBe('tile/2/000.p/1');
    expect(tilePath({ level: 'entries', index: 999, width: 112 })).toBe('tile/entries/999.p/112');
  });

  it('is read back, and another spelling of it is not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<(number | 'entries')[]>('entries', 0, 1, 6),
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          const place = { level, index, width };
          expect(parseTilePath(tilePath(place))).toEqual(place);
        },
      ),
    );
    for (const wrong of [
      'tile/0/1',
      'tile/0/0001',
      'tile/0/x000/001',
      'tile/0/001.p/0',
      'tile/0/001.p/256',
      'tile/0/001.p/01',
      'tile/00/001',
      'tile/7/001',
      'tile/0/../001',
      'tile/0/001/',
      '/tile/0/001',
      'checkpoint',
    ]) {
      expect(parseTilePath(wrong), wrong).toBeNull();
    }
  });

  it('of every file of a tree of 70,000 are those that the specification counts', () => {
    const places = [...tilesOf(70_000)];
    const widthsAt = (level: number | 'entries') =>
      places.filter((place) => place.level === level).map(({ width }) => width);
    expect(widthsAt(0)).toEqual([...Array(273).fill(256), 112]);
    expect(widthsAt(1)).toEqual([256, 17]);
    expect(widthsAt(2)).toEqual([1]);
    expect(widthsAt('entries')).toEqual(widthsAt(0));
    expect(tileOf(0, 69_999, 70_000)).toEqual({ level: 0, index: 273, width: 112 });
  });
});

describe('a bundle of entries', () => {
  it('is its entries one after the other, each behind its length, and nothing else', () => {
    const entries = ['', 'a', 'é'.repeat(300)].map(utf8);
    const bytes = joinBundle(entries);
    expect(splitBundle(bytes, 3)).toEqual(entries);
    for (const wrong of [bytes.subarray(1), bytes.subarray(0, -1), Uint8Array.of(...bytes, 0)]) {
      expect(splitBundle(wrong, 3)).toBeNull();
    }
    expect(splitBundle(bytes, 2)).toBeNull();
    expect(splitTile(new Uint8Array(64), 3)).toBeNull();
  });
});

describe('an append', () => {
  it('makes the files and the root of the plain tree, however it came to its size', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, (steps) => {
        const upTo = steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0));
        const size = upTo.at(-1) ?? 0;
        const { files, edge } = madeLog(upTo);
        const atOnce = madeLog([size]);
        expect(toHex(rootOfEdge(sha256, edge))).toBe(rootOver(size));
        expect(edge).toEqual(atOnce.edge);
        for (const place of tilesOf(size)) {
          const path = tilePath(place);
          expect(files.get(path), path).toEqual(atOnce.files.get(path));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('reaches the third level of tiles at 65,536 entries', { timeout: 60_000 }, () => {
    const { files, edge } = madeLog([65_535, 65_536, 65_537]);
    expect(toHex(rootOfEdge(sha256, edge))).toBe(rootOver(65_537));
    expect(files.get('tile/2/000.p/1')).toEqual(
      merkleRoot(
        sha256,
        entriesOf(0, 65_536).map((entry) => leafHash(sha256, entry)),
      ),
    );
    expect(edge.tiles.map(({ length }) => length)).toEqual([1, 0, 1]);
  });

  it('reads one file a level and one bundle, whatever the size', async () => {
    const { files, edge } = madeLog([1000, 66_000]);
    const asked: string[] = [];
    const read = await readEdge(
      sha256,
      async (path) => {
        asked.push(path);
        return files.get(path) ?? null;
      },
      66_000,
    );
    expect(read).toEqual(edge);
    expect(asked).toEqual(['tile/0/257.p/208', 'tile/1/001.p/1', 'tile/2/000.p/1', 'tile/entries/257.p/208']);
  });

  it('is not made on a log of which a file is gone, cut, or another one', async () => {
    const { files } = madeLog([300]);
    const without = (path: string, bytes?: Uint8Array) => {
      const rest = new Map(files);
      if (bytes === undefined) rest.delete(path);
      else rest.set(path, bytes);
      return readEdge(sha256, reads(rest), 300);
    };
    await expect(without('tile/0/001.p/44')).rejects.toThrow(LogDamaged);
    await expect(without('tile/1/000.p/1', new Uint8Array(31))).rejects.toThrow('wrong-length');
    const bundle = files.get('tile/entries/001.p/44')!;
    await expect(without('tile/entries/001.p/44', flipped(bundle, 40))).rejects.toThrow('wrong-entry');
    const leaves = files.get('tile/0/001.p/44')!;
    await expect(without('tile/0/001.p/44', flipped(leaves, 1407))).rejects.toThrow('wrong-entry');
  });
});
