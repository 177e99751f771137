// A whole book leaves the ledger as files that anybody can check: facts with salts, chunks, and the files that facts name.
import { digestOf } from '../ledger/fact.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { type ArchiveFiles, bookBytes, chunksOf, factsBytes, manifestOf, names } from './book-archive.ts';
import { emptyHead, factsAfter, type ReadFact } from './book-state.ts';
import { type CheckPorts, checkLedger } from './check-ledger.ts';
import { batchesOf, erasuresRead, fileToday } from './erased-lines.ts';
import { evidenceRootIn } from './evidence-file.ts';
import { filesNamed } from './files-named.ts';
import { headsObject } from './heads-read.ts';
import { entriesAfter, noEntries } from './sign-head.ts';

export type ExportPorts = CheckPorts;

const flawed = (book: string, where: string): Refusal =>
  new Refusal('ledger-flawed', {
    fr: `Le livre ${book} ne tient pas (${where}) : rien n’est exporté. Lancez « communs check », réparez d’après une sauvegarde, puis recommencez.`,
    en: `The book ${book} does not hold (${where}): nothing is exported. Run 'communs check', repair it from a backup, then try again.`,
  });

/** The archive would hold what is to go, and nobody would carry it out where it is restored. */
const underWay = (book: string): Refusal =>
  new Refusal('ledger-busy', {
    fr: `Un effacement du livre ${book} n’est pas encore mené à bien : rien n’est exporté. Donnez de nouveau la commande « communs erase », qui le termine, puis recommencez.`,
    en: `An erasure of the book ${book} is not carried out to its end yet: nothing is exported. Give the command 'communs erase' again, which finishes it, then try again.`,
  });

const unknown = (book: string): Refusal =>
  new Refusal('unknown-book', {
    fr: `Aucun livre ne s’appelle « ${book} » ici. Donnez « registry », un SIREN, ou un nom que donne « communs check --json ».`,
    en: `No book is called '${book}' here. Give 'registry', a SIREN, or a name that 'communs check --json' gives.`,
  });

/** Every file that the facts name, as it is held today: what an erasure took away is in no archive. */
async function filesOf(ports: ExportPorts, book: string, facts: readonly ReadFact[], withSealed: boolean) {
  const erased = await erasuresRead(ports, book, facts);
  const files = new Map<string, Uint8Array>();
  const put = (path: string, bytes: Uint8Array | null): void => {
    if (bytes === null) throw flawed(book, path);
    files.set(path, bytes);
  };
  for (const { fact } of facts) {
    for (const batch of batchesOf(fact)) {
      for (const { index, path } of chunksOf(book, batch)) {
        const bytes =
          batch.place === 'files'
            ? await ports.objects.get(path.slice(names.object('').length))
            : await ports.readBatches.chunk(book, batch.root, index);
        put(path, bytes);
      }
    }
    const named = filesNamed(fact);
    for (const { name } of named.objects) put(names.object(name), await ports.objects.get(name));
    for (const { root } of named.lists)
      put(names.object(headsObject(root)), await ports.objects.get(headsObject(root)));
    if (!withSealed) continue;
    for (const digest of named.sealed) {
      const today = fileToday(erased, digest);
      if (today === null) continue;
      const bytes = await ports.sealedFiles.get(book, today);
      put(names.sealed(today), bytes);
      const root = fact.kind === 'statement-prepared' && bytes !== null ? evidenceRootIn(bytes) : null;
      if (root !== null) put(names.sealed(root), await ports.sealedFiles.get(book, root));
    }
  }
  return files;
}

/**
 * Reads and writes nothing but what it answers. What is exported is checked first, all of it.
 * @param asked `withSealed`: originals, computations, disclosures and renderings in the open: for the owner alone
 * @throws Refusal `unknown-book`, `ledger-flawed`, `ledger-busy` while an erasure is under way
 */
export async function exportBook(
  ports: ExportPorts & Pick<Ports, 'statementKeys'>,
  asked: { readonly book: string; readonly withSealed: boolean },
): Promise<ArchiveFiles> {
  const { book, withSealed } = asked;
  const { primitives } = ports;
  const { books, findings, behind } = await checkLedger(ports, { book });
  if (books === 0) throw unknown(book);
  // The log’s own flaws stand under its name: no archive holds it, and a checkpoint that a retired key signed is named for ever.
  const first = findings.find((one) => one.book === book);
  if (first !== undefined) throw flawed(book, `${first.what} ${first.name}`);
  if (behind.some(({ what }) => what === 'erasure')) throw underWay(book);
  const facts: ReadFact[] = [];
  let entries = noEntries;
  for await (const read of factsAfter(ports, emptyHead(book))) {
    facts.push(read);
    entries = entriesAfter(primitives, entries, read);
  }
  const last = facts.at(-1);
  if (last === undefined) throw unknown(book);
  const files = await filesOf(ports, book, facts, withSealed);
  const digest = digestOf(primitives.sha256, last.bytes);
  files.set(
    names.book,
    bookBytes({ format: 'communs-book/1', book, facts: facts.length, digest, entries, withSealed }),
  );
  files.set(names.facts, factsBytes(facts));
  const encoder = new TextEncoder();
  const head = await ports.readHeads.get(book);
  if (head !== null) files.set(names.head, encoder.encode(head));
  const keys = await ports.statementKeys.publicKeys();
  files.set(names.keys, encoder.encode(`${JSON.stringify({ keys })}\n`));
  files.set(names.manifest, manifestOf(primitives, files));
  return files;
}
