// The plain way that needs no table: objects sorted by developer, project and day, then two pointers along both.
import { type Columns, daysAfter, daysBefore } from './made-columns.ts';
import type { Prepare } from './way.ts';

interface Row {
  readonly developer: number;
  readonly project: number;
  readonly day: number;
}

const rowsOf = ({ developer, project, day }: Columns): Row[] =>
  Array.from(developer, (each, row) => ({ developer: each, project: project[row]!, day: day[row]! }));

const byPlaceAndDay = (a: Row, b: Row): number => a.developer - b.developer || a.project - b.project || a.day - b.day;

/** Where b lies beside a row moved by so many days. */
const beside = (a: Row, days: number, b: Row): number =>
  b.developer - a.developer || b.project - a.project || b.day - (a.day + days);

/** @returns for each of `rows`, how many of `others` lie from so many days before its day to so many after it */
function* counts(rows: readonly Row[], others: readonly Row[], before: number, after: number): Generator<number> {
  let low = 0;
  let high = 0;
  for (const row of rows) {
    while (low < others.length && beside(row, -before, others[low]!) < 0) low += 1;
    high = Math.max(low, high);
    while (high < others.length && beside(row, after, others[high]!) <= 0) high += 1;
    yield high - low;
  }
}

export const prepare: Prepare = async (_load, made) => {
  const entries = rowsOf(made.entries);
  const contributions = rowsOf(made.contributions);
  return async () => {
    const start = performance.now();
    entries.sort(byPlaceAndDay);
    contributions.sort(byPlaceAndDay);
    let [pairs, none, orphan] = [0, 0, 0];
    for (const found of counts(entries, contributions, daysBefore, daysAfter)) {
      pairs += found;
      if (found === 0) none += 1;
    }
    for (const found of counts(contributions, entries, daysAfter, daysBefore)) if (found === 0) orphan += 1;
    const milliseconds = { 'objects, sort + merge': performance.now() - start };
    return { answer: { pairs, none, orphan }, milliseconds };
  };
};
