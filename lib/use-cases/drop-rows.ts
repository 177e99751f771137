// Takes the rows that an erasure lists out of the chunks that hold them: salts and rows go, leaf hashes and roots stay.

import { type BatchIndex, closeChunk, type GroupRun, groupOf } from '../ledger/batch.ts';
import { indexWith, withoutRows } from '../ledger/erase-rows.ts';
import type { BatchRef } from '../ledger/kinds.ts';
import { sameBytes } from '../model/bytes.ts';
import type { Ports } from '../ports.ts';
import { chunkObject, openedChunk, type ReadingPorts, rangesOf, readChunk, readIndex } from './batches.ts';

export type DropPorts = ReadingPorts & Pick<Ports, 'erasing'>;

async function replace(
  ports: DropPorts,
  book: string,
  { root, place }: BatchRef,
  chunk: number,
  bytes: Uint8Array,
): Promise<void> {
  const closed = closeChunk(ports.primitives, bytes);
  await (place === 'files'
    ? ports.erasing.replaceObject(chunkObject(book, root, chunk), closed)
    : ports.erasing.replaceChunk(book, root, chunk, closed));
}

/** The groups that an index names once these rows are gone: a chunk that holds none of them keeps its own. */
async function groupsLeft(
  ports: DropPorts,
  book: string,
  batch: BatchRef,
  index: BatchIndex,
  isErased: (leaf: number) => boolean,
  isTouched: (chunk: number) => boolean,
): Promise<GroupRun[]> {
  const left: GroupRun[] = [];
  for (const [i, range] of index.ranges.entries()) {
    const chunk = i + 1;
    if (!isTouched(chunk)) left.push(...index.groups.filter((run) => run.chunk === chunk));
    else {
      const rows = await readChunk(ports, book, batch, chunk, range);
      const groups = rows.map(({ leaf, row }) => (isErased(leaf) ? '' : groupOf(row)));
      left.push(...[...new Set(groups)].map((group) => ({ group, chunk })));
    }
  }
  return left;
}

/**
 * Repeatable. The index goes first, so that wherever this dies it names what will be left; then each chunk by itself.
 * @param isErased leaves that the book's erasures list
 * @throws BatchFault if what stands there is not what the root names: nothing is built on it
 */
export async function dropRows(
  ports: DropPorts,
  book: string,
  batch: BatchRef,
  isErased: (leaf: number) => boolean,
): Promise<void> {
  const { sha256 } = ports.primitives;
  const index = await readIndex(ports, book, batch);
  const first = index === null ? 0 : 1;
  const ranges = rangesOf(batch, index);
  const touched = new Set<number>();
  for (const [i, { start, end }] of ranges.entries()) {
    for (let leaf = start; leaf < end; leaf += 1) if (isErased(leaf)) touched.add(first + i);
  }
  if (index !== null) {
    const groups = await groupsLeft(ports, book, batch, index, isErased, (chunk) => touched.has(chunk));
    const bytes = indexWith(index, groups);
    if (!sameBytes(bytes, await openedChunk(ports, book, batch, 0))) await replace(ports, book, batch, 0, bytes);
  }
  for (const [i, range] of ranges.entries()) {
    if (!touched.has(first + i)) continue;
    await readChunk(ports, book, batch, first + i, range);
    const opened = await openedChunk(ports, book, batch, first + i);
    const left = withoutRows(sha256, opened, range.start, isErased);
    if (!sameBytes(left, opened)) await replace(ports, book, batch, first + i, left);
  }
}
