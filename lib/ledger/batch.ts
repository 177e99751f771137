// The many rows behind a fact: salted, hashed into one root, packed into chunks that can be read alone.
import * as z from 'zod';
import { joinBytes } from '../model/bytes.ts';
import type { HmacSha256, Sha256 } from '../model/hashing.ts';
import { fromHex, toHex } from '../model/hashing.ts';
import { canonicalBytes, canonicalText, type Json, parseCanonical } from './canonical.ts';
import { type LeafRange, leafHash, leafRange, merkleRoot, rootFromRanges } from './merkle.ts';

/** One row on its way into a batch. */
export interface Row {
  readonly row: Json;
  /** Where it came from: part of its salt, so that equal rows of different places have different salts. */
  readonly position: string;
  /** The key K of the person, author or book whose row it is. */
  readonly key: Uint8Array;
}

/** A row as it is read back; `row` null once an erasure dropped it: its leaf hash still holds its place. */
export interface StoredRow {
  readonly leaf: number;
  readonly row: Json | null;
}

export interface PackedBatch {
  readonly root: string;
  readonly rows: number;
  /** Chunks as they are stored, in order (see `openChunk`); where there is more than one, the first is the index. */
  readonly chunks: readonly Uint8Array[];
  readonly bytes: number;
}

/** A run of rows of one group (a developer's month) in one chunk. */
export interface GroupRun {
  readonly group: string;
  readonly chunk: number;
}

/** What chunk 0 says of the others: which leaves each holds, and which groups are in it. */
export interface BatchIndex {
  readonly ranges: readonly LeafRange[];
  readonly groups: readonly GroupRun[];
}

/** Passed in, because a pure room has no zlib. */
export interface Packing {
  readonly sha256: Sha256;
  readonly hmacSha256: HmacSha256;
  readonly compress: (bytes: Uint8Array) => Uint8Array;
}
export interface Opening {
  readonly sha256: Sha256;
  readonly decompress: (bytes: Uint8Array) => Uint8Array;
}

export const maxChunkBytes = 16 * 1024;
/** Above this a batch goes to the files port, under the same names. */
export const maxTableBytes = 1024 * 1024;

const encoder = new TextEncoder();
// A byte order mark is a change like any other.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Salt = HMAC-SHA-256(K, intent ‖ 0x00 ‖ source position ‖ 0x00 ‖ canonical row): a retry gives the same root, and the row cannot be
 * guessed from its hash without K.
 */
export const saltOf = (
  hmac: HmacSha256,
  key: Uint8Array,
  cause: string,
  position: string,
  row: Uint8Array,
): Uint8Array => hmac(key, joinBytes([encoder.encode(`${cause}\0${position}\0`), row]));

/** @returns `<developer> <YYYY-MM>` for a row about a developer's month, else '': rows of one group stay in one chunk where they fit */
export function groupOf(row: Json | null): string {
  if (row === null || typeof row !== 'object' || Array.isArray(row)) return '';
  const { developer, month, day } = row as { readonly [key: string]: Json };
  if (typeof developer !== 'string') return '';
  const when = typeof month === 'string' ? month : typeof day === 'string' ? day.slice(0, 7) : '';
  return `${developer} ${when}`;
}

const checksumBytes = 32;

/** SHA-256 ‖ compressed bytes: many compressed forms give the same text, and a changed byte must be found in each. */
export function closeChunk({ sha256, compress }: Pick<Packing, 'sha256' | 'compress'>, bytes: Uint8Array): Uint8Array {
  const compressed = compress(bytes);
  return joinBytes([sha256(compressed), compressed]);
}

/**
 * @param stored a chunk as it is stored
 * @returns its bytes, decompressed; that they are the right ones, only the root can tell
 * @throws Error (a fault) if a byte was changed
 */
export function openChunk({ sha256, decompress }: Opening, stored: Uint8Array): Uint8Array {
  const compressed = stored.subarray(checksumBytes);
  if (toHex(sha256(compressed)) !== toHex(stored.subarray(0, checksumBytes))) {
    throw new Error('a chunk does not have its checksum');
  }
  return decompress(compressed);
}

/** The rows of a batch as lines. Each is written when its chunk is: all of them at once would take as much memory again as the rows. */
interface Lines {
  /** The hex salt, a space, the canonical row. */
  readonly text: (leaf: number) => string;
  readonly group: (leaf: number) => string;
}

