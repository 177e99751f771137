// What must happen after each fact of a book, once and in order, by whoever is woken: its place is kept like a view's.
import { type AnyFact, digestOf } from '../ledger/fact.ts';
import type { Ports } from '../ports.ts';
import { emptyHead, factsAfter } from './book-state.ts';
import { registryBook } from './people.ts';

export type FollowPorts = Pick<Ports, 'readBooks' | 'primitives' | 'readViews' | 'writeViews'>;

/** How far whoever claims and erases has come in a company's book, and whoever erases in the registry's. */
export const claimsCursor = 'cursor-claims';
export const erasuresCursor = 'cursor-erasures';

/** @returns the item that says how far whoever acts on the book's facts has come; null where nobody does */
export const followerOf = (book: string): string | null =>
  book.startsWith('company/') ? claimsCursor : book === registryBook ? erasuresCursor : null;

/**
 * A crash in `act` or before its place is kept brings the same fact again: `act` must be repeatable.
 * @param name of the item that says how far it came
 */
export async function followFacts(
  ports: FollowPorts,
  book: string,
  name: string,
  act: (fact: AnyFact) => Promise<void>,
): Promise<void> {
  const item = await ports.readViews.get(book, name);
  let kept = item?.asOfSeq ?? null;
  const { digest } = (item?.value ?? emptyHead(book)) as { digest: string };
  for await (const { fact, bytes } of factsAfter(ports, { book, seq: kept ?? -1, digest })) {
    await act(fact);
    const value = { digest: digestOf(ports.primitives.sha256, bytes) };
    const put = await ports.writeViews.put({ book, name, asOfSeq: fact.seq, value }, kept);
    // Somebody else follows the same book and is ahead: what is left is hers. A put of ours whose answer was lost looks like hers, so
    // whoever finds the item where she would have put it goes on.
    if (put === 'moved' && (await ports.readViews.get(book, name))?.asOfSeq !== fact.seq) return;
    kept = fact.seq;
  }
}
