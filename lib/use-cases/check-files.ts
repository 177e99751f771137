// The files and the other books' heads that a fact names by digest.
import type { AnyFact } from '../ledger/fact.ts';
import type { Head } from '../ledger/kinds.ts';
import { toHex } from '../model/hashing.ts';
import { UnreadableFile } from '../ports/files.ts';
import type { Ports } from '../ports.ts';
import type { ErasuresSeen } from './check-erasures.ts';
import { fileToday } from './erased-lines.ts';
import { evidenceRootIn, isEvidenceOf } from './evidence-file.ts';
import { filesNamed } from './files-named.ts';
import { type HeadsRead, headsRead } from './heads-read.ts';
import { type Flaw, fileFlaw, returnedFileFlaw, sourceFlaw, statementFlaw } from './ledger-finding.ts';

/** Sealed files are only read here. */
export type FilePorts = Pick<Ports, 'primitives' | 'objects' | 'readBooks'> & {
  readonly sealedFiles: Ports['readSealedFiles'];
};

const isNamed = (ports: FilePorts, digest: string, bytes: Uint8Array | null): boolean =>
  bytes !== null && toHex(ports.primitives.sha256(bytes)) === digest;

async function opened(ports: FilePorts, tenant: string, digest: string): Promise<Uint8Array | null> {
  return ports.sealedFiles.get(tenant, digest).catch((error: unknown) => {
    if (error instanceof UnreadableFile) return null;
    throw error;
  });
}

async function headStands(ports: FilePorts, { book, seq, digest }: Head): Promise<boolean> {
  // A book without facts has no head to lose.
  if (seq < 0) return true;
  // One that is no fact at all cannot be read; its own book says more.
  const stored = await ports.readBooks.fact(book, seq).catch(() => null);
  return isNamed(ports, digest, stored?.bytes ?? null);
}

/** Files that erasures destroyed and that stand there again. */
export async function checkDestroyed(ports: FilePorts, book: string, erasures: ErasuresSeen): Promise<readonly Flaw[]> {
  const flaws: Flaw[] = [];
  for (const digest of erasures.erased.files()) {
    const stands = (await opened(ports, book, digest)) !== null;
    if (stands && !erasures.sawStanding()) flaws.push(returnedFileFlaw(digest));
  }
  return flaws;
}

/** Nothing here reads names: a sealed original is hashed and dropped. */
export async function checkFiles(ports: FilePorts, fact: AnyFact, erasures: ErasuresSeen): Promise<readonly Flaw[]> {
  const flaws: Flaw[] = [];
  const object = async (name: string, digest: string, said: (digest: string) => Flaw): Promise<void> => {
    if (!isNamed(ports, digest, await ports.objects.get(name))) flaws.push(said(digest));
  };
  const sealed = async (digest: string): Promise<void> => {
    const today = fileToday(erasures.erased, digest);
    if (today !== null && !isNamed(ports, today, await opened(ports, fact.book, today))) flaws.push(fileFlaw(today));
  };
  /** Rows behind a statement, which what was worked out names. */
  const evidence = async (computation: string): Promise<void> => {
    const bytes = fileToday(erasures.erased, computation) === null ? null : await opened(ports, fact.book, computation);
    const root = bytes === null ? null : evidenceRootIn(bytes);
    if (root === null || fileToday(erasures.erased, root) === null) return;
    const rows = await opened(ports, fact.book, root);
    if (rows === null || !isEvidenceOf(ports.primitives.sha256, root, rows)) flaws.push(fileFlaw(root));
  };
  const stand = async (heads: readonly Head[]): Promise<void> => {
    for (const head of heads) if (!(await headStands(ports, head))) flaws.push(sourceFlaw(head));
  };
  const listed = async (named: HeadsRead): Promise<void> => {
    const heads = await headsRead(ports, named);
    if (heads === null) flaws.push(fileFlaw(named.root));
    else await stand(heads);
  };
  const named = filesNamed(fact);
  for (const { name, digest, isStatement } of named.objects)
    await object(name, digest, isStatement ? statementFlaw : fileFlaw);
  for (const digest of named.sealed) await sealed(digest);
  if (fact.kind === 'statement-prepared') await evidence(fact.data.computation);
  await stand(named.heads);
  for (const list of named.lists) await listed(list);
  return flaws;
}
