// Facts of any kind for tests of the ledger: shaped like the golden ones, about a handful of people and things, with all they refer to.
import type { Row } from '../../lib/ledger/batch.ts';
import type { Json } from '../../lib/ledger/canonical.ts';
import type { AnyFact as AnyLedgerFact } from '../../lib/ledger/fact.ts';
import {
  type BookKind,
  bookKindOf,
  type FactData,
  type FactKind,
  isRegistrarKind,
  kindsOfBook,
} from '../../lib/ledger/kinds.ts';
import { viewsOfFact } from '../../lib/ledger/views/views-of-fact.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { Ports } from '../../lib/ports.ts';
import { type Appended, append, type Store } from '../../lib/use-cases/append.ts';
import { appendSigned } from '../../lib/use-cases/append-signed.ts';
import { type BookState, emptyHead, factsAfter, rowsBehind } from '../../lib/use-cases/book-state.ts';
import { digestIssued } from '../../lib/use-cases/check-digests.ts';
import { listRows } from '../../lib/use-cases/erased-lines.ts';
import { keepHeads } from '../../lib/use-cases/heads-read.ts';
import { jwsObject } from '../../lib/use-cases/issued-payload.ts';
import { keepDigest } from '../../lib/use-cases/look-up-digest.ts';
import { ruleSetObject } from '../../lib/use-cases/prepare-statement.ts';
import { hexOf, utf8 } from '../ledger/bytes.ts';
import { goldenFact } from '../ledger/golden-facts.ts';

/** One book of each kind. */
export const books = ['registry', 'company/co-1', 'repo/git/r1', 'person/pi-1', 'foundation/fo-1'] as const;

export const kindsOf = (book: string): readonly FactKind[] =>
  kindsOfBook[bookKindOf(book) as BookKind] as readonly FactKind[];

/** Members that name something: one of three, so that facts meet. */
const named = new Map<string, (n: number) => Json>([
  ...[
    'developer',
    'secondment',
    'project',
    'foundation',
    'person',
    'company',
    'kid',
    'link',
    'note',
    'number',
    'rendering',
  ].map((member): [string, (n: number) => Json] => [member, (n) => `${member}-${n % 3}`]),
  ...['author', 'cause', 'secret', 'policy', 'fact'].map((member): [string, (n: number) => Json] => [
    member,
    (n) => hexOf(`${member} ${n % 3}`),
  ]),
  ['timesheet', (n) => n % 4],
  ['prepared', (n) => n % 4],
  ['supersedes', (n) => (n % 2 === 0 ? null : `number-${(n + 1) % 3}`)],
]);

/** Members that name a file by its SHA-256, and where it is put. */
const files = new Map<string, (ports: Ports, book: string, digest: string, bytes: Uint8Array) => Promise<void>>([
  ['computation', (ports, book, digest, bytes) => ports.sealedFiles.put(book, digest, bytes)],
  ['ruleSet', (ports, _book, digest, bytes) => ports.objects.put(ruleSetObject(digest), bytes)],
  ['jws', (ports, _book, digest, bytes) => ports.objects.put(jwsObject(digest), bytes)],
  ['file', (ports, book, digest, bytes) => ports.sealedFiles.put(book, digest, bytes)],
  ['choices', (ports, book, digest, bytes) => ports.sealedFiles.put(book, digest, bytes)],
  ['disclosures', (ports, book, digest, bytes) => ports.sealedFiles.put(book, digest, bytes)],
  ['pdf', (ports, book, digest, bytes) => ports.sealedFiles.put(book, digest, bytes)],
  ['json', (ports, book, digest, bytes) => ports.sealedFiles.put(book, digest, bytes)],
  ['sha256', (ports, book, digest, bytes) => ports.sealedFiles.put(book, digest, bytes)],
]);

