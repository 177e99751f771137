// Appending to a tiled log: from the tiles at its right edge and the new entries to the new root and the files that change.
import { joinBytes, sameBytes } from '../../model/bytes.ts';
import type { Sha256 } from '../../model/hashing.ts';
import { leafHash, merkleRoot, nodeHash } from '../merkle.ts';
import { hashesAt, joinBundle, splitBundle, splitTile, type TilePlace, tileOf, tilePath, tileWidth } from './tiles.ts';

/** All of a log that an append reads: at most one tile a level, and the last bundle, each if it is partial. */
export interface Edge {
  readonly size: number;
  /** By level: the hashes of its partial tile; empty where all tiles of the level are full. */
  readonly tiles: readonly (readonly Uint8Array[])[];
  /** Of the partial bundle. */
  readonly entries: readonly Uint8Array[];
}

export const emptyEdge: Edge = { size: 0, tiles: [], entries: [] };

/** @returns the partial tile of each level, null where the level has none; the bundle stands beside that of level 0 */
export function edgePlaces(size: number): (TilePlace | null)[] {
  const places: (TilePlace | null)[] = [];
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    const count = hashesAt(level, size);
    places.push(count % tileWidth === 0 ? null : tileOf(level, count - 1, size));
  }
  return places;
}

/** A file of the log that is not there, or not what it must be. Nothing is appended to such a log. */
export class LogDamaged extends Error {
  /** `tile/…` */
  readonly path: string;

  constructor(path: string, what: 'missing' | 'wrong-length' | 'wrong-root' | 'wrong-entry') {
    super(`log: ${path}: ${what}`);
    this.name = 'LogDamaged';
    this.path = path;
  }
}

/** Gives the bytes under a path of the log, null if there are none. */
export type ReadTile = (path: string) => Promise<Uint8Array | null>;

async function read<T>(readTile: ReadTile, place: TilePlace, split: (bytes: Uint8Array, width: number) => T | null) {
  const path = tilePath(place);
  const bytes = await readTile(path);
  if (bytes === null) throw new LogDamaged(path, 'missing');
  const parts = split(bytes, place.width);
  if (parts === null) throw new LogDamaged(path, 'wrong-length');
  return parts;
}

export const readTileAt = (readTile: ReadTile, place: TilePlace): Promise<Uint8Array[]> =>
  read(readTile, place, splitTile);
const readBundleAt = (readTile: ReadTile, place: TilePlace): Promise<Uint8Array[]> =>
  read(readTile, place, splitBundle);

/**
 * Reads as many files as the tree has levels of tiles, and the last bundle.
 * @throws LogDamaged if one of them is missing, or if the bundle is not what the tile of leaves beside it says
 */
export async function readEdge(sha256: Sha256, readTile: ReadTile, size: number): Promise<Edge> {
  const tiles: Uint8Array[][] = [];
  for (const place of edgePlaces(size)) tiles.push(place === null ? [] : await readTileAt(readTile, place));
  const leaves = tiles[0] ?? [];
  if (leaves.length === 0) return { size, tiles, entries: [] };
  const place = tileOf('entries', size - 1, size);
  const entries = await readBundleAt(readTile, place);
  requireLeaves(sha256, place, entries, leaves);
  return { size, tiles, entries };
}

/** @throws LogDamaged unless each of the entries has the leaf hash beside it */
function requireLeaves(
  sha256: Sha256,
  place: TilePlace,
  entries: readonly Uint8Array[],
  leaves: readonly Uint8Array[],
): void {
  const areSame = entries.every((entry, i) => sameBytes(leafHash(sha256, entry), leaves[i]!));
  if (!areSame) throw new LogDamaged(tilePath(place), 'wrong-entry');
}

/** The roots of the largest whole subtrees at the edge, from the left: the largest first. */
function peaksOf(sha256: Sha256, { tiles }: Edge): Uint8Array[] {
  return tiles.toReversed().flatMap((hashes) => {
    const peaks: Uint8Array[] = [];
    for (let half = tileWidth / 2, at = 0; half >= 1; half /= 2) {
      if ((hashes.length & half) === 0) continue;
      peaks.push(merkleRoot(sha256, hashes.slice(at, at + half)));
      at += half;
    }
    return peaks;
  });
}

/** @returns the root of the whole tree (RFC 6962 section 2.1) */
export function rootOfEdge(sha256: Sha256, edge: Edge): Uint8Array {
  const peaks = peaksOf(sha256, edge);
  const last = peaks.pop();
  return last === undefined
    ? sha256(new Uint8Array(0))
    : peaks.reduceRight((right, left) => nodeHash(sha256, left, right), last);
}

/** The new hashes of one level behind those of its partial tile, cut into tiles. */
interface Grown {
  readonly files: readonly (readonly [path: string, bytes: Uint8Array])[];
  /** What is left for the partial tile. */
  readonly rest: readonly Uint8Array[];
  /** The roots of the tiles that became full: new hashes of the level above. */
  readonly full: readonly Uint8Array[];
}

function growLevel(
  sha256: Sha256,
  level: number,
  before: readonly Uint8Array[],
  added: readonly Uint8Array[],
  size: number,
): Grown {
  const hashes = [...before, ...added];
  const firstTile = (hashesAt(level, size) - hashes.length) / tileWidth;
  const files: [string, Uint8Array][] = [];
  const full: Uint8Array[] = [];
  let rest: readonly Uint8Array[] = [];
  for (let at = 0; at < hashes.length; at += tileWidth) {
    const some = hashes.slice(at, at + tileWidth);
    files.push([tilePath({ level, index: firstTile + at / tileWidth, width: some.length }), joinBytes(some)]);
    if (some.length === tileWidth) full.push(merkleRoot(sha256, some));
    else rest = some;
  }
  return { files, rest, full };
}

function bundles(before: readonly Uint8Array[], added: readonly Uint8Array[], size: number): [string, Uint8Array][] {
  const entries = [...before, ...added];
  const files: [string, Uint8Array][] = [];
  for (let at = 0; at < entries.length; at += tileWidth) {
    const some = entries.slice(at, at + tileWidth);
    const index = (size - entries.length + at) / tileWidth;
    files.push([tilePath({ level: 'entries', index, width: some.length }), joinBundle(some)]);
  }
  return files;
}

/**
 * @param added at least one entry
 * @returns the edge after it, and every file that the log has then and had not before: full tiles, and the partial ones of its new size
 */
export function grow(
  sha256: Sha256,
  edge: Edge,
  added: readonly Uint8Array[],
): { readonly edge: Edge; readonly files: ReadonlyMap<string, Uint8Array> } {
  const size = edge.size + added.length;
  const files: (readonly [string, Uint8Array])[] = bundles(edge.entries, added, size);
  const tiles: (readonly Uint8Array[])[] = [];
  let hashes: readonly Uint8Array[] = added.map((entry) => leafHash(sha256, entry));
  for (let level = 0; level < edge.tiles.length || hashes.length > 0; level += 1) {
    const before = edge.tiles[level] ?? [];
    if (hashes.length === 0) {
      tiles.push(before);
      continue;
    }
    const grown = growLevel(sha256, level, before, hashes, size);
    files.push(...grown.files);
    tiles.push(grown.rest);
    hashes = grown.full;
  }
  const entries = [...edge.entries, ...added];
  const partial = size % tileWidth;
  return {
    edge: { size, tiles, entries: partial === 0 ? [] : entries.slice(-partial) },
    files: new Map(files),
  };
}
