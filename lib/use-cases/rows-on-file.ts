// Rows that a company declares in batches, as they hold now: a later line takes the place of the earlier ones about the same thing.
import type { BatchView } from '../ledger/views/company-views.ts';
import { inTurn, type ReadingPorts, readRows } from './batches.ts';
import type { BookState } from './book-state.ts';

/**
 * The rows of every fact but those that a row of a later fact replaces: the rows of one file stand beside each other.
 * @param subjectOf rows of different subjects never replace each other
 */
export async function rowsOnFile<T>(
  ports: ReadingPorts,
  company: BookState,
  partition: 'pay' | 'subsidies' | 'orders' | 'claimed',
  subjectOf: (row: T) => string,
  replaces: (later: T, earlier: T) => boolean,
): Promise<T[]> {
  const views = (await company.list(partition)).map(({ value }) => value as unknown as BatchView);
  const facts = await inTurn(views, async ({ batch }) =>
    (await readRows(ports, company.book, batch)).flatMap(({ row }) => (row === null ? [] : [row as unknown as T])),
  );
  const placed = facts.flatMap((rows, fact) => rows.map((row) => ({ row, fact })));
  const ofSubject = Map.groupBy(placed, ({ row }) => subjectOf(row));
  return placed
    .filter(({ row, fact }) => {
      const others = ofSubject.get(subjectOf(row))!;
      return !others.some((other) => other.fact > fact && replaces(other.row, row));
    })
    .map(({ row }) => row);
}
