// From a signed head to what everybody sees: tiles, places, then the checkpoint. An append ends with it, and recovery is nothing else.

import { type Edge, emptyEdge, grow, LogDamaged, readEdge, rootOfEdge } from '../../ledger/log/grow.ts';
import { sameBytes } from '../../model/bytes.ts';
import { toHex } from '../../model/hashing.ts';
import type { Ports } from '../../ports.ts';
import { type HeadsPorts, LogOutOfOrder, readLogHead, readPublished, type StoredHead } from './log-head.ts';
import { checkpointName, stagedName, tileName, tilesOfYear } from './log-of-year.ts';
import { parseStaged } from './staged-batch.ts';

export type FinishPorts = HeadsPorts & Pick<Ports, 'logFiles' | 'logPlaces'>;

/** @returns the right edge of the log at this head, its root worked out again @throws LogDamaged */
export async function edgeAt(
  ports: Pick<Ports, 'readLogFiles' | 'primitives'>,
  year: number,
  head: Pick<StoredHead, 'size' | 'root'> | null,
): Promise<Edge> {
  if (head === null) return emptyEdge;
  const { sha256 } = ports.primitives;
  const edge = await readEdge(sha256, tilesOfYear(ports, year), head.size);
  if (!sameBytes(rootOfEdge(sha256, edge), head.root)) throw new LogDamaged(`tile/0`, 'wrong-root');
  return edge;
}

/** Put, then read back: what a disk or a bucket holds is what counts, not what we meant to write. */
async function putVerified(ports: FinishPorts, year: number, path: string, bytes: Uint8Array): Promise<void> {
  await ports.logFiles.putTile(tileName(year, path), bytes);
  const there = await ports.logFiles.tile(tileName(year, path));
  if (there === null) throw new LogDamaged(path, 'missing');
  if (!sameBytes(there, bytes)) throw new LogDamaged(path, 'wrong-entry');
}

/**
 * Repeatable; does nothing where the head was published before.
 * @throws LogOutOfOrder, LogDamaged, OtherPlace: nothing is published then
 */
export async function finishAppend(ports: FinishPorts, year: number, head: StoredHead): Promise<void> {
  const published = await readPublished(ports, year);
  if (published?.note.text === head.note.text) return;
  if (published !== null && published.size >= head.size) {
    // Another process may have gone on since this head was read.
    const now = await readLogHead(ports, year);
    if (published.size > head.size && now !== null && now.size >= published.size) return;
    throw new LogOutOfOrder(
      `log ${year}: a checkpoint of ${published.size} was published, and the head says ${head.size}`,
    );
  }
  const from = published?.size ?? 0;
  const name = stagedName(year, from, head.size, toHex(head.root));
  const bytes = await ports.logFiles.get(name);
  if (bytes === null) throw new LogOutOfOrder(`log ${year}: ${name} is not there`);
  const staged = parseStaged(bytes, year);
  if (staged.from !== from) throw new LogOutOfOrder(`log ${year}: ${name} goes on from another tree`);
  const { sha256 } = ports.primitives;
  const grown = grow(sha256, await edgeAt(ports, year, published), staged.entries);
  if (!sameBytes(rootOfEdge(sha256, grown.edge), head.root))
    throw new LogOutOfOrder(`log ${year}: ${name} was changed`);
  for (const [path, tile] of grown.files) await putVerified(ports, year, path, tile);
  for (const run of staged.runs) await ports.logPlaces.put(run);
  await ports.logPlaces.putYear(year, head.size);
  // Lost to another process that finished the same: then it is there.
  await ports.logFiles.swap(checkpointName(year), published?.bytes ?? null, head.bytes);
}
