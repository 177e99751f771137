// A whole book as files under names: what an archive holds, and how it is read back and held against itself before anything is believed.
import * as z from 'zod';
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import { type AnyFact, checkFollows, digestOf, noFactYet, parseFact } from '../ledger/fact.ts';
import { type BatchRef, bookKindOf } from '../ledger/kinds.ts';
import { fromHex, toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { StoredFact } from '../ports/books.ts';
import type { Primitives } from '../ports/primitives.ts';
import { chunkObject, type ReadingPorts } from './batches.ts';
import type { ReadFact } from './book-state.ts';
import { entriesAfter, noEntries } from './sign-head.ts';

/** Path → bytes. Paths are relative, with slashes. */
export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const bookSchema = z.strictObject({
  format: z.literal('communs-book/1'),
  book: z.string(),
  facts: z.int().min(1),
  /** Of the last fact. */
  digest: hex,
  /** Running hash over salts and facts, as the signed head holds it. */
  entries: hex,
  withSealed: z.boolean(),
});
export type BookArchive = z.infer<typeof bookSchema>;

const lineSchema = z.strictObject({ salt: hex, fact: z.string() });

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const names = {
  book: 'book.json',
  facts: 'facts.jsonl',
  head: 'head.jws',
  keys: 'jwks.json',
  manifest: 'MANIFEST',
  chunk: (root: string, index: number): string => `chunks/${root}/${index}`,
  object: (name: string): string => `objects/${name}`,
  sealed: (sha256: string): string => `sealed/${sha256}`,
} as const;

/** In the form of sha256sum, in order of path; it names all files but itself. */
export const manifestOf = ({ sha256 }: Pick<Primitives, 'sha256'>, files: ArchiveFiles): Uint8Array =>
  encoder.encode(
    [...files.keys()]
      .filter((name) => name !== names.manifest)
      .sort()
      .map((name) => `${toHex(sha256(files.get(name)!))}  ${name}\n`)
      .join(''),
  );

export const bookBytes = (book: BookArchive): Uint8Array => canonicalBytes(book as unknown as Json);

export const factsBytes = (facts: readonly Pick<StoredFact, 'salt' | 'bytes'>[]): Uint8Array =>
  encoder.encode(
    facts.map(({ salt, bytes }) => `${JSON.stringify({ salt: toHex(salt), fact: decoder.decode(bytes) })}\n`).join(''),
  );

export const archiveChanged = (where: string): Refusal =>
  new Refusal('archive-changed', {
    fr: `Cette archive n’est pas telle qu’elle a été écrite : ${where}. Rien n’a été repris. Prenez une autre copie, ou exportez de nouveau.`,
    en: `This archive is not as it was written: ${where}. Nothing was restored. Take another copy, or export again.`,
  });

export interface OpenedArchive {
  readonly about: BookArchive;
  readonly facts: readonly (ReadFact & { readonly fact: AnyFact })[];
}

/** Bytes of a batch's chunks, as they lie in the archive. */
export function archivePorts(
  primitives: Primitives,
  files: ArchiveFiles,
): ReadingPorts & { objects: ReadingPorts['objects'] } {
  const readOnly = async (): Promise<never> => {
    throw new Error('an archive is only read');
  };
  return {
    primitives,
    readBatches: { chunk: async (_book, root, index) => files.get(names.chunk(root, index)) ?? null },
    objects: { get: async (name) => files.get(names.object(name)) ?? null, put: readOnly },
  };
}

/** Where each chunk of a batch lies: its path, and how the ledger calls it. */
export const chunksOf = (book: string, batch: BatchRef) =>
  Array.from({ length: batch.chunks }, (_, index) => ({
    index,
    path: batch.place === 'files' ? names.object(chunkObject(book, batch.root, index)) : names.chunk(batch.root, index),
  }));

/**
 * Manifest, chain and head digest: what is in the batches and files, the full check of the batches says.
 * @throws Refusal `archive-changed`, naming the first thing that does not hold
 */
export function openArchive(primitives: Primitives, files: ArchiveFiles): OpenedArchive {
  const { sha256 } = primitives;
  const manifest = files.get(names.manifest);
  if (manifest === undefined) throw archiveChanged(`${names.manifest} manque / is missing`);
  if (decoder.decode(manifest) !== decoder.decode(manifestOf(primitives, files))) {
    const listed = new Map(
      decoder
        .decode(manifest)
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)] as const),
    );
    const wrong = [...files].find(
      ([name, bytes]) => name !== names.manifest && listed.get(name) !== toHex(sha256(bytes)),
    );
    const lost = [...listed.keys()].find((name) => name !== '' && !files.has(name));
    throw archiveChanged(wrong?.[0] ?? lost ?? names.manifest);
  }
  try {
    const about = bookSchema.parse(JSON.parse(decoder.decode(files.get(names.book))));
    const facts: ReadFact[] = [];
    let entries = noEntries;
    for (const line of decoder.decode(files.get(names.facts)).split('\n').slice(0, -1)) {
      const { salt, fact: text } = lineSchema.parse(JSON.parse(line));
      const bytes = encoder.encode(text);
      const read: ReadFact = { fact: parseFact(bytes), bytes, salt: fromHex(salt) };
      const last = facts.at(-1);
      if (read.fact.book !== about.book || read.fact.seq !== facts.length) throw new Error(`fact ${facts.length}`);
      if (last !== undefined) checkFollows(sha256, read.fact, last);
      else if (read.fact.prev !== noFactYet) throw new Error('fact 0');
      entries = entriesAfter(primitives, entries, read);
      facts.push(read);
    }
    const last = facts.at(-1);
    const isWhole = facts.length === about.facts && last !== undefined && digestOf(sha256, last.bytes) === about.digest;
    if (!isWhole || entries !== about.entries || bookKindOf(about.book) === null) throw new Error(names.book);
    return { about, facts };
  } catch (error) {
    throw archiveChanged((error as Error).message.split('\n')[0] ?? '');
  }
}
