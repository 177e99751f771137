// A book comes back from an archive: checked whole, then chunks and files, then each fact in its place. It never replaces another book.
import { sameBytes } from '../model/bytes.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import {
  type ArchiveFiles,
  archiveChanged,
  archivePorts,
  chunksOf,
  names,
  type OpenedArchive,
  openArchive,
} from './book-archive.ts';
import { checkBatch } from './check-batch.ts';
import { digestIssued } from './check-digests.ts';
import { batchesOf, type Erased, erasuresRead, fileToday } from './erased-lines.ts';
import { evidenceRootIn, isEvidenceOf } from './evidence-file.ts';
import { filesNamed } from './files-named.ts';
import { followerOf } from './follow-facts.ts';
import { headsObject, headsRead } from './heads-read.ts';
import { keepDigest } from './look-up-digest.ts';
import { type SignHeadPorts, signHead } from './sign-head.ts';
import { updateViews, type ViewPorts } from './update-views.ts';

export type RestorePorts = SignHeadPorts & ViewPorts & Pick<Ports, 'appendBooks' | 'writeBatches' | 'sealedFiles'>;

export interface RestoredBook {
  readonly book: string;
  readonly facts: number;
  /** Facts that stood there already, from a run before. */
  readonly already: number;
  readonly digest: string;
  /** Sealed files that the facts name and the archive does not hold. */
  readonly sealedMissing: number;
}

const differs = (book: string, seq: number): Refusal =>
  new Refusal('book-differs', {
    fr: `Un autre livre ${book} est ici : il diffère de l’archive au fait ${seq}. Rien n’a été repris. Restaurez dans un grand livre vide (--data RÉPERTOIRE).`,
    en: `Another book ${book} stands here: it differs from the archive at fact ${seq}. Nothing was restored. Restore into an empty ledger (--data DIR).`,
  });

/** Every batch against its root, every file against its digest. @throws Refusal `archive-changed` */
async function requireSound(
  ports: RestorePorts,
  files: ArchiveFiles,
  { about, facts }: OpenedArchive,
): Promise<Erased> {
  const { sha256 } = ports.primitives;
  const reading = archivePorts(ports.primitives, files);
  const erased = await erasuresRead(reading, about.book, facts).catch(() => {
    throw archiveChanged('erasure');
  });
  const erasures = { erased, sawStanding: () => true };
  const vouched = new Set<string>();
  const requireNamed = (path: string, digest: string): void => {
    const bytes = files.get(path);
    if (bytes === undefined || toHex(sha256(bytes)) !== digest) throw archiveChanged(path);
    vouched.add(path);
  };
  for (const { fact } of facts) {
    for (const batch of batchesOf(fact)) {
      for (const { path } of chunksOf(about.book, batch)) vouched.add(path);
      const isTime =
        (fact.kind === 'timesheet-posted' || fact.kind === 'correction-posted') && fact.data.batch === batch;
      const [flaw] = await checkBatch(reading, about.book, batch, isTime ? fact.data : null, erasures);
      if (flaw !== undefined) throw archiveChanged(`${flaw.what} ${flaw.name}`);
    }
    const named = filesNamed(fact);
    for (const { name, digest } of named.objects) requireNamed(names.object(name), digest);
    for (const list of named.lists) {
      if ((await headsRead(reading, list)) === null) throw archiveChanged(names.object(headsObject(list.root)));
      vouched.add(names.object(headsObject(list.root)));
    }
    for (const digest of about.withSealed ? named.sealed : []) {
      const today = fileToday(erased, digest);
      if (today === null) continue;
      requireNamed(names.sealed(today), today);
      const root = fact.kind === 'statement-prepared' ? evidenceRootIn(files.get(names.sealed(today))!) : null;
      if (root === null) continue;
      const rows = files.get(names.sealed(root));
      if (rows === undefined || !isEvidenceOf(sha256, root, rows)) throw archiveChanged(names.sealed(root));
      vouched.add(names.sealed(root));
    }
  }
  for (const path of files.keys()) {
    // What no fact vouches for is let in by nobody: files are written once, so that it would keep a right one out.
    if (path.includes('/') && !vouched.has(path)) throw archiveChanged(path);
  }
  return erased;
}

