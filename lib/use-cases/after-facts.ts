// What follows each fact: the signed head, then, in the order in which readers need it, views, claims in people's books, and erasures.

import { parseFact } from '../ledger/fact.ts';
import { partitionOf } from '../ledger/views/partitions.ts';
import type { StoredFact } from '../ports/books.ts';
import type { Ports } from '../ports.ts';
import type { AppendPorts } from './append.ts';
import { type CarryOutPorts, carryOutErasure } from './carry-out-erasure.ts';
import { claimTime } from './claim-time.ts';
import { claimsCursor, erasuresCursor, followFacts } from './follow-facts.ts';
import { registryBook } from './people.ts';
import { repairViews } from './rebuild-views.ts';
import { signHead } from './sign-head.ts';
import { updateViews } from './update-views.ts';

export type FollowingPorts = AppendPorts & CarryOutPorts & Pick<Ports, 'signer' | 'heads'>;

const declaresTime: ReadonlySet<string> = new Set(['timesheet-posted', 'timesheet-undone', 'correction-posted']);

/** More of them are not kept at hand: a rebuild asks from the beginning. */
const mostAtHand = 100;

/**
 * Those who follow a book ask for the same last facts one after the other: they are read once. What comes to the book meanwhile wakes a
 * run of its own.
 */
function readingOnce(readBooks: Ports['readBooks']): Ports['readBooks'] {
  const atHand = new Map<string, readonly StoredFact[]>();
  return {
    ...readBooks,
    facts: async function* (book, after) {
      const key = `${book} ${after}`;
      const known = atHand.get(key);
      if (known !== undefined) return yield* known;
      const read: StoredFact[] = [];
      for await (const fact of readBooks.facts(book, after)) {
        if (read.length <= mostAtHand) read.push(fact);
        yield fact;
      }
      if (read.length <= mostAtHand) atHand.set(key, read);
    },
  };
}

/** Whoever folded rows while an erasure dropped them may have put into the views what it had just taken out of them. */
async function repairAfterErasure(
  ports: FollowingPorts,
  { book, seq }: { readonly book: string; readonly seq: number },
  names: readonly string[],
): Promise<void> {
  for await (const { bytes } of ports.readBooks.facts(book, seq)) {
    if (parseFact(bytes).kind === 'erasure') return repairViews(ports, book, undefined, names.map(partitionOf));
  }
}

export async function afterFacts(ports: FollowingPorts, book: string): Promise<void> {
  const following = { ...ports, readBooks: readingOnce(ports.readBooks) };
  // First, so that the views never know more than the head: a head that is gone is told from one that is not there yet.
  await signHead(following, book);
  await updateViews(following, book, (from, names) => repairAfterErasure(ports, from, names));
  if (book.startsWith('company/')) {
    await followFacts(following, book, claimsCursor, async (fact) => {
      if (declaresTime.has(fact.kind)) await claimTime(ports, book, fact.seq);
      await carryOutErasure(ports, fact);
    });
  }
  if (book === registryBook) await followFacts(following, book, erasuresCursor, (fact) => carryOutErasure(ports, fact));
}
