// Stores the rows behind a fact under their root before the fact is put, and reads them back checked against it.
import {
  type BatchIndex,
  groupOf,
  maxTableBytes,
  openChunk,
  packBatch,
  parseChunk,
  parseIndex,
  type Row,
  type StoredRow,
} from '../ledger/batch.ts';
import type { BatchRef } from '../ledger/kinds.ts';
import type { LeafRange } from '../ledger/merkle.ts';
import { fromHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';

export type StoringPorts = Pick<Ports, 'primitives' | 'writeBatches' | 'objects'>;
export type ReadingPorts = Pick<Ports, 'primitives' | 'readBatches' | 'objects'>;

/**
 * The same ports for one piece of work, which looks at the first chunk of a batch for its groups and again for its rows: it is read once.
 */
export function keepingFirstChunks<P extends Pick<Ports, 'readBatches'>>(ports: P): P {
  const first = new Map<string, Promise<Uint8Array | null>>();
  const { chunk } = ports.readBatches;
  return {
    ...ports,
    readBatches: {
      chunk: (tenant, root, index) => {
        if (index > 0) return chunk(tenant, root, index);
        const key = `${tenant} ${root}`;
        const read = first.get(key) ?? chunk(tenant, root, index);
        first.set(key, read);
        return read;
      },
    },
  };
}

/** How a chunk is called among the files: as in the table. */
export const chunkObject = (book: string, root: string, chunk: number): string => `batches/${book}/${root}/${chunk}`;

/**
 * A crash in here leaves chunks under a root that no fact names: harmless, and the retry puts the same bytes under the same names.
 * @param place 'files' for pulled contributions, whatever their size
 */
export async function storeBatch(
  ports: StoringPorts,
  book: string,
  cause: string,
  rows: readonly Row[],
  place?: 'files',
): Promise<BatchRef> {
  const packed = packBatch(ports.primitives, cause, rows);
  const where = place ?? (packed.bytes > maxTableBytes ? 'files' : 'table');
  const put = (chunk: Uint8Array, i: number): Promise<void> =>
    where === 'files'
      ? ports.objects.put(chunkObject(book, packed.root, i), chunk)
      : ports.writeBatches.putChunk(book, packed.root, i, chunk);
  await inTurn(packed.chunks, put);
  return { root: packed.root, rows: packed.rows, chunks: packed.chunks.length, place: where };
}

/** Eight at a time: fast on a network, and no stampede. */
export async function inTurn<T, R>(values: readonly T[], act: (value: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < values.length; start += 8) {
    results.push(...(await Promise.all(values.slice(start, start + 8).map((value, i) => act(value, start + i)))));
  }
  return results;
}

/** A chunk is missing or was changed: not a store that does not answer. */
export class BatchFault extends Error {
  constructor(book: string, batch: BatchRef, chunk: number, what: string, options?: ErrorOptions) {
    super(`batch ${batch.root} of ${book}: chunk ${chunk} ${what}`, options);
    this.name = 'BatchFault';
  }
}

/** @throws BatchFault that names the batch and the chunk, whatever is wrong with it */
async function readStored<T>(
  ports: ReadingPorts,
  book: string,
  batch: BatchRef,
  chunk: number,
  parse: (bytes: Uint8Array) => T,
): Promise<T> {
  const stored =
    batch.place === 'files'
      ? await ports.objects.get(chunkObject(book, batch.root, chunk))
      : await ports.readBatches.chunk(book, batch.root, chunk);
  if (stored === null) throw new BatchFault(book, batch, chunk, 'is missing');
  try {
    return parse(openChunk(ports.primitives, stored));
  } catch (cause) {
    throw new BatchFault(book, batch, chunk, 'was changed', { cause });
  }
}

/** @returns the bytes of a chunk, opened; what they are, the caller holds against the root @throws BatchFault */
export const openedChunk = (ports: ReadingPorts, book: string, batch: BatchRef, chunk: number): Promise<Uint8Array> =>
  readStored(ports, book, batch, chunk, (bytes) => bytes);

/** @returns null for a batch in one chunk or none */
export async function readIndex(ports: ReadingPorts, book: string, batch: BatchRef): Promise<BatchIndex | null> {
  if (batch.chunks < 2) return null;
  return readStored(ports, book, batch, 0, (bytes) => {
    const index = parseIndex(ports.primitives.sha256, bytes, batch.root, batch.rows);
    if (index.ranges.length !== batch.chunks - 1) throw new Error('the index is of another number of chunks');
    return index;
  });
}

/** The leaves of each chunk of rows. A batch in one chunk has no index: its root is the one node of its one range. */
export const rangesOf = (batch: BatchRef, index: BatchIndex | null): readonly LeafRange[] =>
  index?.ranges ?? [{ start: 0, end: batch.rows, nodes: [fromHex(batch.root)] }];

/** @param chunk one of rows: of a batch in several, 1 is the first */
export const readChunk = (
  ports: ReadingPorts,
  book: string,
  batch: BatchRef,
  chunk: number,
  range: LeafRange,
): Promise<readonly StoredRow[]> =>
  readStored(ports, book, batch, chunk, (bytes) => parseChunk(ports.primitives.sha256, bytes, range, batch.rows));

/** @throws BatchFault if a chunk is missing or does not hash to the root */
export async function readRows(ports: ReadingPorts, book: string, batch: BatchRef): Promise<readonly StoredRow[]> {
  if (batch.rows === 0) return [];
  const index = await readIndex(ports, book, batch);
  const parts = await inTurn(rangesOf(batch, index), (range, i) =>
    readChunk(ports, book, batch, index === null ? 0 : i + 1, range),
  );
  return parts.flat();
}

/** @returns the groups of the batch, each once, in order */
export async function readGroups(ports: ReadingPorts, book: string, batch: BatchRef): Promise<readonly string[]> {
  const index = await readIndex(ports, book, batch);
  const groups =
    index === null
      ? (await readRows(ports, book, batch)).map(({ row }) => groupOf(row))
      : index.groups.map(({ group }) => group);
  return [...new Set(groups)].filter((group) => group !== '');
}

/** Reads only the chunks that hold the group. @param group as `groupOf` gives it */
export async function readGroup(
  ports: ReadingPorts,
  book: string,
  batch: BatchRef,
  group: string,
): Promise<readonly StoredRow[]> {
  if (batch.rows === 0) return [];
  const index = await readIndex(ports, book, batch);
  if (index === null) return (await readRows(ports, book, batch)).filter(({ row }) => groupOf(row) === group);
  const chunks = index.groups.filter((run) => run.group === group).map(({ chunk }) => chunk);
  const parts = await inTurn(chunks, (chunk) => readChunk(ports, book, batch, chunk, index.ranges[chunk - 1]!));
  return parts.flat().filter(({ row }) => groupOf(row) === group);
}

/** @returns the row at a leaf, or null if it was erased */
export async function readRow(
  ports: ReadingPorts,
  book: string,
  batch: BatchRef,
  leaf: number,
): Promise<StoredRow['row']> {
  const index = await readIndex(ports, book, batch);
  const ranges = rangesOf(batch, index);
  const at = ranges.findIndex(({ start, end }) => start <= leaf && leaf < end);
  const range = ranges[at];
  if (range === undefined) throw new Error(`batch ${batch.root} of ${book}: no leaf ${leaf}`);
  const rows = await readChunk(ports, book, batch, index === null ? 0 : at + 1, range);
  return rows[leaf - range.start]!.row;
}