/** @returns how many of the archive's facts stand here already @throws Refusal `book-differs` */
async function standing(ports: RestorePorts, { about, facts }: OpenedArchive): Promise<number> {
  let count = 0;
  for await (const { seq, bytes, salt } of ports.readBooks.facts(about.book, -1)) {
    const ours = facts[count];
    if (seq !== count || ours === undefined || !sameBytes(ours.bytes, bytes) || !sameBytes(ours.salt, salt)) {
      throw differs(about.book, count);
    }
    count += 1;
  }
  return count;
}

/** Whoever follows facts has done so in the ledger that the book came from: claims and erasures are in it. */
async function setPlaces(ports: RestorePorts, { about, facts }: OpenedArchive): Promise<void> {
  const { book, digest } = about;
  const name = followerOf(book);
  if (name === null || (await ports.readViews.get(book, name)) !== null) return;
  await ports.writeViews.put({ book, name, asOfSeq: facts.length - 1, value: { digest } }, null);
}

/** Before the facts that name them: a crash between leaves files that no fact refers to. */
async function putFiles(ports: RestorePorts, files: ArchiveFiles, { about, facts }: OpenedArchive): Promise<void> {
  const { book } = about;
  for (const { fact } of facts) {
    for (const batch of batchesOf(fact)) {
      for (const { index, path } of chunksOf(book, batch)) {
        if (batch.place === 'table') await ports.writeBatches.putChunk(book, batch.root, index, files.get(path)!);
      }
    }
  }
  const [open, sealed] = [names.object(''), names.sealed('')];
  for (const [path, bytes] of files) {
    if (path.startsWith(open)) await ports.objects.put(path.slice(open.length), bytes);
    if (path.startsWith(sealed)) await ports.sealedFiles.put(book, path.slice(sealed.length), bytes);
  }
}

/** By which anybody asks whether a file is one that was issued: made again, for they only point to facts. */
async function keepDigests(ports: RestorePorts, { facts }: OpenedArchive): Promise<void> {
  for (const { fact } of facts) {
    const issued = digestIssued(fact);
    if (issued !== null) await keepDigest(ports, issued.sha256, issued.owner);
  }
}

/**
 * Repeatable: a run that died goes on where it stood. Nobody else may follow facts meanwhile: what follows them is put in its place here.
 * @throws Refusal `archive-changed`, `book-differs`
 */
export async function restoreBook(ports: RestorePorts, files: ArchiveFiles): Promise<RestoredBook> {
  const archive = openArchive(ports.primitives, files);
  const erased = await requireSound(ports, files, archive);
  const { about, facts } = archive;
  const { book, digest } = about;
  const already = await standing(ports, archive);
  await putFiles(ports, files, archive);
  await keepDigests(ports, archive);
  for (const { fact, bytes, salt } of facts.slice(already)) {
    if ((await ports.appendBooks.put({ book, seq: fact.seq, bytes, salt })) === 'put') continue;
    // An answer that was lost leaves our own fact; anything else is another book.
    const there = await ports.readBooks.fact(book, fact.seq);
    if (there === null || !sameBytes(there.bytes, bytes)) throw differs(book, fact.seq);
  }
  await signHead(ports, book);
  await setPlaces(ports, archive);
  await updateViews(ports, book);
  const stated = new Set(facts.flatMap(({ fact }) => filesNamed(fact).sealed));
  const wanted = [...stated].flatMap((one) => fileToday(erased, one) ?? []);
  const sealedMissing = wanted.filter((one) => !files.has(names.sealed(one))).length;
  return { book, facts: facts.length, already, digest, sealedMissing };
}
