// The pay and the money received that hold now: a later line takes the place of the earlier ones about the same thing.
import type { BatchView } from '../ledger/views/company-views.ts';
import type { Period } from '../model/calendar.ts';
import type { Pay, Subsidy } from '../model/pay.ts';
import { inTurn, type ReadingPorts, readRows } from './batches.ts';
import type { BookState } from './book-state.ts';

const overlap = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;

/**
 * The rows of every fact but those that a row of a later fact replaces: the rows of one file stand beside each other.
 * @param subjectOf rows of different subjects never replace each other
 */
async function holding<T>(
  ports: ReadingPorts,
  company: BookState,
  partition: 'pay' | 'subsidies',
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

/** @returns for each developer, pay of periods that do not overlap */
export const payOnFile = (ports: ReadingPorts, company: BookState): Promise<readonly Pay[]> =>
  holding<Pay>(
    ports,
    company,
    'pay',
    ({ developer }) => developer,
    (later, earlier) => overlap(later.period, earlier.period),
  );

/** What tells one grant from another: a later amount under the same name corrects it, and 0 takes it back. */
export const nameOfSubsidy = ({ kind, grantor, period }: Subsidy): string =>
  `${kind} ${period.from} ${period.to} ${grantor}`;

export const subsidiesOnFile = (ports: ReadingPorts, company: BookState): Promise<readonly Subsidy[]> =>
  holding<Subsidy>(ports, company, 'subsidies', nameOfSubsidy, () => true);
