// The signed head of a book, outside the table: who can write the table alone can neither cut the book short nor change its last fact.
import * as z from 'zod';
import { parseCanonical } from '../ledger/canonical.ts';
import { digestOf, noFactYet } from '../ledger/fact.ts';
import { logEntry } from '../ledger/log/entry.ts';
import { joinBytes } from '../model/bytes.ts';
import { fromHex, toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { parseJws } from '../statement/jws.ts';
import { factsAfter, type ReadFact } from './book-state.ts';
import { signWith } from './sign-with.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const headSchema = z.strictObject({
  v: z.literal(1),
  book: z.string(),
  seq: z.int().min(0),
  digest: hex,
  /** `entriesAfter` up to this fact: it holds the salts too, as the public log does. */
  entries: hex,
  at: z.iso.datetime({ precision: 3 }),
});

/** What the head says: the book's last fact when it was signed, and when that was. */
export type BookHead = z.infer<typeof headSchema>;

export type HeadPorts = Pick<Ports, 'primitives' | 'statementKeys' | 'readHeads'>;
export type SignHeadPorts = Pick<Ports, 'primitives' | 'clock' | 'readBooks' | 'signer' | 'heads'>;

/** Before the first fact. */
export const noEntries = noFactYet;

/** @returns SHA-256(before ‖ SHA-256(salt ‖ fact bytes)): one running hash over what the log's leaves will be, as hex */
export function entriesAfter(
  { sha256 }: Pick<Ports['primitives'], 'sha256'>,
  before: string,
  { salt, bytes }: Pick<ReadFact, 'salt' | 'bytes'>,
): string {
  return toHex(sha256(joinBytes([fromHex(before), logEntry(sha256, salt, bytes)])));
}

/** @returns null if one of our keys did not sign this, as the head of this book */
async function verified(ports: HeadPorts, book: string, text: string): Promise<BookHead | null> {
  const parsed = parseJws(text, 'communs-head+jwt');
  if (typeof parsed === 'string') return null;
  const key = (await ports.statementKeys.publicKeys()).find(({ kid }) => kid === parsed.kid);
  if (key === undefined) return null;
  if (!(await ports.primitives.verifyEs256(key, parsed.signingInput, parsed.signature))) return null;
  const head = headSchema.parse(parseCanonical(parsed.payloadBytes));
  return head.book === book ? head : null;
}

/** @returns null if the book has no signed head; 'altered' if what stands there is not one that we signed for this book */
export async function readHead(ports: HeadPorts, book: string): Promise<BookHead | null | 'altered'> {
  const text = await ports.readHeads.get(book);
  return text === null ? null : ((await verified(ports, book, text)) ?? 'altered');
}

/**
 * Goes on from the head that stands there. A crash before the put leaves the older head, which is behind and harms nobody.
 * @returns the head as it is now; null for a book without facts
 * @throws Error (a fault) if the head that stands there is not ours, or the fact it names is not in the book
 */
export async function signHead(ports: SignHeadPorts, book: string): Promise<BookHead | null> {
  const { primitives, signer, heads } = ports;
  const before = await readHead({ primitives, statementKeys: signer, readHeads: heads }, book);
  if (before === 'altered') throw new Error(`head of ${book}: it was changed, or is not ours`);
  let { seq, digest, entries } = before ?? { seq: -1, digest: noFactYet, entries: noEntries };
  for await (const read of factsAfter(ports, { book, seq, digest })) {
    seq = read.fact.seq;
    digest = digestOf(primitives.sha256, read.bytes);
    entries = entriesAfter(primitives, entries, read);
  }
  if (seq === (before?.seq ?? -1)) return before;
  const at = new Date(ports.clock.now()).toISOString();
  const head: BookHead = { v: 1, book, seq, digest, entries, at };
  await heads.put(book, await signWith(ports, 'communs-head+jwt', head));
  return head;
}
