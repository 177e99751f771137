// What a book says now: its views, and on top of them the facts that are newer, so that a reader is never behind.
import type { Json } from '../ledger/canonical.ts';
import { type AnyFact, checkFollows, digestOf, noFactYet, parseFact } from '../ledger/fact.ts';
import type { Head } from '../ledger/kinds.ts';
import { partitionOf } from '../ledger/views/partitions.ts';
import type { RowsBehind, ViewChange } from '../ledger/views/view-change.ts';
import { viewsOfFact } from '../ledger/views/views-of-fact.ts';
import type { StoredFact } from '../ports/books.ts';
import type { Ports } from '../ports.ts';
import { type ReadingPorts, readGroups, readRows } from './batches.ts';

export type BookPorts = ReadingPorts & Pick<Ports, 'readBooks' | 'readViews'>;

/** A named value of a view, and the partition's other values. */
export interface BookState {
  readonly book: string;
  /** The last fact seen; `seq` -1 and 64 zeros for a book without facts. */
  readonly head: Head & { readonly at: string };
  readonly get: (name: string) => Promise<Json | null>;
  /** All names `<partition>/<one more segment>`, in order. */
  readonly list: (partition: string) => Promise<readonly { readonly name: string; readonly value: Json }[]>;
}

/** A fact with its bytes, as read and checked. */
export interface ReadFact {
  readonly fact: AnyFact;
  readonly bytes: Uint8Array;
  readonly salt: Uint8Array;
}

/** The item that says how far the views of a book are. */
export const cursorName = 'cursor';
export interface Cursor {
  readonly digest: string;
  readonly at: string;
}

export const rowsBehind = (ports: ReadingPorts, book: string): RowsBehind => ({
  groups: (batch) => readGroups(ports, book, batch),
  rows: (batch) => readRows(ports, book, batch),
});

export const emptyHead = (book: string): BookState['head'] => ({ book, seq: -1, digest: noFactYet, at: '' });

/** @throws Error (a fault) if what stands there is no fact, or one of another place */
export function readFact({ book, seq, bytes, salt }: StoredFact): ReadFact {
  const fact = parseFact(bytes);
  if (fact.book !== book || fact.seq !== seq) throw new Error(`fact ${book} ${seq}: another one stands there`);
  return { fact, bytes, salt };
}

/**
 * @param head the last fact known. It is read again: nothing may be built on one that was changed or is gone
 * @throws Error (a fault) naming the fact where the chain breaks
 */
export async function* factsAfter(
  ports: Pick<Ports, 'readBooks' | 'primitives'>,
  head: Head,
): AsyncGenerator<ReadFact> {
  const { sha256 } = ports.primitives;
  let previous: ReadFact | null = null;
  for await (const stored of ports.readBooks.facts(head.book, Math.max(head.seq - 1, -1))) {
    const read: ReadFact = readFact(stored);
    if (previous === null && head.seq >= 0) {
      if (read.fact.seq !== head.seq || digestOf(sha256, read.bytes) !== head.digest) throw notTheHead(head);
    } else {
      checkFollows(sha256, read.fact, previous);
      yield read;
    }
    previous = read;
  }
  if (previous === null && head.seq >= 0) throw notTheHead(head);
}

const notTheHead = ({ book, seq }: Pick<Head, 'book' | 'seq'>): Error =>
  new Error(`fact ${book} ${seq}: it is not the one that the views, or whoever follows the book, have seen`);

export async function readCursor(ports: Pick<Ports, 'readViews'>, book: string): Promise<BookState['head']> {
  const item = await ports.readViews.get(book, cursorName);
  if (item === null) return emptyHead(book);
  const { digest, at } = item.value as unknown as Cursor;
  return { book, seq: item.asOfSeq, digest, at };
}

interface Newer {
  readonly seq: number;
  readonly change: ViewChange;
}