/** @param count of rows about three developers' months, months beside each other; enough of them fill several chunks */
export function anyRows(n: number, count = 5): Row[] {
  return Array.from({ length: count }, (_, i) => {
    const group = Math.floor((i * 6) / count);
    const [developer, month] = [`developer-${group % 3}`, `2025-0${1 + Math.floor(group / 3)}`];
    const row = {
      developer,
      month,
      cause: hexOf(`row ${n} ${i}`),
      unit: 'minute',
      amount: 30 + i,
      complete: i % 2 === 0,
    };
    return { row, position: String(i), key: utf8(`key of ${developer}`) };
  });
}

/** The list of an erasure: files that were never there. */
export const listedRows = (n: number): Row[] =>
  listRows(
    Array.from({ length: 4 }, (_, i) => ({ what: 'file', sha256: hexOf(`erased ${n} ${i}`), replacedBy: null })),
    utf8('key of the book'),
  );

export async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

/** Names of all view items that the book's facts change, once each, in order. */
export async function namesChanged(ports: Ports, book: string): Promise<string[]> {
  const names = new Set<string>();
  for await (const { fact } of factsAfter(ports, emptyHead(book))) {
    for (const { name } of await viewsOfFact(fact, rowsBehind(ports, book))) names.add(name);
  }
  return [...names].sort();
}

export interface AnyFact {
  readonly book: string;
  readonly kind: FactKind;
  /** Chooses what the fact is about; the same number is the same intent. */
  readonly n: number;
  readonly rows?: readonly Row[];
  /** What the fact says its rows add up to; absent = what they do. */
  readonly sum?: number;
}

/** Appends a fact of this kind, with its rows and files stored before it. */
export function appendAny(
  ports: Ports,
  { book, kind, n, rows = kind === 'erasure' ? listedRows(n) : anyRows(n), sum }: AnyFact,
): Promise<Appended> {
  const filled = async (value: Json, member: string, state: BookState, store: Store): Promise<Json> => {
    // Whoever is erased is nobody of whom other facts have rows: they would be refused from then on.
    if (kind === 'erasure' && member === 'developer') return `gone-${n % 3}`;
    const name = named.get(member);
    if (name !== undefined) return name(n);
    const put = files.get(member);
    if (put !== undefined) {
      const bytes = utf8(`${member} ${n % 3}`);
      const digest = toHex(ports.primitives.sha256(bytes));
      await put(ports, book, digest, bytes);
      return digest;
    }
    if (member === 'minutes') return sum ?? rows.reduce((all, { row }) => all + (row as { amount: number }).amount, 0);
    if (member === 'halfDays') return 0;
    if (member === 'heads') {
      const { seq, digest } = state.head;
      return [{ book, seq, digest }];
    }
    if (value === null || typeof value !== 'object') return value;
    if ('root' in value && 'count' in value && !('chunks' in value)) {
      const { book: of, seq, digest } = state.head;
      return (await keepHeads(ports, [{ book: of, seq, digest }])) as unknown as Json;
    }
    if ('chunks' in value)
      return (await store(rows, 'place' in value && value.place === 'files' ? 'files' : undefined)) as unknown as Json;
    if (Array.isArray(value)) return Promise.all(value.map((each: Json) => filled(each, '', state, store)));
    const members: [string, Json][] = [];
    for (const [key, inner] of Object.entries(value)) members.push([key, await filled(inner, key, state, store)]);
    return Object.fromEntries(members);
  };
  const cause = hexOf(`${book} ${kind} ${n}`);
  const write = isRegistrarKind(kind) ? appendSigned : append;
  return write(ports, { book, cause, dependsOn: [] }, async (state, store) => {
    const data = await filled(goldenFact(kind).data as unknown as Json, '', state, store);
    const issued = digestIssued({ book, kind, data } as unknown as AnyLedgerFact);
    if (issued !== null) await keepDigest(ports, issued.sha256, issued.owner);
    return { kind, by: 'pe-1', data: data as unknown as FactData<FactKind> };
  });
}
