// The foundations’ answers behind a statement, a row each: what was said, so that its digest on the statement is worked out again.
import * as z from 'zod/mini';
import { canonicalBytes, type Json, parseCanonical } from '../../ledger/canonical.ts';
import { type Sha256, toHex } from '../../model/hashing.ts';
import { rowsOf } from './text-lines.ts';

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const label = z.string().check(z.minLength(1), z.maxLength(300));

const rowSchema = z.strictObject({
  /** As `projects[].confirmations` has it. */
  digest: hex,
  /** The n of `name-<n>`. */
  person: z.int().check(z.gte(1)),
  /** What the signatory meant to do, whose canonical SHA-256 is the digest. */
  intent: z.strictObject({
    actor: label,
    act: z.literal('answer-contributions'),
    on: z.strictObject({
      company: label,
      developer: label,
      project: label,
      month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
      answer: z.enum(['confirmed', 'partly', 'disputed', 'cannot-tell']),
      /** In the unit of the entries, for `partly`. */
      confirmedAmount: z.nullable(z.int()),
      /** SHA-256 of the canonical list of the entries. */
      entries: hex,
    }),
    /** Digest of the answer before it, about the same person, project and month. */
    after: z.nullable(hex),
  }),
  /** Ids of the entries that the answer covers. */
  entries: z.array(label).check(z.minLength(1)),
});
export type StatedConfirmationRow = z.infer<typeof rowSchema>;

/** @returns canonical lines, in the order of the digests */
export const confirmationLines = (rows: readonly StatedConfirmationRow[]): string[] =>
  rows
    .toSorted((a, b) => (a.digest < b.digest ? -1 : 1))
    .map((row) => new TextDecoder().decode(canonicalBytes(row as unknown as Json)));

/** @returns true if the digest is that of the intent, and the intent that of the entries */
export const isOwnDigest = (sha256: Sha256, { digest, intent, entries }: StatedConfirmationRow): boolean =>
  toHex(sha256(canonicalBytes(intent))) === digest && toHex(sha256(canonicalBytes(entries))) === intent.on.entries;

/** @returns the number of the first line, from 1, that is no such row in canonical form, if there is one */
export const readConfirmations = (lines: readonly string[]): readonly StatedConfirmationRow[] | number =>
  rowsOf(lines, (line) => rowSchema.parse(parseCanonical(new TextEncoder().encode(line))));
