// What an append puts down before it decides: the entries, and which facts they are. Recovery goes on from these very bytes.
import * as z from 'zod';
import { canonicalBytes, parseCanonical } from '../../ledger/canonical.ts';
import { fromHex, toHex } from '../../model/hashing.ts';
import type { LogRun } from '../../ports/log.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const stagedSchema = z.strictObject({
  v: z.literal(1),
  year: z.int(),
  /** Of the tree that it goes on from. */
  from: z.int().min(0),
  entries: z.array(hex).min(1),
  runs: z.array(z.strictObject({ book: z.string(), first: z.int(), last: z.int(), index: z.int() })).min(1),
});

export interface StagedBatch {
  readonly year: number;
  /** Entries that the log had before. */
  readonly from: number;
  /** 32 bytes each. */
  readonly entries: readonly Uint8Array[];
  readonly runs: readonly LogRun[];
}

export const stagedBytes = ({ year, from, entries, runs }: StagedBatch): Uint8Array =>
  canonicalBytes({
    ...{ v: 1, year, from },
    entries: entries.map(toHex),
    runs: runs.map(({ book, first, last, index }) => ({ book, first, last, index })),
  });

/** @throws Error (a fault) if these are not the bytes of a batch for this year */
export function parseStaged(bytes: Uint8Array, year: number): StagedBatch {
  const staged = stagedSchema.parse(parseCanonical(bytes));
  if (staged.year !== year) throw new Error(`log ${year}: what was staged is for ${staged.year}`);
  return {
    ...{ year, from: staged.from },
    entries: staged.entries.map(fromHex),
    runs: staged.runs.map((run) => ({ ...run, year })),
  };
}
