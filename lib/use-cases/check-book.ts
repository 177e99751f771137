// One book: each fact, the chain, the rows and files behind it, the signed head, and the views, which must be the fold of it all.
import { type AnyFact, digestOf, noFactYet } from '../ledger/fact.ts';
import { type BatchRef, bookKindOf } from '../ledger/kinds.ts';
import { checkBatch, type Sums } from './check-batch.ts';
import { digestWatch } from './check-digests.ts';
import { type DirectoryCheckPorts, directoryWatch } from './check-directory.ts';
import { erasuresSeen } from './check-erasures.ts';
import { checkDestroyed, checkFiles, type FilePorts } from './check-files.ts';
import { signatureWatch } from './check-signatures.ts';
import type { StatementKeyWatch } from './check-statement-keys.ts';
import { batchesOf } from './erased-lines.ts';
import { type FoldPorts, foldedViews, storedCursor } from './folded-views.ts';
import { followerOf } from './follow-facts.ts';
import { type Flaw, factFlaw, gapFlaw, headFlaw, type LedgerFinding, linkFlaw, viewFlaw } from './ledger-finding.ts';
import type { BookInLog } from './log/check-log.ts';
import { entriesAfter, type HeadPorts, noEntries, readHead } from './sign-head.ts';
import { factOf, storedFacts } from './stored-facts.ts';

export type CheckBookPorts = FoldPorts & FilePorts & HeadPorts & DirectoryCheckPorts;

/** What follows the facts and has not caught up yet. That is not wrong: the next wake does it. */
export interface Behind {
  readonly book: string;
  /** `erasure`: what it lists still stands; `claims`: whoever claims and erases comes after the views, and her place is gone or before them. */
  readonly what: 'views' | 'head' | 'claims' | 'erasure' | 'log';
  /** The last fact it knows, -1 for none; and the last one there is. */
  readonly seq: number;
  readonly last: number;
}

/** What is counted and found while one book after the other is read. */
export interface Tally {
  facts: number;
  rows: number;
  readonly findings: LedgerFinding[];
  readonly behind: Behind[];
  /** By book, the last erasure that was known when its facts were read. */
  readonly erasures: Map<string, number>;
  readonly progress: (done: { readonly book: string; readonly facts: number; readonly rows: number }) => void;
}

/** What the rows of one of its batches add up to. */
const sumsOf = (fact: AnyFact, batch: BatchRef): Sums | null =>
  (fact.kind === 'timesheet-posted' || fact.kind === 'correction-posted') && fact.data.batch === batch
    ? fact.data
    : null;

/** The fact read last. */
interface Last {
  readonly seq: number;
  /** Null where it does not read: what follows it cannot be told then. */
  readonly digest: string | null;
  readonly at: string;
  readonly entries: string;
}

/** What is wrong with a fact as the next one after `last`. */
function chainFlaws(seq: number, fact: AnyFact | null, last: Last): Flaw[] {
  const gap = seq === last.seq + 1 ? [] : [gapFlaw(last.seq + 1, seq - 1)];
  if (fact === null) return [...gap, factFlaw(seq)];
  const follows = (last.digest === null || fact.prev === last.digest) && fact.at >= last.at;
  return follows || gap.length > 0 ? gap : [linkFlaw(seq)];
}

