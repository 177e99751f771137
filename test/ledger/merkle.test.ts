// The RFC 6962 tree: the vectors of the Certificate Transparency reference tests, then what must hold of every tree.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inclusionPath,
  type LeafRange,
  leafHash,
  leafRange,
  merkleRoot,
  nodeHash,
  rootFromPath,
  rootFromRanges,
} from '../../lib/ledger/merkle.ts';
import { fromHex, toHex } from '../../lib/model/hashing.ts';
import { flipped, sha256, utf8 } from './bytes.ts';

// certificate-transparency, merkle_tree_test.cc: these eight leaves, and the root of the first n of them.
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const paths: readonly [leaf: number, size: number, path: readonly string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];
const vectorLeaves = inputs.map((input) => leafHash(sha256, fromHex(input)));

const leavesOf = (size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, i) => leafHash(sha256, utf8(`leaf ${i}`)));
const sized = fc.integer({ min: 1, max: 70 });

describe('the vectors of the reference tests', () => {
  it.each(roots.map((root, size) => [size, root] as const))('give the root of %i leaves', (size, root) => {
    expect(toHex(merkleRoot(sha256, vectorLeaves.slice(0, size)))).toBe(root);
  });

  it.each(paths)('give the path of leaf %i of %i', (leaf, size, path) => {
    const leaves = vectorLeaves.slice(0, size);
    expect(inclusionPath(sha256, leaves, leaf).map(toHex)).toEqual(path);
    expect(toHex(rootFromPath(sha256, leaves[leaf]!, leaf, size, path.map(fromHex))!)).toBe(roots[size]);
  });
});

describe('an inclusion path', () => {
  it('leads from every leaf of every tree to its root', () => {
    for (let size = 1; size <= 70; size += 1) {
      const leaves = leavesOf(size);
      const root = toHex(merkleRoot(sha256, leaves));
      for (const [i, leaf] of leaves.entries()) {
        const found = rootFromPath(sha256, leaf, i, size, inclusionPath(sha256, leaves, i));
        expect(found && toHex(found)).toBe(root);
      }
    }
  });

  it('breaks with any flipped bit, at another place, and with a node more or less', () => {
    fc.assert(
      fc.property(sized, fc.nat(), fc.nat(), fc.nat(), (size, a, b, c) => {
        const leaves = leavesOf(size);
        const root = toHex(merkleRoot(sha256, leaves));
        const index = a % size;
        const leaf = leaves[index]!;
        const path = inclusionPath(sha256, leaves, index);
        const rootBy = (hash: Uint8Array, at: number, nodes: readonly Uint8Array[]): string | null => {
          const found = rootFromPath(sha256, hash, at, size, nodes);
          return found && toHex(found);
        };
        expect(rootBy(flipped(leaf, b % 32, 1 << (c % 8)), index, path)).not.toBe(root);
        const other = b % size;
        if (other !== index) expect(rootBy(leaf, other, path)).not.toBe(root);
        const node = b % Math.max(path.length, 1);
        const changed = path.map((hash, i) => (i === node ? flipped(hash, c % 32, 1 << (b % 8)) : hash));
        if (path.length > 0) expect(rootBy(leaf, index, changed)).not.toBe(root);
        expect(rootBy(leaf, index, [...path, leaf])).toBeNull();
        if (path.length > 0) expect(rootBy(leaf, index, path.slice(0, -1))).toBeNull();
      }),
    );
  });

  it.each([-1, 3, 0.5])('there is none for leaf %d of 3', (index) => {
    expect(() => inclusionPath(sha256, leavesOf(3), index)).toThrow(RangeError);
    expect(rootFromPath(sha256, leavesOf(3)[0]!, index, 3, [])).toBeNull();
  });
});

/** The tree of `size` leaves, parted before each of the places of `borders`. */
function partition(size: number, borders: readonly number[]): LeafRange[] {
  const leaves = leavesOf(size);
  const starts = [...new Set([0, ...borders.map((border) => border % size)])].sort((a, b) => a - b);
  return starts.map((start, i) => leafRange(sha256, leaves.slice(start, starts[i + 1] ?? size), start, size));
}
const bordered = fc.tuple(sized, fc.array(fc.nat(), { maxLength: 8 }));
const rootBy = (ranges: readonly LeafRange[], size: number): string | null => {
  const found = rootFromRanges(sha256, ranges, size);
  return found && toHex(found);
};

