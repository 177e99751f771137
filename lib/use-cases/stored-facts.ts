// The facts of a book as they stand, whatever is wrong with them: for the full check alone.
import type { AnyFact } from '../ledger/fact.ts';
import type { StoredFact } from '../ports/books.ts';
import type { Ports } from '../ports.ts';
import { readFact } from './book-state.ts';

/** More items in a row that cannot be read are no longer a few broken ones: the store itself is in trouble. */
const mostInARow = 16;

/** A fact, or null if what stands there is none, or that of another place. */
export function factOf(stored: StoredFact | number): AnyFact | null {
  try {
    return typeof stored === 'number' ? null : readFact(stored).fact;
  } catch {
    return null;
  }
}

/**
 * @returns each fact in order; in place of an item that is no fact at all and stops the query, its seq
 * @throws what the store throws, where the item by itself can be read
 */
export async function* storedFacts(
  { readBooks }: Pick<Ports, 'readBooks'>,
  book: string,
): AsyncGenerator<StoredFact | number> {
  let next = 0;
  let inARow = 0;
  for (;;) {
    try {
      for await (const stored of readBooks.facts(book, next - 1)) {
        yield stored;
        next = stored.seq + 1;
        inARow = 0;
      }
      return;
    } catch (error) {
      const canBeRead = await readBooks.fact(book, next).then(
        () => true,
        () => false,
      );
      if (canBeRead || inARow === mostInARow) throw error;
      yield next;
      next += 1;
      inARow += 1;
    }
  }
}
