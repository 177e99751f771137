// The ledger of a world read plainly, without any use case: books, facts, rows, as they stand in the store.
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { primitives } from '../../lib/adapters/primitives.ts';
import { openChunk } from '../../lib/ledger/batch.ts';
import { toHex } from '../../lib/model/hashing.ts';

export interface PlainFact {
  readonly book: string;
  readonly seq: number;
  readonly digest: string;
  readonly kind: string;
  readonly at: string;
  readonly cause: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const decoder = new TextDecoder();

export async function booksIn({ table }: Pick<MemoryWorld, 'table'>): Promise<string[]> {
  const books: string[] = [];
  for await (const { sk } of table.query('books')) books.push(String(sk));
  return books;
}

export async function factsIn({ table }: Pick<MemoryWorld, 'table'>, book: string): Promise<PlainFact[]> {
  const facts: PlainFact[] = [];
  for await (const { b } of table.query(`book#${book}`)) {
    const bytes = b as Uint8Array;
    facts.push({
      ...(JSON.parse(decoder.decode(bytes)) as PlainFact),
      digest: toHex(primitives.sha256(bytes)),
    });
  }
  return facts;
}

export async function allFacts(world: Pick<MemoryWorld, 'table'>): Promise<ReadonlyMap<string, readonly PlainFact[]>> {
  const found = new Map<string, readonly PlainFact[]>();
  for (const book of await booksIn(world)) found.set(book, await factsIn(world, book));
  return found;
}

interface Batch {
  readonly root: string;
  readonly rows: number;
  readonly chunks: number;
  readonly place: 'table' | 'files';
}

export const batchOf = (fact: PlainFact): Batch | null => (fact.data.batch as Batch | undefined) ?? null;

/** @returns the rows of a batch with their leaves, as its chunks say */
export async function rowsIn(
  world: Pick<MemoryWorld, 'table' | 'objects'>,
  book: string,
  { root, chunks, place }: Batch,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows: Readonly<Record<string, unknown>>[] = [];
  for (let chunk = chunks > 1 ? 1 : 0; chunk < chunks; chunk += 1) {
    const stored =
      place === 'table'
        ? (await world.table.get({ pk: `batch#${book}#${root}#${chunk}`, sk: '-' }))?.b
        : await world.objects.get(`batches/${book}/${root}/${chunk}`);
    const text = decoder.decode(openChunk(primitives, stored as Uint8Array));
    // A dash: the row was erased.
    for (const line of text.split('\n').slice(0, -1))
      if (!line.startsWith('- ')) rows.push(JSON.parse(line.slice(line.indexOf(' ') + 1)));
  }
  return rows;
}

/** @returns of one book the files that its erasures list, with what took their place; and whom they erased */
export async function erasuresIn(
  world: Pick<MemoryWorld, 'table' | 'objects'>,
  book: string,
  facts: readonly PlainFact[],
): Promise<{ readonly files: ReadonlyMap<string, string | null>; readonly people: ReadonlySet<string> }> {
  const files = new Map<string, string | null>();
  const people = new Set<string>();
  for (const fact of facts) {
    const batch = fact.kind === 'erasure' ? batchOf(fact) : null;
    if (batch === null) continue;
    if (typeof fact.data.developer === 'string') people.add(fact.data.developer);
    for (const line of await rowsIn(world, book, batch)) {
      if (line.what === 'file') files.set(String(line.sha256), line.replacedBy as string | null);
    }
  }
  return { files, people };
}

/** @returns the kinds of the facts that the second world has more than the first, in order */
export async function newKinds(before: Pick<MemoryWorld, 'table'>, after: Pick<MemoryWorld, 'table'>) {
  const kinds: string[] = [];
  for (const book of await booksIn(after)) {
    const known = (await factsIn(before, book)).length;
    const sort = book.split('/')[0];
    for (const { kind } of (await factsIn(after, book)).slice(known)) kinds.push(`${sort}:${kind}`);
  }
  return kinds.sort();
}
