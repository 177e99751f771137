// What a crowd hands in at once, as one fact of many rows: each row has its own author and its own intent, so that a row sent twice is taken once.
import type { Row } from '../ledger/batch.ts';
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import type { BatchRef } from '../ledger/kinds.ts';
import { toHex } from '../model/hashing.ts';
import { type Appended, type AppendPorts, append } from './append.ts';
import { inTurn } from './batches.ts';
import { readBook } from './book-state.ts';

/** The `by` of a fact that speaks for many. */
export const consumer = 'consumer';

export type CrowdKind = 'months-checked' | 'contributions-confirmed' | 'contributions-disputed';

export interface CrowdRow {
  /** With `developer`, `month`, `by` and `cause` among its members. */
  readonly row: Json & { readonly developer: string; readonly month: string; readonly cause: string };
  readonly key: Uint8Array;
}

class RowsTaken extends Error {}

/** Order of the leaves: by developer and month, so that a month stays in one chunk; then by intent. */
const inOrder = (rows: readonly CrowdRow[]): CrowdRow[] =>
  rows.toSorted(({ row: a }, { row: b }) => {
    const [left, right] = [a, b].map((row) => `${row.developer} ${row.month} ${row.cause}`) as [string, string];
    return left < right ? -1 : 1;
  });

/**
 * Rows whose intent is in the book already are left out, so the same messages may come twice and in any order.
 * @returns the fact, or null if there was nothing new
 */
export async function appendCrowd(
  ports: AppendPorts,
  book: string,
  kind: CrowdKind,
  rows: readonly CrowdRow[],
): Promise<Appended | null> {
  const unique = [...new Map(rows.map((each) => [each.row.cause, each])).values()];
  for (;;) {
    const state = await readBook(ports, book);
    const known = await inTurn(unique, ({ row }) => state.get(`causes/${row.cause}`));
    const fresh = inOrder(unique.filter((_, i) => known[i] === null));
    if (fresh.length === 0) return null;
    const causes = fresh.map(({ row }) => row.cause).sort();
    const cause = toHex(ports.primitives.sha256(canonicalBytes(causes)));
    const stored: Row[] = fresh.map(({ row, key }) => ({ row, key, position: row.cause }));
    try {
      return await append<CrowdKind>(ports, { book, cause, dependsOn: [kind] }, async (now, store) => {
        // Where nothing came between, what was looked up holds.
        const moved = now.head.seq !== state.head.seq;
        const taken = moved ? await inTurn(causes, (each) => now.get(`causes/${each}`)) : [];
        if (taken.some((seq) => seq !== null)) throw new RowsTaken();
        const batch: BatchRef = await store(stored);
        return { kind, by: consumer, data: { batch } };
      });
    } catch (error) {
      // Another consumer of the same messages was first: leave out what it took, and look again.
      if (!(error instanceof RowsTaken)) throw error;
    }
  }
}