interface Chunk {
  /** Its leaves, `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** More lines than that fill no one chunk, however alike they are: salts of 32 bytes do not compress. */
const mostLines = maxChunkBytes / 32;

function textOf(lines: Lines, start: number, end: number): string {
  let text = '';
  for (let leaf = start; leaf < end; leaf += 1) text += `${lines.text(leaf)}\n`;
  return text;
}

/** Splits until each part fits: cheap, deterministic, and a group is only cut when alone it is too long. */
function fitted(packing: Packing, lines: Lines, start: number, end: number): Chunk[] {
  // The first ones tell how the others compress.
  const some = Math.min(end, start + mostLines);
  const count = end - start;
  const bytes = closeChunk(packing, encoder.encode(textOf(lines, start, some)));
  if (some === end && (bytes.length <= maxChunkBytes || count === 1)) return [{ start, end, bytes }];
  const parts = Math.ceil((bytes.length * count) / (some - start) / (maxChunkBytes * 0.9));
  const starts = [start];
  for (let part = 1; part < parts; part += 1) {
    const cut = groupBoundary(lines, start + Math.floor((count * part) / parts), starts.at(-1)!);
    if (cut < end) starts.push(cut);
  }
  return starts.flatMap((from, i) => fitted(packing, lines, from, starts[i + 1] ?? end));
}

function groupBoundary(lines: Lines, target: number, after: number): number {
  for (let at = target; at > after; at -= 1) if (lines.group(at) !== lines.group(at - 1)) return at;
  return Math.max(target, after + 1);
}

function indexBytes(
  sha256: Sha256,
  parts: readonly Chunk[],
  lines: Lines,
  leafHashes: readonly Uint8Array[],
): Uint8Array {
  const ranges = parts.map(({ start, end }) => {
    const { nodes } = leafRange(sha256, leafHashes.slice(start, end), start, leafHashes.length);
    return [start, end, nodes.map(toHex)] as const;
  });
  const groups = groupRuns(
    parts.map(({ start, end }) => Array.from({ length: end - start }, (_, i) => lines.group(start + i))),
  );
  return canonicalBytes({ groups: groups.map(({ group, chunk }) => [group, chunk]), ranges });
}

/** @param chunks the groups of the rows of each chunk of rows, in order @returns each group once a chunk, in order */
export const groupRuns = (chunks: readonly (readonly string[])[]): GroupRun[] =>
  chunks.flatMap((groups, i) => [...new Set(groups)].map((group) => ({ group, chunk: i + 1 })));

/** Room for so many hashes beside each other: alone each takes ten times its 32 bytes. */
function hashesOf(count: number): Uint8Array[] {
  const room = new Uint8Array(count * 32);
  return Array.from({ length: count }, (_, i) => room.subarray(i * 32, i * 32 + 32));
}

/**
 * @param cause hex SHA-256 of the intent, part of every salt
 * @param rows in their stated order, which is the order of the leaves; the rows of a group beside each other
 * @returns the root that names the batch and the chunks to store under it before the fact is put
 */
export function packBatch(packing: Packing, cause: string, rows: readonly Row[]): PackedBatch {
  const { sha256, hmacSha256 } = packing;
  const salts = hashesOf(rows.length);
  const leafHashes = hashesOf(rows.length);
  rows.forEach(({ row, position, key }, leaf) => {
    const bytes = canonicalBytes(row);
    const salt = saltOf(hmacSha256, key, cause, position, bytes);
    salts[leaf]!.set(salt);
    leafHashes[leaf]!.set(leafHash(sha256, salt, bytes));
  });
  const root = toHex(merkleRoot(sha256, leafHashes));
  if (rows.length === 0) return { root, rows: 0, chunks: [], bytes: 0 };
  const lines: Lines = {
    text: (leaf) => `${toHex(salts[leaf]!)} ${canonicalText(rows[leaf]!.row)}`,
    group: (leaf) => groupOf(rows[leaf]!.row),
  };
  const parts = fitted(packing, lines, 0, rows.length);
  const bodies = parts.map((part) => part.bytes);
  const index = (): Uint8Array => closeChunk(packing, indexBytes(sha256, parts, lines, leafHashes));
  const chunks = parts.length === 1 ? bodies : [index(), ...bodies];
  return { root, rows: rows.length, chunks, bytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0) };
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const indexSchema = z.strictObject({
  groups: z.array(z.tuple([z.string(), z.int()])),
  ranges: z.array(z.tuple([z.int(), z.int(), z.array(hash)])),
});

/**
 * The root vouches for the ranges. For the groups only the rows can, all of them: `communs check` compares them.
 * @param bytes the opened chunk 0 of a batch of more than one
 * @throws Error (a fault) unless its ranges give the root that names the batch
 */
export function parseIndex(sha256: Sha256, bytes: Uint8Array, root: string, size: number): BatchIndex {
  const { groups, ranges } = indexSchema.parse(parseCanonical(bytes));
  const index = {
    ranges: ranges.map(([start, end, nodes]) => ({ start, end, nodes: nodes.map(fromHex) })),
    groups: groups.map(([group, chunk]) => ({ group, chunk })),
  };
  const found = rootFromRanges(sha256, index.ranges, size);
  if (found === null || toHex(found) !== root) throw new Error('the index does not give the root');
  if (groups.some(([, chunk]) => chunk < 1 || chunk > ranges.length)) throw new Error('the index names no such chunk');
  return index;
}

/** A hex salt and the canonical row (which may hold any line end of Unicode but LF), or a dash and the leaf hash an erased row left. */
const lineForm = /^(?:([0-9a-f]{64}) (.+)|- ([0-9a-f]{64}))$/s;

/**
 * @param bytes one opened chunk of rows
 * @param range the leaves it must hold, by the index or, for a batch in one chunk, all of them under the root
 * @throws Error (a fault) if what stands there does not hash to that range
 */
export function parseChunk(sha256: Sha256, bytes: Uint8Array, range: LeafRange, size: number): readonly StoredRow[] {
  const lines = decoder.decode(bytes).split('\n');
  if (lines.pop() !== '') throw new Error('the last line does not end');
  const rows: StoredRow[] = [];
  const leafHashes: Uint8Array[] = [];
  for (const line of lines) {
    const [, salt, text, erased] = lineForm.exec(line) ?? [];
    const leaf = range.start + rows.length;
    if (erased !== undefined) {
      rows.push({ leaf, row: null });
      leafHashes.push(fromHex(erased));
    } else {
      if (salt === undefined || text === undefined) throw new Error(`row ${leaf} is not a salt and a row`);
      const rowBytes = encoder.encode(text);
      rows.push({ leaf, row: parseCanonical(rowBytes) });
      leafHashes.push(leafHash(sha256, fromHex(salt), rowBytes));
    }
  }
  const found = leafRange(sha256, leafHashes, range.start, size);
  const same =
    found.end === range.end &&
    found.nodes.length === range.nodes.length &&
    found.nodes.every((node, i) => toHex(node) === toHex(range.nodes[i]!));
  if (!same) throw new Error(`these are not the rows ${range.start} to ${range.end - 1} that were put there`);
  return rows;
}