describe('ranges of leaves', () => {
  it('give the root, however the leaves are parted', () => {
    fc.assert(
      fc.property(bordered, ([size, borders]) => {
        expect(rootBy(partition(size, borders), size)).toBe(toHex(merkleRoot(sha256, leavesOf(size))));
      }),
    );
  });

  it('give it in a tree parted leaf by leaf, and in one of one range', () => {
    for (let size = 1; size <= 40; size += 1) {
      const root = toHex(merkleRoot(sha256, leavesOf(size)));
      const each = leavesOf(size).map((_, i) => i);
      expect(rootBy(partition(size, each), size)).toBe(root);
      expect(rootBy(partition(size, []), size)).toBe(root);
    }
  });

  it('hold no more nodes than twice the height of the tree', () => {
    fc.assert(
      fc.property(bordered, ([size, borders]) => {
        for (const { nodes } of partition(size, borders)) {
          expect(nodes.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size + 1)));
        }
      }),
    );
  });

  it('give another root or none if a node, an order or a border is changed', () => {
    fc.assert(
      fc.property(bordered, fc.nat(), fc.nat(), fc.nat(), ([size, borders], a, b, c) => {
        const ranges = partition(size, borders);
        const root = toHex(merkleRoot(sha256, leavesOf(size)));
        const at = a % ranges.length;
        const range = ranges[at]!;
        const node = b % range.nodes.length;
        const instead = (changed: Partial<LeafRange>): LeafRange[] => ranges.with(at, { ...range, ...changed });
        const attempts: LeafRange[][] = [
          instead({ nodes: range.nodes.with(node, flipped(range.nodes[node]!, c % 32, 1 << (a % 8))) }),
          instead({ nodes: range.nodes.toSpliced(node, 1) }),
          instead({ nodes: range.nodes.toSpliced(node, 0, range.nodes[node]!) }),
          instead({ start: range.start + 1 }),
          instead({ start: range.start - 1 }),
          instead({ end: range.end + 1 }),
          instead({ end: range.end - 1 }),
          ranges.toSpliced(at, 1),
          ranges.toSpliced(at, 0, range),
          [...ranges, { start: size, end: size, nodes: [] }],
          [...ranges, { start: size, end: size + 1, nodes: [range.nodes[0]!] }],
        ];
        const next = ranges[at + 1];
        if (next !== undefined) {
          const border = range.end + (c % 2 === 0 ? 1 : -1);
          attempts.push(
            ranges.with(at, next).with(at + 1, range),
            // The border alone, and the border with a node that moves over it.
            ranges.with(at, { ...range, end: border }).with(at + 1, { ...next, start: border }),
            ranges
              .with(at, { ...range, nodes: [...range.nodes, next.nodes[0]!] })
              .with(at + 1, { ...next, nodes: next.nodes.slice(1) }),
          );
        }
        if (range.nodes.length > 1) attempts.push(instead({ nodes: range.nodes.toReversed() }));
        for (const [i, attempt] of attempts.entries()) expect(rootBy(attempt, size), `attempt ${i}`).not.toBe(root);
        expect(rootBy(ranges, size + 1)).not.toBe(root);
      }),
      { numRuns: 300 },
    );
  });

  it('keep each node whole: a byte that moves into its neighbour hashes the same, and is refused', () => {
    const [left, right] = leavesOf(2) as [Uint8Array, Uint8Array];
    const moved = [Uint8Array.of(...left, right[0]!), right.slice(1)] as const;
    expect(nodeHash(sha256, ...moved)).toEqual(nodeHash(sha256, left, right));
    expect(
      rootBy(
        moved.map((node, i) => ({ start: i, end: i + 1, nodes: [node] })),
        2,
      ),
    ).toBeNull();
  });

  it('of nothing are nothing', () => {
    expect(rootFromRanges(sha256, [], 0)).toBeNull();
    expect(rootFromRanges(sha256, [{ start: 0, end: 0, nodes: [] }], 0)).toBeNull();
    expect(
      rootFromRanges(
        sha256,
        [
          { start: 0, end: 0.5, nodes: [] },
          { start: 0.5, end: 1, nodes: [] },
        ],
        1,
      ),
    ).toBeNull();
    expect(leafRange(sha256, [], 3, 8)).toEqual({ start: 3, end: 3, nodes: [] });
  });
});
