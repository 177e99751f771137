// The many rows behind a fact: salted, hashed into one root, packed into chunks that can be read alone.
import type { HmacSha256, Sha256 } from '../model/hashing.ts';
import { fromHex, toHex } from '../model/hashing.ts';
import { canonicalBytes, canonicalText, type Json, parseCanonical } from './canonical.ts';
import { leafHash, merkleRoot } from './merkle.ts';

/** One row on its way into a batch. */
export interface Row {
  readonly row: Json;
  /** Rows of one group (a developer's month) stay in one chunk where they fit; groups are contiguous. */
  readonly group: string;
  /** Where it came from: part of its salt, so that equal rows of different places have different salts. */
  readonly position: string;
  /** The key K of the person, author or book whose row it is. */
  readonly key: Uint8Array;
}

/** Where a group's rows are: the index of a batch (design.md: chunk 0 where there is more than one). */
export interface IndexLine {
  readonly group: string;
  readonly chunk: number;
  /** Leaf index of the group's first row in that chunk. */
  readonly leaf: number;
  readonly rows: number;
}

/** A row as it is read back; `row` null once an erasure dropped it: its leaf hash still holds its place. */
export interface StoredRow {
  readonly leaf: number;
  readonly row: Json | null;
}

export interface PackedBatch {
  readonly root: string;
  readonly rows: number;
  /** Compressed chunks, in order. */
  readonly chunks: readonly Uint8Array[];
  readonly bytes: number;
}

/** Passed in, because a pure room has no zlib. */
export interface Packing {
  readonly sha256: Sha256;
  readonly hmacSha256: HmacSha256;
  readonly compress: (bytes: Uint8Array) => Uint8Array;
}

export const maxChunkBytes = 16 * 1024;
/** Above this a batch goes to the files port, under the same names. */
export const maxTableBytes = 1024 * 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
};

/**
 * Salt = HMAC-SHA-256(K, intent ‖ 0x00 ‖ source position ‖ 0x00 ‖ canonical row): a retry gives the same root, and the row cannot be
 * guessed from its hash without K (design.md, The ledger).
 */
export const saltOf = (
  hmac: HmacSha256,
  key: Uint8Array,
  cause: string,
  position: string,
  row: Uint8Array,
): Uint8Array => hmac(key, joined(encoder.encode(`${cause}\0${position}\0`), row));

interface Line {
  readonly text: string;
  readonly group: string;
  readonly leaf: number;
}

// A line of a chunk: the hex salt, a space, the canonical row. An erased one: `-`, a space, the hex leaf hash.
const chunkText = (lines: readonly Line[]): string => lines.map((line) => `${line.text}\n`).join('');

interface Chunk {
  readonly lines: readonly Line[];
  readonly bytes: Uint8Array;
}

/** Splits by halves until each part fits: cheap, deterministic, and a group is only cut when alone it is too long. */
function fitted(packing: Packing, lines: readonly Line[]): Chunk[] {
  const bytes = packing.compress(encoder.encode(chunkText(lines)));
  if (bytes.length <= maxChunkBytes || lines.length === 1) return [{ lines, bytes }];
  const parts = Math.ceil(bytes.length / (maxChunkBytes * 0.9));
  const cuts: number[] = [];
  for (let part = 1; part < parts; part += 1) {
    const target = Math.floor((lines.length * part) / parts);
    cuts.push(groupBoundary(lines, target, cuts.at(-1) ?? 0));
  }
  const starts = [0, ...new Set(cuts)].filter((start) => start < lines.length);
  return starts.flatMap((start, i) => fitted(packing, lines.slice(start, starts[i + 1] ?? lines.length)));
}

function groupBoundary(lines: readonly Line[], target: number, after: number): number {
  for (let at = target; at > after; at -= 1) if (lines[at]!.group !== lines[at - 1]!.group) return at;
  return Math.max(target, after + 1);
}

/**
 * @param cause hex SHA-256 of the intent, part of every salt
 * @param rows in their stated order, which is the order of the leaves; groups contiguous
 * @returns the root that names the batch and the chunks to store under it before the fact is put
 */
export function packBatch(packing: Packing, cause: string, rows: readonly Row[]): PackedBatch {
  const leaves: Uint8Array[] = [];
  const lines: Line[] = rows.map((row, leaf) => {
    const text = canonicalText(row.row);
    const bytes = encoder.encode(text);
    const salt = saltOf(packing.hmacSha256, row.key, cause, row.position, bytes);
    leaves.push(leafHash(packing.sha256, salt, bytes));
    return { text: `${toHex(salt)} ${text}`, group: row.group, leaf };
  });
  const root = toHex(merkleRoot(packing.sha256, leaves));
  if (rows.length === 0) return { root, rows: 0, chunks: [], bytes: 0 };
  const parts = fitted(packing, lines);
  const bodies = parts.map((part) => part.bytes);
  const chunks = parts.length === 1 ? bodies : [packing.compress(indexBytes(parts)), ...bodies];
  return { root, rows: rows.length, chunks, bytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0) };
}

function indexBytes(parts: readonly Chunk[]): Uint8Array {
  const index = parts.flatMap((part, i) => indexOf(part.lines, i + 1));
  return canonicalBytes(index as unknown as Json);
}

function indexOf(lines: readonly { group: string; leaf: number }[], chunk: number): IndexLine[] {
  const index: { group: string; chunk: number; leaf: number; rows: number }[] = [];
  for (const line of lines) {
    const last = index.at(-1);
    if (last !== undefined && last.group === line.group) last.rows += 1;
    else index.push({ group: line.group, chunk, leaf: line.leaf, rows: 1 });
  }
  return index;
}

/** @param bytes the decompressed chunk 0 of a batch of more than one */
export const parseIndex = (bytes: Uint8Array): readonly IndexLine[] => parseCanonical(bytes) as unknown as IndexLine[];

/** The index of a batch in one chunk is worked out from its rows. */
export const indexOfRows = (rows: readonly StoredRow[], groupOf: (row: Json) => string): readonly IndexLine[] =>
  indexOf(
    rows.map(({ leaf, row }) => ({ leaf, group: row === null ? '' : groupOf(row) })),
    0,
  );

/**
 * @param bytes one decompressed chunk of rows
 * @param firstLeaf the leaf index of its first row
 * @returns the rows, and their leaf hashes computed from what stands there
 */
export function parseChunk(
  sha256: Sha256,
  bytes: Uint8Array,
  firstLeaf: number,
): { rows: readonly StoredRow[]; leafHashes: readonly Uint8Array[] } {
  const rows: StoredRow[] = [];
  const leafHashes: Uint8Array[] = [];
  for (const line of decoder.decode(bytes).split('\n').slice(0, -1)) {
    const space = line.indexOf(' ');
    const salt = line.slice(0, space);
    const rest = line.slice(space + 1);
    const leaf = firstLeaf + rows.length;
    if (salt === '-') {
      rows.push({ leaf, row: null });
      leafHashes.push(fromHex(rest));
      continue;
    }
    const rowBytes = encoder.encode(rest);
    rows.push({ leaf, row: parseCanonical(rowBytes) });
    leafHashes.push(leafHash(sha256, fromHex(salt), rowBytes));
  }
  return { rows, leafHashes };
}
