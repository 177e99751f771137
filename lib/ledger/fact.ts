// One fact of a book: its canonical bytes, its digest, and the chain that each one makes with the one before.
import type { Sha256 } from '../model/hashing.ts';
import { toHex } from '../model/hashing.ts';
import { canonicalBytes, type Json, parseCanonical } from './canonical.ts';
import { bookKindOf, type FactData, type FactKind, factDataSchemas, isFactKind, kindsOfBook } from './kinds.ts';

/** `prev` of the first fact of a book. */
export const noFactYet = '0'.repeat(64);
/** 4 kB: one write unit for a put of four, and nothing that is many belongs in a fact. */
export const maxFactBytes = 4096;

export interface Fact<K extends FactKind = FactKind> {
  /** Version of this kind's `data`. */
  readonly v: number;
  readonly book: string;
  /** From 0, without a gap. */
  readonly seq: number;
  /** Lower-case hex SHA-256 of the previous fact's bytes. */
  readonly prev: string;
  readonly kind: K;
  /** UTC with milliseconds and `Z`, never below its predecessor's. */
  readonly at: string;
  /** Pseudonymous id. */
  readonly by: string;
  /** SHA-256 of the intent (see `causeOf`), lower-case hex. */
  readonly cause: string;
  readonly data: FactData<K>;
}

/** A fact of any one kind, told apart by `kind`. */
export type AnyFact = { [K in FactKind]: Fact<K> }[FactKind];

/** What somebody meant to do: the same intent twice is one act (design.md, The ledger). */
export interface Intent {
  readonly actor: string;
  readonly act: string;
  /** What it acts on, as canonical JSON. */
  readonly on: Json;
  /** Digest of the last fact that undid or withdrew the same thing: a lawful repetition is a new intent. */
  readonly after: string | null;
}

/** @returns lower-case hex SHA-256 of the intent's canonical bytes */
export const causeOf = (sha256: Sha256, intent: Intent): string =>
  toHex(sha256(canonicalBytes({ actor: intent.actor, act: intent.act, on: intent.on, after: intent.after })));

/** @returns lower-case hex SHA-256 of the fact's bytes */
export const digestOf = (sha256: Sha256, bytes: Uint8Array): string => toHex(sha256(bytes));

const hex64 = /^[0-9a-f]{64}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function fault(fact: { book: string; seq: number }, what: string): Error {
  return new Error(`fact ${fact.book} ${fact.seq}: ${what}`);
}

function verified(fact: AnyFact): AnyFact {
  if (!isFactKind(fact.kind)) throw fault(fact, `unknown kind ${String(fact.kind)}`);
  const bookKind = bookKindOf(fact.book);
  if (bookKind === null || !kindsOfBook[bookKind].includes(fact.kind)) {
    throw fault(fact, `a ${fact.kind} does not belong in this book`);
  }
  const schema = factDataSchemas[fact.kind];
  if (fact.v !== schema.version) throw fault(fact, `unknown version ${fact.v} of ${fact.kind}`);
  if (!Number.isSafeInteger(fact.seq) || fact.seq < 0) throw fault(fact, 'seq is not a whole number from 0');
  if (!hex64.test(fact.prev) || !hex64.test(fact.cause)) throw fault(fact, 'prev or cause is not a SHA-256');
  if (!instant.test(fact.at)) throw fault(fact, '`at` is not a UTC instant with milliseconds');
  if (fact.by === '') throw fault(fact, '`by` is empty');
  const parsed = schema.data.safeParse(fact.data);
  if (!parsed.success)
    throw fault(fact, `data: ${parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}`);
  return fact;
}

/**
 * @returns the canonical bytes that are hashed and stored
 * @throws Error (a fault) if the fact breaks a rule of its kind, or is above 4 kB
 */
export function factBytes(fact: AnyFact): Uint8Array {
  const bytes = canonicalBytes(verified(fact) as unknown as Json);
  if (bytes.length > maxFactBytes) throw fault(fact, `${bytes.length} bytes, at most ${maxFactBytes}`);
  return bytes;
}

const members = ['at', 'book', 'by', 'cause', 'data', 'kind', 'prev', 'seq', 'v'];

/** @throws Error (a fault) if the bytes are not the canonical form of a fact of a known kind and version */
export function parseFact(bytes: Uint8Array): AnyFact {
  const value = parseCanonical(bytes);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error('fact: not an object');
  if (Object.keys(value).join() !== members.join()) throw new Error(`fact: its members are not ${members.join(', ')}`);
  return verified(value as unknown as AnyFact);
}

/** @throws Error naming the fact if it does not follow its predecessor (null = it is the first) */
export function checkFollows(
  sha256: Sha256,
  fact: AnyFact,
  previous: { bytes: Uint8Array; fact: AnyFact } | null,
): void {
  if (fact.seq !== (previous === null ? 0 : previous.fact.seq + 1)) throw fault(fact, 'there is a gap before it');
  const prev = previous === null ? noFactYet : digestOf(sha256, previous.bytes);
  if (fact.prev !== prev) throw fault(fact, 'prev is not the digest of the fact before it');
  if (previous !== null && fact.at < previous.fact.at) throw fault(fact, '`at` is before its predecessor’s');
}
