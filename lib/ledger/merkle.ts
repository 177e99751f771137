// The RFC 6962 tree: root, inclusion path and its check. An odd last node moves up unpaired, it is never duplicated.
import type { Sha256 } from '../model/hashing.ts';

const hashBytes = 32;
/** What is hashed, where it is short, by its length: written anew for each, for a hash is taken before anything else happens. */
const kept: Uint8Array[] = [];
const short = 512;

function hashOf(sha256: Sha256, prefix: number, parts: readonly Uint8Array[]): Uint8Array {
  let length = 1;
  for (const part of parts) length += part.length;
  const bytes = kept[length] ?? new Uint8Array(length);
  if (length <= short) kept[length] = bytes;
  bytes[0] = prefix;
  let offset = 1;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return sha256(bytes);
}

/** RFC 6962 section 2.1: SHA-256(0x00 ‖ parts…). */
export const leafHash = (sha256: Sha256, ...parts: readonly Uint8Array[]): Uint8Array => hashOf(sha256, 0, parts);

/** RFC 6962 section 2.1: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  hashOf(sha256, 1, [left, right]);

function levelAbove(sha256: Sha256, level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let i = 0; i + 1 < level.length; i += 2) above.push(nodeHash(sha256, level[i]!, level[i + 1]!));
  if (level.length % 2 === 1) above.push(level[level.length - 1]!);
  return above;
}

export interface GrowingRoot {
  readonly add: (leafHash: Uint8Array) => void;
  /** MTH of the leaf hashes so far; of no leaves, SHA-256 of nothing (RFC 6962 section 2.1). */
  readonly root: () => Uint8Array;
}

/** Holds one node for each level of the tree, its left half in place: a million leaves leave nothing behind to clean up. */
export function growingRoot(sha256: Sha256): GrowingRoot {
  const nodes: Uint8Array[] = [];
  let count = 0;
  const joined = (level: number, right: Uint8Array): Uint8Array => {
    const node = nodes[level]!;
    node.set(right, 1 + hashBytes);
    return sha256(node);
  };
  return {
    add: (leafHash) => {
      if (leafHash.length !== hashBytes) throw new RangeError(`a leaf hash of ${leafHash.length} bytes`);
      let [hash, level] = [leafHash, 0];
      for (let at = count; at % 2 === 1; at = (at - 1) / 2) {
        hash = joined(level, hash);
        level += 1;
      }
      if (level === nodes.length) nodes.push(Uint8Array.of(1, ...new Uint8Array(2 * hashBytes)));
      nodes[level]!.set(hash, 1);
      count += 1;
    },
    root: () => {
      let right: Uint8Array | null = null;
      for (let [level, at] = [0, count]; at > 0; level += 1, at = Math.floor(at / 2)) {
        if (at % 2 === 0) continue;
        right = right === null ? nodes[level]!.slice(1, 1 + hashBytes) : joined(level, right);
      }
      return right ?? sha256(new Uint8Array(0));
    },
  };
}

/** @returns MTH of the leaf hashes; of no leaves, SHA-256 of nothing (RFC 6962 section 2.1) */
export function merkleRoot(sha256: Sha256, leafHashes: readonly Uint8Array[]): Uint8Array {
  const { add, root } = growingRoot(sha256);
  for (const leaf of leafHashes) add(leaf);
  return root();
}

/** @returns MTH of the data itself, one leaf each */
export function rootOfData(sha256: Sha256, data: Iterable<Uint8Array>): Uint8Array {
  const { add, root } = growingRoot(sha256);
  for (const each of data) add(leafHash(sha256, each));
  return root();
}

/** @returns the audit path of leaf `index`, from its sibling up (RFC 6962 section 2.1.1) */
export function inclusionPath(sha256: Sha256, leafHashes: readonly Uint8Array[], index: number): Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= leafHashes.length)
    throw new RangeError(`no leaf ${index} of ${leafHashes.length}`);
  const path: Uint8Array[] = [];
  let level = leafHashes;
  let position = index;
  while (level.length > 1) {
    const sibling = level[position ^ 1];
    if (sibling !== undefined) path.push(sibling);
    level = levelAbove(sha256, level);
    position >>= 1;
  }
  return path;
}

/** RFC 9162 section 2.1.3.2. @returns the root that this leaf and path lead to, or null if the path has the wrong length */
export function rootFromPath(
  sha256: Sha256,
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Uint8Array | null {
  if (!Number.isInteger(index) || index < 0 || index >= size) return null;
  let position = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return null;
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(sha256, sibling, hash);
      while (position % 2 === 0 && position !== 0) {
        position = Math.floor(position / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(sha256, hash, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}

/** A run of neighbouring leaves, `start` to before `end`, and the roots of the largest subtrees that lie wholly inside it, in order. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
  readonly nodes: readonly Uint8Array[];
}

/** Where the RFC 6962 tree over the leaves `from` to before `to` parts: the largest power of two below their number. */
export function splitOf(from: number, to: number): number {
  let half = 1;
  while (half * 2 < to - from) half *= 2;
  return from + half;
}

/**
 * @param leafHashes of the leaves from `start` on
 * @param size of the whole tree
 * @returns the range: with the ranges of all other leaves it gives the root, without holding their rows
 */
export function leafRange(sha256: Sha256, leafHashes: readonly Uint8Array[], start: number, size: number): LeafRange {
  const end = start + leafHashes.length;
  const nodes: Uint8Array[] = [];
  const collect = (from: number, to: number): void => {
    if (to <= start || from >= end) return;
    if (from >= start && to <= end) {
      nodes.push(merkleRoot(sha256, leafHashes.slice(from - start, to - start)));
      return;
    }
    const split = splitOf(from, to);
    collect(from, split);
    collect(split, to);
  };
  if (leafHashes.length > 0) collect(0, size);
  return { start, end, nodes };
}

/** @returns the root of the tree that these ranges make, or null if they are not all its leaves, each once and in order */
export function rootFromRanges(sha256: Sha256, ranges: readonly LeafRange[], size: number): Uint8Array | null {
  const inOrder = ranges.every(
    ({ start, end }, i) => start === (ranges[i - 1]?.end ?? 0) && end > start && Number.isInteger(end),
  );
  if (!inOrder || ranges.at(-1)?.end !== size) return null;
  // Two nodes hashed one after the other would hide a byte that moved from one to the other.
  if (ranges.some(({ nodes }) => nodes.some((node) => node.length !== 32))) return null;
  const taken = ranges.map(() => 0);
  let at = 0;
  const rootOf = (from: number, to: number): Uint8Array | null => {
    while (ranges[at]!.end <= from) at += 1;
    const { start, end, nodes } = ranges[at]!;
    if (start <= from && to <= end) {
      taken[at]! += 1;
      return nodes[taken[at]! - 1] ?? null;
    }
    const split = splitOf(from, to);
    const left = rootOf(from, split);
    const right = left === null ? null : rootOf(split, to);
    return left === null || right === null ? null : nodeHash(sha256, left, right);
  };
  const root = rootOf(0, size);
  return taken.every((count, i) => count === ranges[i]!.nodes.length) ? root : null;
}
