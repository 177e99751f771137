// One fact of a book: its canonical bytes, its digest, and the chain that each one makes with the one before.
import * as z from 'zod';
import type { Sha256 } from '../model/hashing.ts';
import { toHex } from '../model/hashing.ts';
import { canonicalBytes, type Json, parseCanonical } from './canonical.ts';
import {
  bookKindOf,
  type FactData,
  type FactKind,
  factDataSchemas,
  isFactKind,
  isRegistrarKind,
  kindsOfBook,
} from './kinds.ts';

/** `prev` of the first fact of a book. */
export const noFactYet = '0'.repeat(64);
/** 4 kB: one write unit for a put of four, and nothing that is many belongs in a fact. */
export const maxFactBytes = 4096;

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

const registrarSignature = z.strictObject({
  /** SHA-256 of the canonical bytes of `data`, as they were written: lower-case hex. */
  digest: hex64,
  /** RFC 7638 thumbprint of the key. */
  kid: z.string().regex(/^[\w-]{43}$/),
  /** ES256 over those bytes: base64url of 64 bytes r ‖ s, in its one spelling. */
  signature: z.string().regex(/^[\w-]{85}[AQgw]$/),
});
/** What the registrar put to a fact that it decided. */
export type RegistrarSignature = z.infer<typeof registrarSignature>;

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
  /** Of kinds that the registrar decides; absent: written before it had a key. */
  readonly signed?: RegistrarSignature;
}

/** A fact of any one kind, told apart by `kind`. */
export type AnyFact = { [K in FactKind]: Fact<K> }[FactKind];

/** What somebody meant to do: the same intent twice is one act. */
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

const envelope = z.strictObject({
  v: z.int(),
  book: z.string(),
  seq: z.int().min(0),
  prev: hex64,
  kind: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string().min(1),
  cause: hex64,
  data: z.unknown(),
  signed: registrarSignature.optional(),
});

function fault(fact: { readonly book: unknown; readonly seq: unknown }, what: string | z.ZodError): Error {
  const said =
    typeof what === 'string'
      ? what
      : what.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return new Error(`fact ${String(fact.book)} ${String(fact.seq)}: ${said}`);
}

/** @returns the schema of the version that the fact names @throws Error (a fault) for one that never was */
function schemaOf(fact: AnyFact): z.ZodType {
  const { version, data, older } = factDataSchemas[fact.kind];
  const schema = fact.v === version ? data : older[fact.v - 1]?.data;
  if (schema === undefined) throw fault(fact, `unknown version ${String(fact.v)} of ${fact.kind}`);
  return schema;
}

function verified(fact: AnyFact): AnyFact {
  const outside = envelope.safeParse(fact);
  if (!outside.success) throw fault(fact, outside.error);
  if (!isFactKind(fact.kind)) throw fault(fact, `unknown kind ${String(fact.kind)}`);
  const bookKind = bookKindOf(fact.book);
  if (bookKind === null || !kindsOfBook[bookKind].includes(fact.kind)) {
    throw fault(fact, `a ${String(fact.kind)} does not belong in this book`);
  }
  if (fact.signed !== undefined && !isRegistrarKind(fact.kind)) {
    throw fault(fact, `a ${String(fact.kind)} is not the registrar’s to sign`);
  }
  const inside = schemaOf(fact).safeParse(fact.data);
  if (!inside.success) throw fault(fact, inside.error);
  return fact;
}

/**
 * @returns the canonical bytes that are hashed and stored
 * @throws Error (a fault) if the fact breaks a rule of its kind and version, or is above 4 kB
 */
export function factBytes(fact: AnyFact): Uint8Array {
  const bytes = canonicalBytes(verified(fact) as unknown as Json);
  checkSize(fact, bytes);
  return bytes;
}

/** @returns the canonical bytes of a fact’s data as they were written, in whatever version: what the registrar signs */
export function dataBytes(bytes: Uint8Array): Uint8Array {
  return canonicalBytes((parseCanonical(bytes) as { readonly data: Json }).data);
}

function checkSize(fact: AnyFact, bytes: Uint8Array): void {
  if (bytes.length > maxFactBytes) throw fault(fact, `${bytes.length} bytes, at most ${maxFactBytes}`);
}

/**
 * @returns the fact with its data in the current shape; `v` is the version that it was written in
 * @throws Error (a fault) if the bytes are not the canonical form of a fact of a known kind and version, of at most 4 kB
 */
export function parseFact(bytes: Uint8Array): AnyFact {
  const value = parseCanonical(bytes);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error('fact: not an object');
  const fact = verified(value as unknown as AnyFact);
  checkSize(fact, bytes);
  const since = factDataSchemas[fact.kind].older.slice(fact.v - 1);
  if (since.length === 0) return fact;
  const data = since.reduce<object>((old, { next }) => next(old as Readonly<Record<string, unknown>>), fact.data);
  return { ...fact, data } as AnyFact;
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
