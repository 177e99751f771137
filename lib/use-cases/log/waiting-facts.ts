// Facts that are not in the log yet, of each book from where the log stands.
import { parseFact } from '../../ledger/fact.ts';
import type { StoredFact } from '../../ports/books.ts';
import type { Ports } from '../../ports.ts';
import { yearOf } from './log-of-year.ts';

/** One append stages so many at most: their bytes and their entries are in memory at once. */
export const mostAtOnce = 2_048;

export interface WaitingFact {
  readonly stored: StoredFact;
  readonly year: number;
}

export type WaitingPorts = Pick<Ports, 'readBooks' | 'readLogPlaces'>;

/**
 * @returns of each book the facts that follow the last one in the log, without a gap, `mostAtOnce` in all
 * @throws Error (a fault) if a fact does not read: it is not put into a log for ever
 */
export async function waitingFacts(
  { readBooks, readLogPlaces }: WaitingPorts,
  books: Iterable<string>,
): Promise<readonly WaitingFact[]> {
  const waiting: WaitingFact[] = [];
  for (const book of books) {
    let last = await readLogPlaces.last(book);
    for await (const stored of readBooks.facts(book, last)) {
      const fact = parseFact(stored.bytes);
      if (stored.seq !== last + 1 || fact.book !== book || fact.seq !== stored.seq || stored.salt.length !== 32) {
        throw new Error(
          `fact ${book} ${stored.seq}: it does not follow the last one that is in the log, or has no salt`,
        );
      }
      waiting.push({ stored, year: yearOf(fact.at) });
      last = stored.seq;
      if (waiting.length === mostAtOnce) return waiting;
    }
  }
  return waiting;
}

/** @returns those of the year that still wait: the log may have taken some since they were read */
export async function stillWaiting(
  { readLogPlaces }: Pick<Ports, 'readLogPlaces'>,
  waiting: readonly WaitingFact[],
  year: number,
): Promise<readonly StoredFact[]> {
  const still: StoredFact[] = [];
  for (const [book, facts] of Map.groupBy(waiting, ({ stored }) => stored.book)) {
    let last = await readLogPlaces.last(book);
    for (const { stored, year: own } of facts) {
      if (stored.seq <= last) continue;
      // One of another year stands between: that year’s log takes it first.
      if (stored.seq !== last + 1 || own !== year) break;
      still.push(stored);
      last = stored.seq;
    }
  }
  return still;
}
