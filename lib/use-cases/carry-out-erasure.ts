// Carries out what an erasure decided: rows, files, views, lines of who looked, other books, keys, names. Each step may come twice.
import { type AnyFact, digestOf, type Fact, parseFact } from '../ledger/fact.ts';
import type { BatchRef } from '../ledger/kinds.ts';
import type { Ports } from '../ports.ts';
import { eraseAuthor } from './erase-author.ts';
import { type ErasePersonPorts, erasePerson } from './erase-person.ts';
import { batchesOf, linesErased } from './erased-lines.ts';
import { type Decided, dropListed } from './follow-erasure.ts';
import { forgetNames } from './forget-names.ts';
import { subjectOf } from './hours-seen.ts';
import { companyOfBook, developerKeyOwner } from './people.ts';
import { repairViews } from './rebuild-views.ts';

export type CarryOutPorts = ErasePersonPorts & Pick<Ports, 'sealedFiles' | 'writeViews'>;

async function batchesIn(ports: CarryOutPorts, book: string): Promise<ReadonlyMap<string, BatchRef>> {
  const batches = new Map<string, BatchRef>();
  for await (const { bytes } of ports.readBooks.facts(book, -1)) {
    for (const batch of batchesOf(parseFact(bytes))) batches.set(batch.root, batch);
  }
  return batches;
}

async function eraseAtCompany(ports: CarryOutPorts, fact: Fact<'erasure'>, developer: string, decided: Decided) {
  const { book } = fact;
  const company = companyOfBook(book);
  const lines = await linesErased(ports, book, fact.data.batch);
  await dropListed(ports, book, lines, await batchesIn(ports, book));
  for (const line of lines) if (line.what === 'file') await ports.sealedFiles.destroy(book, line.sha256);
  // What was folded from her rows goes with them.
  await repairViews(ports, book);
  await ports.erasing.removeAccess(subjectOf(company, developer));
  await erasePerson(ports, { company, developer }, decided);
  await ports.saltKeys.destroy(developerKeyOwner(company, developer));
  // Last: until then a run that died finds by them what is left to do.
  await forgetNames(ports, company, developer, lines);
}

/** For one fact of a book: a no-op for every other kind, and for an erasure that follows one of another book. Repeatable. */
export async function carryOutErasure(ports: CarryOutPorts, fact: AnyFact): Promise<void> {
  if (fact.kind !== 'erasure') return;
  const { developer, author, ground } = fact.data;
  const stored = await ports.readBooks.fact(fact.book, fact.seq);
  if (stored === null) throw new Error(`fact ${fact.book} ${fact.seq} is missing`);
  const decided: Decided = { digest: digestOf(ports.primitives.sha256, stored.bytes), by: fact.by, ground };
  if (developer !== null) await eraseAtCompany(ports, fact, developer, decided);
  if (author !== null) await eraseAuthor(ports, author, decided);
}