/** Adds to the tally, and goes on whatever it finds. */
export async function checkBook(
  ports: CheckBookPorts,
  book: string,
  tally: Tally,
  log: BookInLog,
  statementKeys: StatementKeyWatch,
): Promise<void> {
  const { primitives, readBooks } = ports;
  const before = tally.findings.length;
  const found = (seq: number | null, flaw: Flaw): void => {
    tally.findings.push({ book, seq, ...flaw });
  };

  // Before the facts, so that neither can honestly know more than they do.
  const head = await readHead(ports, book);
  const cursor = await storedCursor(ports, book);
  const views = foldedViews(ports, book, cursor);
  const erasures = await erasuresSeen(ports, book);
  tally.erasures.set(book, erasures.last);
  const people = directoryWatch(ports, book);
  const digests = digestWatch(ports);
  const signatures = signatureWatch(ports);
  const checkBatches = async (fact: AnyFact): Promise<boolean> => {
    let areSound = true;
    for (const batch of batchesOf(fact)) {
      for (const flaw of await checkBatch(ports, book, batch, sumsOf(fact, batch), erasures)) {
        found(fact.seq, flaw);
        areSound = false;
      }
      tally.rows += batch.rows;
    }
    return areSound;
  };
  let last: Last = { seq: -1, digest: noFactYet, at: '', entries: noEntries };
  let isChain = true;
  const inLog: LedgerFinding[] = [];
  let folded = -1;
  for await (const stored of storedFacts({ readBooks }, book)) {
    const seq = typeof stored === 'number' ? stored : stored.seq;
    const fact = factOf(stored);
    for (const flaw of chainFlaws(seq, fact, last)) {
      found(seq, flaw);
      isChain = false;
    }
    if (typeof stored !== 'number') inLog.push(...log.take(stored).map((flaw) => ({ book, seq, ...flaw })));
    if (fact !== null) {
      people.take(fact);
      digests.take(fact);
      statementKeys.take(fact);
      const rowsAreSound = await checkBatches(fact);
      for (const flaw of await checkFiles(ports, fact, erasures)) found(seq, flaw);
      if (typeof stored !== 'number') for (const flaw of await signatures.take(fact, stored.bytes)) found(seq, flaw);
      // After a fact that cannot be taken, what the views should say is not known.
      if (rowsAreSound && folded === seq - 1) {
        await views.take(fact);
        folded = seq;
      }
    }
    last =
      fact === null || typeof stored === 'number'
        ? { ...last, seq, digest: null }
        : {
            seq,
            digest: digestOf(primitives.sha256, stored.bytes),
            at: fact.at,
            entries: entriesAfter(primitives, last.entries, stored),
          };
    if (head !== 'altered' && head?.seq === seq) {
      if (last.digest !== null && head.digest !== last.digest) found(seq, headFlaw('other'));
      // Where a fact was changed or is gone, its entry is another anyway.
      else if (head.entries !== last.entries && isChain) found(seq, headFlaw('salts'));
    }
    tally.facts += 1;
    tally.progress({ book, facts: tally.facts, rows: tally.rows });
  }

  if (head === 'altered') found(null, headFlaw('altered'));
  else if (head === null && cursor >= 0) found(null, headFlaw('gone'));
  else if (head !== null && head.seq > last.seq) found(head.seq, headFlaw('cut'));
  else if ((head?.seq ?? -1) < last.seq)
    tally.behind.push({ book, what: 'head', seq: head?.seq ?? -1, last: last.seq });
  for (const flaw of erasures.flaws) found(flaw.seq, flaw);
  for (const flaw of await checkDestroyed(ports, book, erasures)) found(null, flaw);
  for (const flaw of await people.flaws(erasures.carriedOut)) found(flaw.seq, flaw);
  for (const flaw of await digests.flaws()) found(flaw.seq, flaw);
  const pending = erasures.pending();
  if (pending !== null) tally.behind.push({ book, what: 'erasure', seq: pending.done, last: pending.last });
  else if (followerOf(book) !== null && erasures.carriedOut < cursor)
    tally.behind.push({ book, what: 'claims', seq: erasures.carriedOut, last: cursor });
  if (cursor < last.seq) tally.behind.push({ book, what: 'views', seq: cursor, last: last.seq });
  if (log.last < last.seq && log.last >= 0) tally.behind.push({ book, what: 'log', seq: log.last, last: last.seq });
  const isSound = tally.findings.length === before;
  tally.findings.push(...inLog);
  if (bookKindOf(book) === null) return;
  // Until it is carried out, views may still say what the rows that are gone said: it makes them again.
  if (pending !== null) return;
  for await (const flaw of views.flaws(folded)) {
    found(flaw.stored?.asOfSeq ?? flaw.folded?.seq ?? null, viewFlaw(flaw, isSound));
  }
}
