// Proofs worked out from tiles: that an entry is in the tree (RFC 6962, 2.1.1), and that one tree goes on from another (2.1.2).
import { sameBytes } from '../../model/bytes.ts';
import type { Sha256 } from '../../model/hashing.ts';
import { merkleRoot, nodeHash, splitOf } from '../merkle.ts';
import { type ReadTile, readTileAt } from './grow.ts';
import { tileOf, tilePath } from './tiles.ts';

const tileHeight = 8;

/** Hashes of a tree of one size, each tile read once. */
export interface TreeReader {
  readonly size: number;
  /** @returns the root over the leaves `from` to before `to`: a subtree of the tree @throws LogDamaged */
  readonly rootOf: (from: number, to: number) => Promise<Uint8Array>;
}

/** @returns log2, or null if it is no power of two */
function heightOf(width: number): number | null {
  let height = 0;
  let power = 1;
  while (power < width) {
    power *= 2;
    height += 1;
  }
  return power === width ? height : null;
}

/** @param size of the tree: its checkpoint says it, and its tiles are there */
export function treeReader(sha256: Sha256, readTile: ReadTile, size: number): TreeReader {
  const known = new Map<string, Promise<Uint8Array[]>>();
  const whole = async (height: number, from: number): Promise<Uint8Array> => {
    const level = Math.floor(height / tileHeight);
    const position = from / 2 ** (level * tileHeight);
    const place = tileOf(level, position, size);
    const path = tilePath(place);
    const reading = known.get(path) ?? readTileAt(readTile, place);
    known.set(path, reading);
    const at = position % 2 ** tileHeight;
    return merkleRoot(sha256, (await reading).slice(at, at + 2 ** (height % tileHeight)));
  };
  const rootOf = async (from: number, to: number): Promise<Uint8Array> => {
    if (to === from) return sha256(new Uint8Array(0));
    const height = heightOf(to - from);
    if (height !== null) return whole(height, from);
    const split = splitOf(from, to);
    return nodeHash(sha256, await rootOf(from, split), await rootOf(split, to));
  };
  return { size, rootOf };
}

/** @returns the audit path of the leaf, from its sibling up @throws RangeError where there is no such leaf; LogDamaged */
export async function inclusionProof({ size, rootOf }: TreeReader, index: number): Promise<Uint8Array[]> {
  if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError(`no leaf ${index} of ${size}`);
  const path: Uint8Array[] = [];
  for (let [from, to] = [0, size]; to - from > 1; ) {
    const split = splitOf(from, to);
    path.push(index < split ? await rootOf(split, to) : await rootOf(from, split));
    [from, to] = index < split ? [from, split] : [split, to];
  }
  return path.reverse();
}

/** @returns the proof from a tree of `before` leaves, empty for none and for all of them @throws RangeError, LogDamaged */
export async function consistencyProof({ size, rootOf }: TreeReader, before: number): Promise<Uint8Array[]> {
  if (!Number.isInteger(before) || before < 0 || before > size) throw new RangeError(`no tree of ${before} in ${size}`);
  if (before === 0 || before === size) return [];
  const path: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to > before) {
    const split = splitOf(from, to);
    path.push(before <= split ? await rootOf(split, to) : await rootOf(from, split));
    [from, to] = before <= split ? [from, split] : [split, to];
  }
  // The old tree itself needs no hash: whoever asks has its root. A part of it does.
  if (from > 0) path.push(await rootOf(from, to));
  return path.reverse();
}

const half = (n: number): number => Math.floor(n / 2);

/**
 * RFC 9162 section 2.1.4.2.
 * @returns whether the tree of `after` goes on from that of `before`: nothing of it was changed, taken away or put in between
 */
export function isConsistent(
  sha256: Sha256,
  before: { readonly size: number; readonly root: Uint8Array },
  after: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (before.size > after.size) return false;
  if (before.size === after.size) return proof.length === 0 && sameBytes(before.root, after.root);
  if (before.size === 0) return proof.length === 0 && sameBytes(before.root, sha256(new Uint8Array(0)));
  const [first, ...rest] = heightOf(before.size) === null ? proof : [before.root, ...proof];
  if (first === undefined || proof.length === 0) return false;
  let [was, is] = [before.size - 1, after.size - 1];
  while (was % 2 === 1) [was, is] = [half(was), half(is)];
  let [oldRoot, newRoot] = [first, first];
  for (const hash of rest) {
    if (is === 0) return false;
    if (was % 2 === 1 || was === is) {
      oldRoot = nodeHash(sha256, hash, oldRoot);
      newRoot = nodeHash(sha256, hash, newRoot);
      while (was % 2 === 0 && was !== 0) [was, is] = [half(was), half(is)];
    } else newRoot = nodeHash(sha256, newRoot, hash);
    [was, is] = [half(was), half(is)];
  }
  return is === 0 && sameBytes(oldRoot, before.root) && sameBytes(newRoot, after.root);
}
