// The declared entries behind a statement, a row each: one tree of them serves the reader who may see where a row stands and the one who may not.
import * as z from 'zod/mini';
import { canonicalBytes, canonicalText, type Json, parseCanonical } from '../../ledger/canonical.ts';
import { leafHash, merkleRoot } from '../../ledger/merkle.ts';
import { type Sha256, toHex } from '../../model/hashing.ts';
import { rowsOf } from './text-lines.ts';

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const label = z.string().check(z.minLength(1), z.maxLength(300));
const count = z.int().check(z.gte(0));

const part = z.strictObject({
  state: z.enum(['counted', 'refused', 'awaiting', 'withdrawn']),
  code: z.nullable(label),
  ground: z.nullable(z.enum(['law', 'policy'])),
  /** What the traces say of counted time; null for the rest. */
  trace: z.nullable(z.enum(['agrees', 'partly', 'noTrace'])),
  /** In the unit of the row. */
  amount: z.int().check(z.gte(1)),
});
export type EntryPart = z.infer<typeof part>;

/** Where the row comes from, and what carries it. Its entry id holds a root of salted rows: whoever has only the digest of this cannot guess it. */
const source = z.strictObject({
  /** `<root>:<leaf>` of the batch in which it was posted. */
  entry: label,
  day: z.iso.date(),
  /** SHA-256 of the timesheet, sheet, row and cell in it; null for a correction, and where the file has no such thing. */
  file: z.nullable(hex),
  sheet: z.nullable(z.string().check(z.maxLength(300))),
  row: z.nullable(count),
  cell: z.nullable(z.string().check(z.maxLength(40))),
  /** Digest of the foundation’s answer, as `projects[].confirmations` has it; null without one. */
  confirmation: z.nullable(hex),
  /** Ids of the contributions that the traces set beside it. */
  contributions: z.array(label),
});
export type EntrySource = z.infer<typeof source>;

const shared = {
  /** The n of `name-<n>`. */
  person: z.int().check(z.gte(1)),
  project: label,
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  unit: z.enum(['minute', 'half-day']),
  parts: z.array(part).check(z.minLength(1)),
};
const rowSchema = z.union([z.strictObject({ ...shared, source }), z.strictObject({ ...shared, sourceDigest: hex })]);

/** As it is made, with all that is known. */
export interface EntryRow {
  readonly person: number;
  readonly project: string;
  readonly month: string;
  readonly unit: 'minute' | 'half-day';
  readonly parts: readonly EntryPart[];
  readonly source: EntrySource;
}

/** As it is read: `source` null where this level does not show it, or where it was lawfully erased. */
export interface ReadEntryRow extends Omit<EntryRow, 'source'> {
  readonly source: EntrySource | null;
}

export interface PackedEntries {
  /** RFC 6962 root over the rows without their sources; `evidence.entriesRoot`. */
  readonly root: string;
  /** Canonical rows with their sources, in the order of the tree. */
  readonly lines: readonly string[];
}

const sourceText = (of: EntrySource): string => canonicalText(of as unknown as Json);
const digestText = (sha256: Sha256, text: string): string => toHex(sha256(new TextEncoder().encode(text)));

/** Canonical, written by hand because a year has a million: members in their order, and the last but one is the source or its digest. */
const rowText = ({ person, project, month, unit, parts }: Omit<EntryRow, 'source'>, last: string): string =>
  `{"month":"${month}","parts":${canonicalText(parts as unknown as Json)},"person":${person},"project":${canonicalText(project)},${last},"unit":"${unit}"}`;

const withSource = (text: string): string => `"source":${text}`;
const withDigest = (digest: string): string => `"sourceDigest":"${digest}"`;

/** By line and month of the statement, then by digest: the order of the days is nobody’s who may not see the days. */
const orderOf = ({ person, project, month }: EntryRow, digest: string): string =>
  `${String(person).padStart(9, '0')} ${project} ${month} ${digest}`;

/** @param rows in any order @returns the same bytes for the same set */
export function packEntries(sha256: Sha256, rows: readonly EntryRow[]): PackedEntries {
  const encoder = new TextEncoder();
  const made = rows.map((row) => {
    const text = sourceText(row.source);
    const digest = digestText(sha256, text);
    return { key: orderOf(row, digest), row, text, digest };
  });
  made.sort((a, b) => (a.key < b.key ? -1 : 1));
  const leaves = made.map(({ row, digest }) => leafHash(sha256, encoder.encode(rowText(row, withDigest(digest)))));
  return {
    root: toHex(merkleRoot(sha256, leaves)),
    lines: made.map(({ row, text }) => rowText(row, withSource(text))),
  };
}

export interface ReadEntries {
  readonly root: string;
  readonly rows: readonly ReadEntryRow[];
}

/** @throws Error if it is no row in canonical form */
function readEntry(
  sha256: Sha256,
  encoder: TextEncoder,
  line: string,
): { readonly row: ReadEntryRow; readonly leaf: Uint8Array } {
  const read = rowSchema.parse(parseCanonical(encoder.encode(line)));
  const shown = 'source' in read ? read.source : null;
  const digest = 'source' in read ? digestText(sha256, sourceText(read.source)) : read.sourceDigest;
  const { person, project, month, unit, parts } = read;
  if (shown !== null && !shown.day.startsWith(month))
    throw new Error('a row speaks of the month in which its day lies');
  const row = { person, project, month, unit, parts, source: shown };
  return { row, leaf: leafHash(sha256, encoder.encode(rowText(row, withDigest(digest)))) };
}

/**
 * @param lines of entries.jsonl, of any level
 * @returns the number of the first line, from 1, that is no row in canonical form, if there is one
 */
export function readEntries(sha256: Sha256, lines: readonly string[]): ReadEntries | number {
  const encoder = new TextEncoder();
  const leaves: Uint8Array[] = [];
  const rows = rowsOf(lines, (line) => {
    const { row, leaf } = readEntry(sha256, encoder, line);
    leaves.push(leaf);
    return row;
  });
  return typeof rows === 'number' ? rows : { root: toHex(merkleRoot(sha256, leaves)), rows };
}

/** The same rows as they are shown without their sources: to the level `lines`, and of whoever is erased. */
export const withoutSource = (sha256: Sha256, line: string): string => {
  const row = rowSchema.parse(JSON.parse(line));
  return 'source' in row ? rowText(row, withDigest(digestText(sha256, sourceText(row.source)))) : line;
};

/** RFC 6962 root of ids, as `contributionsRoot` has it: sorted, each once. */
export const idsRoot = (sha256: Sha256, ids: Iterable<string>): { readonly count: number; readonly root: string } => {
  const sorted = [...new Set(ids)].sort();
  const leaves = sorted.map((id) => leafHash(sha256, canonicalBytes(id)));
  return { count: sorted.length, root: toHex(merkleRoot(sha256, leaves)) };
};

/** @returns whether any of its time counts: only then do its contributions carry something */
export const isCounted = ({ parts }: Pick<EntryRow, 'parts'>): boolean =>
  parts.some(({ state }) => state === 'counted');