/** Reads the views, and the facts that they do not know yet: strongly consistent for whoever asks, whatever the updater does. */
export async function readBook(ports: BookPorts, book: string): Promise<BookState> {
  const cursor = await readCursor(ports, book);
  const behind = rowsBehind(ports, book);
  const newer: Newer[] = [];
  let head = cursor;
  for await (const { fact, bytes } of factsAfter(ports, cursor)) {
    for (const change of await viewsOfFact(fact, behind)) newer.push({ seq: fact.seq, change });
    head = { book, seq: fact.seq, digest: digestOf(ports.primitives.sha256, bytes), at: fact.at };
  }
  const byName = Map.groupBy(newer, ({ change }) => change.name);
  const upToDate = (name: string, value: Json | null, asOfSeq: number): Json | null =>
    (byName.get(name) ?? [])
      .filter(({ seq }) => seq > asOfSeq)
      .reduce<Json | null>((old, { change }) => change.apply(old), value);
  return {
    book,
    head,
    get: async (name) => {
      const item = await ports.readViews.get(book, name);
      return upToDate(name, item?.value ?? null, item?.asOfSeq ?? -1);
    },
    list: async (partition) => {
      const values = new Map<string, Json | null>();
      for await (const item of ports.readViews.list(book, partition)) {
        values.set(item.name, upToDate(item.name, item.value, item.asOfSeq));
      }
      for (const name of byName.keys()) {
        if (partitionOf(name) === partition && !values.has(name)) values.set(name, upToDate(name, null, -1));
      }
      return [...values]
        .flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

/** All of a book: what has long stood is read at half the price, and from its last fact on strongly consistent. */
async function* wholeBook(ports: Pick<Ports, 'readBooks' | 'primitives'>, book: string): AsyncGenerator<ReadFact> {
  let head: Head = emptyHead(book);
  for await (const read of settledFacts(ports, book)) {
    head = { book, seq: read.fact.seq, digest: digestOf(ports.primitives.sha256, read.bytes) };
    yield read;
  }
  yield* factsAfter(ports, head);
}

/** @throws Error (a fault) naming the fact where the chain breaks */
async function* settledFacts(ports: Pick<Ports, 'readBooks' | 'primitives'>, book: string): AsyncGenerator<ReadFact> {
  let previous: ReadFact | null = null;
  for await (const stored of ports.readBooks.settled(book)) {
    const read: ReadFact = readFact(stored);
    checkFollows(ports.primitives.sha256, read.fact, previous);
    yield read;
    previous = read;
  }
}

/**
 * The same state from the facts alone, up to one of them: for computations that must come out the same for ever, and for the full check.
 * @param upTo seq of the last fact taken; absent = all
 */
export const foldBook = (
  ports: ReadingPorts & Pick<Ports, 'readBooks'>,
  book: string,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<BookState> => foldWhile(ports, book, ({ seq }) => seq <= upTo);

/** The same, up to the first fact that no longer belongs to it. */
export const foldWhile = (
  ports: ReadingPorts & Pick<Ports, 'readBooks'>,
  book: string,
  belongs: (fact: AnyFact) => boolean,
): Promise<BookState> => fold(ports, book, wholeBook(ports, book), belongs);

/** All but perhaps a last moment, at half the price: for what comes to the book some time after it was declared elsewhere anyway. */
export const foldSettled = (ports: ReadingPorts & Pick<Ports, 'readBooks'>, book: string): Promise<BookState> =>
  fold(ports, book, settledFacts(ports, book), () => true);

async function fold(
  ports: ReadingPorts,
  book: string,
  facts: AsyncIterable<ReadFact>,
  belongs: (fact: AnyFact) => boolean,
): Promise<BookState> {
  const values = new Map<string, Json>();
  const behind = rowsBehind(ports, book);
  let head = emptyHead(book);
  for await (const { fact, bytes } of facts) {
    if (!belongs(fact)) break;
    for (const { name, apply } of await viewsOfFact(fact, behind)) {
      const value = apply(values.get(name) ?? null);
      // A change of what no fact made: there is still no such item.
      if (value !== null) values.set(name, value);
    }
    head = { book, seq: fact.seq, digest: digestOf(ports.primitives.sha256, bytes), at: fact.at };
  }
  return {
    book,
    head,
    get: async (name) => values.get(name) ?? null,
    list: async (partition) =>
      [...values]
        .flatMap(([name, value]) => (partitionOf(name) === partition ? [{ name, value }] : []))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
