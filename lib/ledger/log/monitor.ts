// What a monitor does: reads every tile and every bundle of a tree again, and names each that does not lead to the signed root.
import { sameBytes } from '../../model/bytes.ts';
import type { Sha256 } from '../../model/hashing.ts';
import { leafHash, merkleRoot } from '../merkle.ts';
import type { TreeHead } from './checkpoint.ts';
import { edgePlaces, type ReadTile, rootOfEdge } from './grow.ts';
import { hashesAt, splitBundle, splitTile, type TilePlace, tileOf, tilePath, tilesOf, tileWidth } from './tiles.ts';

export interface TileFinding {
  /** `tile/…`, or `checkpoint` where the whole does not lead to its root. */
  readonly path: string;
  /** `wrong-parent`: its hashes do not make the one that the tile above has for it; the changed byte may be in either. */
  readonly what: 'missing' | 'wrong-length' | 'wrong-entry' | 'wrong-parent' | 'wrong-root';
}

export interface Monitored {
  readonly files: number;
  readonly findings: readonly TileFinding[];
  /** In order; null in place of those of a bundle that does not read. */
  readonly entries: readonly (Uint8Array | null)[];
}

/**
 * A root that matches is not enough: after a changed byte in a full tile of leaves the tiles above still lead to it.
 * @param head that the log signed
 */
export async function monitorTree(sha256: Sha256, readTile: ReadTile, { size, root }: TreeHead): Promise<Monitored> {
  const findings: TileFinding[] = [];
  const found = (place: TilePlace, what: TileFinding['what']): null => {
    findings.push({ path: tilePath(place), what });
    return null;
  };
  const tiles = new Map<string, Uint8Array[]>();
  const entries: (Uint8Array | null)[] = [];
  let files = 0;
  for (const place of tilesOf(size)) {
    files += 1;
    const bytes = await readTile(tilePath(place));
    const split = place.level === 'entries' ? splitBundle : splitTile;
    const parts =
      bytes === null ? found(place, 'missing') : (split(bytes, place.width) ?? found(place, 'wrong-length'));
    if (place.level !== 'entries') {
      if (parts !== null) tiles.set(tilePath(place), parts);
      continue;
    }
    const leaves = tiles.get(tilePath({ ...place, level: 0 }));
    const areSame = parts?.every((entry, i) => leaves === undefined || sameBytes(leafHash(sha256, entry), leaves[i]!));
    if (areSame === false) found(place, 'wrong-entry');
    entries.push(...(parts ?? Array<null>(place.width).fill(null)));
  }
  for (let level = 0; hashesAt(level + 1, size) > 0; level += 1) {
    for (let position = 0; position < hashesAt(level + 1, size); position += 1) {
      const place = { level, index: position, width: tileWidth };
      const hashes = tiles.get(tilePath(place));
      const parent = tiles.get(tilePath(tileOf(level + 1, position, size)));
      if (hashes === undefined || parent === undefined) continue;
      if (!sameBytes(merkleRoot(sha256, hashes), parent[position % tileWidth]!)) found(place, 'wrong-parent');
    }
  }
  const edge = edgePlaces(size).map((place) => (place === null ? [] : tiles.get(tilePath(place))));
  const isWhole = edge.every((hashes) => hashes !== undefined);
  if (isWhole && !sameBytes(rootOfEdge(sha256, { size, tiles: edge, entries: [] }), root)) {
    findings.push({ path: 'checkpoint', what: 'wrong-root' });
  }
  return { files, findings, entries };
}
