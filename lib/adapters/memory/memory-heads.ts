// Signed heads in memory.
import type { Heads } from '../../ports/books.ts';

/** @param held by book; a test may change it behind the port */
export const memoryHeads = (held: Map<string, string>): Heads => ({
  get: async (book) => held.get(book) ?? null,
  put: async (book, text) => {
    held.set(book, text);
  },
  books: async function* () {
    yield* [...held.keys()].sort();
  },
});
