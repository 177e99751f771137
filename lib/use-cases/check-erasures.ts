// What the erasures of a book list, read before its facts are checked: what may be gone, and what must not stand any more.
import type { ErasedLine } from '../model/erasure.ts';
import { UnreadableView } from '../ports/views.ts';
import type { Ports } from '../ports.ts';
import { BatchFault, type ReadingPorts } from './batches.ts';
import { type Erased, erasedIn, linesErased } from './erased-lines.ts';
import { followerOf } from './follow-facts.ts';
import { type Flaw, listFlaw } from './ledger-finding.ts';
import { factOf, storedFacts } from './stored-facts.ts';

export interface ErasuresSeen {
  readonly erased: Erased;
  /** Erasures whose list is none. */
  readonly flaws: readonly (Flaw & { readonly seq: number })[];
  /** The fact of the last one; -1 for none. */
  readonly last: number;
  /** To be called where something listed still stands. @returns whether that may be: it is not carried out yet */
  readonly sawStanding: () => boolean;
  /** How far whoever carries them out has come; -1 where nobody keeps a place. */
  readonly carriedOut: number;
  /** The last erasure, and how far whoever carries them out has come; null: nothing is left to do. */
  readonly pending: () => { readonly done: number; readonly last: number } | null;
}

/** How far whoever acts on the book's facts has come; of most books nobody keeps a place. */
function carriedOut(ports: Pick<Ports, 'readViews'>, book: string): Promise<number | null> {
  const follower = followerOf(book);
  return follower === null
    ? Promise.resolve(null)
    : ports.readViews.get(book, follower).then(
        (item) => item?.asOfSeq ?? -1,
        (error: unknown) => {
          if (error instanceof UnreadableView) return -1;
          throw error;
        },
      );
}

export async function erasuresSeen(
  ports: ReadingPorts & Pick<Ports, 'readBooks' | 'readViews'>,
  book: string,
): Promise<ErasuresSeen> {
  const lines: ErasedLine[] = [];
  const flaws: (Flaw & { seq: number })[] = [];
  const done = await carriedOut(ports, book);
  let last = -1;
  for await (const stored of storedFacts(ports, book)) {
    const fact = factOf(stored);
    if (fact?.kind !== 'erasure') continue;
    last = fact.seq;
    try {
      lines.push(...(await linesErased(ports, book, fact.data.batch)));
    } catch (error) {
      // One that was changed is named where its rows are checked.
      if (!(error instanceof BatchFault)) flaws.push({ ...listFlaw(fact.data.batch), seq: fact.seq });
    }
  }
  let stands = false;
  const isDone = done !== null && done >= last;
  return {
    erased: erasedIn(lines),
    flaws,
    last,
    carriedOut: done ?? -1,
    sawStanding: () => {
      stands = true;
      return !isDone;
    },
    pending: () => (last >= 0 && (done === null ? stands : !isDone) ? { done: done ?? -1, last } : null),
  };
}
