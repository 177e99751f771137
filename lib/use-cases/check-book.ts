// One book: each fact, the chain, the rows and files behind it, the signed head, and the views, which must be the fold of it all.
import { type AnyFact, digestOf, noFactYet } from '../ledger/fact.ts';
import { type BatchRef, bookKindOf } from '../ledger/kinds.ts';
import type { StoredFact } from '../ports.ts';
import { cursorName, readFact } from './book-state.ts';
import { checkBatch } from './check-batch.ts';
import { checkFiles, type FilePorts } from './check-files.ts';
import { type FoldPorts, foldedViews } from './folded-views.ts';
import { type Flaw, factFlaw, gapFlaw, headFlaw, type LedgerFinding, linkFlaw, viewFlaw } from './ledger-finding.ts';
import { entriesAfter, type HeadPorts, noEntries, readHead } from './sign-head.ts';
import { storedFacts } from './stored-facts.ts';

export type CheckBookPorts = FoldPorts & FilePorts & HeadPorts;

/** What follows the facts and has not caught up yet. That is not wrong: the next wake does it. */
export interface Behind {
  readonly book: string;
  readonly what: 'views' | 'head';
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
  readonly progress: (done: { readonly book: string; readonly facts: number; readonly rows: number }) => void;
}

/** Every batch that the fact names, under whatever name. */
const batchesOf = (fact: AnyFact): BatchRef[] =>
  Object.values(fact.data as Readonly<Record<string, unknown>>).filter(
    (value): value is BatchRef => typeof value === 'object' && value !== null && 'chunks' in value,
  );

/** The fact read last. */
interface Last {
  readonly seq: number;
  /** Null where it does not read: what follows it cannot be told then. */
  readonly digest: string | null;
  readonly at: string;
  readonly entries: string;
}

/** A fact, or null if its bytes are none or those of another place. */
function factOf(stored: StoredFact): AnyFact | null {
  try {
    return readFact(stored).fact;
  } catch {
    return null;
  }
}

/** Adds to the tally, and goes on whatever it finds. */
export async function checkBook(ports: CheckBookPorts, book: string, tally: Tally): Promise<void> {
  const { primitives, readBooks, readViews } = ports;
  const before = tally.findings.length;
  const isSound = (): boolean => tally.findings.length === before;
  const found = (seq: number | null, ...flaws: readonly Flaw[]): void => {
    tally.findings.push(...flaws.map((each) => ({ book, seq, ...each })));
  };

  // Before the facts, so that neither can honestly know more than they do.
  const head = await readHead(ports, book).catch(() => 'altered' as const);
  const cursor = (await readViews.get(book, cursorName).catch(() => null))?.asOfSeq ?? -1;
  const views = foldedViews(ports, book, cursor);
  let last: Last = { seq: -1, digest: noFactYet, at: '', entries: noEntries };
  let folded = -1;
  const fold = async (fact: AnyFact): Promise<void> => {
    // After a fact that cannot be taken, the views are not known.
    if (folded !== fact.seq - 1) return;
    await views.take(fact).then(
      () => {
        folded = fact.seq;
      },
      () => undefined,
    );
  };

  for await (const stored of storedFacts({ readBooks }, book)) {
    const seq = typeof stored === 'number' ? stored : stored.seq;
    const fact = typeof stored === 'number' ? null : factOf(stored);
    if (seq !== last.seq + 1) found(seq, gapFlaw(last.seq + 1, seq - 1));
    if (fact === null) found(seq, factFlaw(seq));
    else {
      const follows = (last.digest === null || fact.prev === last.digest) && fact.at >= last.at;
      if (!follows && seq === last.seq + 1) found(seq, linkFlaw(seq));
      for (const batch of batchesOf(fact)) {
        found(seq, ...(await checkBatch(ports, book, batch)));
        tally.rows += batch.rows;
      }
      found(seq, ...(await checkFiles(ports, fact)));
      await fold(fact);
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
      else if (head.entries !== last.entries && isSound()) found(seq, headFlaw('salts'));
    }
    tally.facts += 1;
    tally.progress({ book, facts: tally.facts, rows: tally.rows });
  }

  if (head === 'altered') found(null, headFlaw('altered'));
  else if (head === null && cursor >= 0) found(null, headFlaw('gone'));
  else if (head !== null && head.seq > last.seq) found(head.seq, headFlaw('cut'));
  else if ((head?.seq ?? -1) < last.seq)
    tally.behind.push({ book, what: 'head', seq: head?.seq ?? -1, last: last.seq });
  if (cursor < last.seq) tally.behind.push({ book, what: 'views', seq: cursor, last: last.seq });
  if (bookKindOf(book) === null) return;
  const wasSound = isSound();
  for await (const flaw of views.flaws(folded)) {
    found(flaw.stored?.asOfSeq ?? flaw.folded?.seq ?? null, viewFlaw(flaw, wasSound));
  }
}
