// The files and the other books' heads that a fact names by digest.
import type { AnyFact } from '../ledger/fact.ts';
import type { Head } from '../ledger/kinds.ts';
import { toHex } from '../model/hashing.ts';
import { type Ports, UnreadableFile } from '../ports.ts';
import type { ErasuresSeen } from './check-erasures.ts';
import { fileToday } from './erased-lines.ts';
import { type HeadsRead, headsRead } from './heads-read.ts';
import { jwsObject } from './issued-payload.ts';
import { type Flaw, fileFlaw, returnedFileFlaw, sourceFlaw, statementFlaw } from './ledger-finding.ts';
import { ruleSetObject } from './prepare-statement.ts';

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

/** Nothing here reads names: a sealed original is hashed and dropped. */
export async function checkFiles(ports: FilePorts, fact: AnyFact, erasures: ErasuresSeen): Promise<readonly Flaw[]> {
  const flaws: Flaw[] = [];
  const object = async (name: string, digest: string, said: (digest: string) => Flaw = fileFlaw): Promise<void> => {
    if (!isNamed(ports, digest, await ports.objects.get(name))) flaws.push(said(digest));
  };
  const sealed = async (digest: string): Promise<void> => {
    const today = fileToday(erasures.erased, digest);
    if (today !== null && !isNamed(ports, today, await opened(ports, fact.book, today))) flaws.push(fileFlaw(today));
    if (today === digest) return;
    const stands = (await opened(ports, fact.book, digest)) !== null;
    if (stands && !erasures.sawStanding()) flaws.push(returnedFileFlaw(digest));
  };
  const stand = async (heads: readonly Head[]): Promise<void> => {
    for (const head of heads) if (!(await headStands(ports, head))) flaws.push(sourceFlaw(head));
  };
  const listed = async (named: HeadsRead): Promise<void> => {
    const heads = await headsRead(ports, named);
    if (heads === null) flaws.push(fileFlaw(named.root));
    else await stand(heads);
  };
  switch (fact.kind) {
    case 'timesheet-posted':
      await sealed(fact.data.file);
      if (fact.data.choices !== null) await sealed(fact.data.choices);
      break;
    case 'evidence-recorded':
      await listed(fact.data.repositories);
      break;
    case 'statement-prepared':
      await sealed(fact.data.computation);
      await object(ruleSetObject(fact.data.ruleSet), fact.data.ruleSet);
      await stand(fact.data.heads);
      await listed(fact.data.otherHeads);
      break;
    case 'statement-issued':
      await object(jwsObject(fact.data.jws), fact.data.jws, statementFlaw);
      await sealed(fact.data.computation);
      await sealed(fact.data.disclosures);
      break;
    case 'rendering-stored':
      await sealed(fact.data.sha256);
      break;
  }
  return flaws;
}
