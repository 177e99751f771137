// One batch held against its fact: every chunk and row against the root, the groups that its index names, and the time it adds up to.
import { groupOf, groupRuns } from '../ledger/batch.ts';
import type { BatchRef } from '../ledger/kinds.ts';
import { toHex } from '../model/hashing.ts';
import type { TimeEntry } from '../model/time-entry.ts';
import { BatchFault, type ReadingPorts, rangesOf, readChunk, readIndex } from './batches.ts';
import type { ErasuresSeen } from './check-erasures.ts';
import { chunkFlaw, erasedFlaw, type Flaw, groupsFlaw, returnedFlaw, sumsFlaw } from './ledger-finding.ts';

/** @returns null in place of what the batch lacks @throws what the store throws */
const orNull = (error: unknown): null => {
  if (error instanceof BatchFault) return null;
  throw error;
};

/** What a fact says its rows of time add up to. */
export interface Sums {
  readonly minutes: number;
  readonly halfDays: number;
}

/** Reads on after a flaw; only where the index is wrong are the chunks behind it not told apart. */
export async function checkBatch(
  ports: ReadingPorts,
  book: string,
  batch: BatchRef,
  sums: Sums | null,
  erasures: Pick<ErasuresSeen, 'erased' | 'sawStanding'>,
): Promise<readonly Flaw[]> {
  if (batch.rows === 0) {
    const isEmpty = batch.chunks === 0 && batch.root === toHex(ports.primitives.sha256(new Uint8Array(0)));
    return isEmpty ? [] : [chunkFlaw(batch, 0)];
  }
  const read = await readIndex(ports, book, batch).then((index) => ({ index }), orNull);
  if (read === null) return [chunkFlaw(batch, 0)];
  const { index } = read;
  const flaws: Flaw[] = [];
  const groups: string[][] = [];
  const groupsOnceErased: string[][] = [];
  let isWhole = true;
  const total = { minutes: 0, halfDays: 0 };
  const first = index === null ? 0 : 1;
  for (const [i, range] of rangesOf(batch, index).entries()) {
    const rows = await readChunk(ports, book, batch, first + i, range).catch(orNull);
    if (rows === null) flaws.push(chunkFlaw(batch, first + i));
    for (const { row, leaf } of rows ?? []) {
      const isListed = erasures.erased.hasRow(batch.root, leaf);
      if (row === null) isWhole = false;
      if (row === null && !isListed) flaws.push(erasedFlaw(batch, leaf));
      if (row !== null && isListed && !erasures.sawStanding()) flaws.push(returnedFlaw(batch, leaf));
      const { unit, amount } = (row ?? {}) as Partial<TimeEntry>;
      if (unit === 'minute') total.minutes += amount ?? 0;
      if (unit === 'half-day') total.halfDays += amount ?? 0;
    }
    groups.push((rows ?? []).map(({ row }) => groupOf(row)));
    groupsOnceErased.push(
      (rows ?? []).map(({ row, leaf }) => (erasures.erased.hasRow(batch.root, leaf) ? '' : groupOf(row))),
    );
  }
  // With rows missing, so are their groups and their time: both can only be held against a whole batch.
  if (flaws.length > 0) return flaws;
  // An erasure rewrites the index first: while it is under way the index names what will be left.
  const named = JSON.stringify(index?.groups);
  const isNamed = [groups, groupsOnceErased].some((each) => JSON.stringify(groupRuns(each)) === named);
  if (index !== null && !isNamed) flaws.push(groupsFlaw(batch));
  if (sums !== null && isWhole && (sums.minutes !== total.minutes || sums.halfDays !== total.halfDays))
    flaws.push(sumsFlaw(batch));
  return flaws;
}
