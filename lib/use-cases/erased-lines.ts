// The lists of what a book's erasures took away: rows of its batches and sealed files, as readers and the full check ask for them.
import * as z from 'zod';
import type { Row } from '../ledger/batch.ts';
import type { Json } from '../ledger/canonical.ts';
import type { AnyFact } from '../ledger/fact.ts';
import type { BatchRef } from '../ledger/kinds.ts';
import type { ErasureView } from '../ledger/views/company-views.ts';
import { type ErasedLine, isInRuns, type LeafRun } from '../model/erasure.ts';
import { type ReadingPorts, readRows } from './batches.ts';
import type { BookState } from './book-state.ts';

/** More runs of leaves than that are another line: a line stays far below the size of a chunk. */
const mostRuns = 200;

/** @param key of the book @returns the rows of the list, which is never erased itself */
export function listRows(lines: readonly ErasedLine[], key: Uint8Array): Row[] {
  const parts = lines.flatMap((line): ErasedLine[] => {
    if (line.what === 'file' || line.leaves.length <= mostRuns) return [line];
    const cuts = Array.from({ length: Math.ceil(line.leaves.length / mostRuns) }, (_, i) => i * mostRuns);
    return cuts.map((cut) => ({ ...line, leaves: line.leaves.slice(cut, cut + mostRuns) }));
  });
  return parts.map((row, i) => ({ row: row as unknown as Json, position: String(i), key }));
}

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const lineSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('rows'), root: hex, leaves: z.array(z.tuple([z.int().min(0), z.int()])) }),
  z.strictObject({ what: z.literal('file'), sha256: hex, replacedBy: hex.nullable() }),
]);

/** @throws BatchFault if the list was changed; Error (a fault) if it is none */
export async function linesErased(ports: ReadingPorts, book: string, batch: BatchRef): Promise<readonly ErasedLine[]> {
  // None of them is ever erased itself.
  return (await readRows(ports, book, batch)).map(({ row }) => lineSchema.parse(row));
}

/** All erasures of a book together. */
export interface Erased {
  readonly hasRow: (root: string, leaf: number) => boolean;
  /** Runs of leaves of one batch; none: nothing of it was erased. */
  readonly rowsOf: (root: string) => readonly LeafRun[];
  /** @returns undefined if it was not erased; null if it is gone; else what took its place */
  readonly fileOf: (sha256: string) => string | null | undefined;
  /** Digests of all that were destroyed. */
  readonly files: () => Iterable<string>;
}

export function erasedIn(lines: Iterable<ErasedLine>): Erased {
  const rows = new Map<string, LeafRun[]>();
  const files = new Map<string, string | null>();
  for (const line of lines) {
    if (line.what === 'file') files.set(line.sha256, line.replacedBy);
    else rows.set(line.root, [...(rows.get(line.root) ?? []), ...line.leaves]);
  }
  return {
    hasRow: (root, leaf) => isInRuns(rows.get(root) ?? [], leaf),
    rowsOf: (root) => rows.get(root) ?? [],
    fileOf: (sha256) => files.get(sha256),
    files: () => files.keys(),
  };
}

/** Of a company's book, for whoever reads its files. */
export async function erasedOf(ports: ReadingPorts, state: BookState): Promise<Erased> {
  const lines: ErasedLine[] = [];
  for (const { value } of await state.list('erasures')) {
    lines.push(...(await linesErased(ports, state.book, (value as unknown as ErasureView).batch)));
  }
  return erasedIn(lines);
}

/** The file that holds today what was put under this digest: the same, another without whoever was erased, or none. */
export function fileToday(erased: Erased, sha256: string): string | null {
  const next = erased.fileOf(sha256);
  if (next === undefined) return sha256;
  return next === null ? null : fileToday(erased, next);
}

/** Every batch that a fact names, under whatever name. */
export const batchesOf = (fact: AnyFact): BatchRef[] =>
  Object.values(fact.data as Readonly<Record<string, unknown>>).filter(
    (value): value is BatchRef => typeof value === 'object' && value !== null && 'chunks' in value,
  );

/** Of facts that were read: those of any kind of book. */
export async function erasuresRead(
  ports: ReadingPorts,
  book: string,
  facts: readonly { readonly fact: AnyFact }[],
): Promise<Erased> {
  const lines: ErasedLine[] = [];
  for (const { fact } of facts) {
    if (fact.kind === 'erasure') lines.push(...(await linesErased(ports, book, fact.data.batch)));
  }
  return erasedIn(lines);
}
