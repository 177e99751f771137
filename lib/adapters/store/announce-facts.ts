// Where there is no stream, the append itself wakes whoever follows the facts.
import type { AppendBooks } from '../../ports/books.ts';

/** Called after each put that took effect. */
export type OnFact = (book: string) => Promise<void>;

/** A crash between the put and the end of `onFact` leaves its work undone; the next fact of the book, or the next start, does it. */
export const announceFacts = (appendBooks: AppendBooks, onFact: OnFact): AppendBooks => ({
  put: async (fact) => {
    const outcome = await appendBooks.put(fact);
    if (outcome === 'put') await onFact(fact.book);
    return outcome;
  },
});
