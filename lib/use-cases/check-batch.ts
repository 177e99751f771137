// One batch held against the root in its fact: every chunk, every row, and the groups that its index names.
import { groupOf, groupRuns } from '../ledger/batch.ts';
import type { BatchRef } from '../ledger/kinds.ts';
import { toHex } from '../model/hashing.ts';
import { BatchFault, type ReadingPorts, rangesOf, readChunk, readIndex } from './batches.ts';
import { chunkFlaw, erasedFlaw, type Flaw, groupsFlaw } from './ledger-finding.ts';

/** @returns null in place of what the batch lacks @throws what the store throws */
const orNull = (error: unknown): null => {
  if (error instanceof BatchFault) return null;
  throw error;
};

/** Reads on after a flaw; only where the index is wrong are the chunks behind it not told apart. */
export async function checkBatch(ports: ReadingPorts, book: string, batch: BatchRef): Promise<readonly Flaw[]> {
  if (batch.rows === 0) {
    const isEmpty = batch.chunks === 0 && batch.root === toHex(ports.primitives.sha256(new Uint8Array(0)));
    return isEmpty ? [] : [chunkFlaw(batch, 0)];
  }
  const read = await readIndex(ports, book, batch).then((index) => ({ index }), orNull);
  if (read === null) return [chunkFlaw(batch, 0)];
  const { index } = read;
  const flaws: Flaw[] = [];
  const groups: string[][] = [];
  const first = index === null ? 0 : 1;
  for (const [i, range] of rangesOf(batch, index).entries()) {
    const rows = await readChunk(ports, book, batch, first + i, range).catch(orNull);
    if (rows === null) flaws.push(chunkFlaw(batch, first + i));
    else flaws.push(...rows.filter(({ row }) => row === null).map(({ leaf }) => erasedFlaw(batch, leaf)));
    groups.push((rows ?? []).map(({ row }) => groupOf(row)));
  }
  // With rows missing, so are their groups: the index can only be held against a whole batch.
  if (index !== null && flaws.length === 0 && JSON.stringify(index.groups) !== JSON.stringify(groupRuns(groups))) {
    flaws.push(groupsFlaw(batch));
  }
  return flaws;
}
