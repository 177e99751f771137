// The second of two readings, for one sheet: each row is a line and makes entries or problems, or it is set aside and listed.
import { caps } from './caps.ts';
import { isBlankRow, type Row, type Sheet } from './cell.ts';
import { shownText } from './cell-text.ts';
import type { Found } from './found.ts';
import type { Evidence, Layout } from './layout.ts';
import type { Ignored } from './reading.ts';
import { settleTotal } from './settle-quantity.ts';
import { type ReadSoFar, type StatedTotal, totalOfTable } from './total-row.ts';

/** Lines shown beside what was made of them. */
const sampled = 10;

export interface SheetReader {
  readonly read: (row: Row) => void;
  readonly close: () => void;
}

export function makeSheetReader(layout: Layout, evidence: Evidence, found: Found): SheetReader {
  const { sheet, header } = layout;
  const { pass, line } = layout.begin(evidence, found);
  const ignore = makeIgnorer(sheet, found);
  const stated: StatedTotal[] = [];
  let lines = 0;
  let minutes = 0;
  const soFar = (): ReadSoFar => ({ lines, minutes });
  return {
    read: (row) => {
      pass(row);
      if (row.number === header.row) return;
      const isAbove = row.number < header.row;
      const kind = isAbove ? aboveKind(row) : layout.kind(row);
      if (kind === 'line') {
        ignore.rowsBefore();
        const from = found.batch.length;
        const before = found.sums.minutes;
        line(row);
        lines += 1;
        minutes += found.sums.minutes - before;
        if (found.sample.length < sampled) {
          const entries = found.batch.slice(from);
          found.sample.push({ sheet: sheet.name, row: row.number, cells: shownTexts(row, sheet), entries });
        }
      } else if (typeof kind === 'object') {
        const says = settleTotal(layout.total(row), evidence.column);
        stated.push({ row: row.number, kind: kind.total, minutes: says, above: soFar() });
        ignore.row(row, 'total');
      } else ignore.row(row, kind, isAbove);
    },
    close: () => {
      found.totals.push({ sheet: sheet.name, total: totalOfTable(stated, soFar()) });
    },
  };
}

/** A sheet without a table: its rows are listed, and nothing is read. */
export function makeOtherReader(sheet: Sheet, found: Found): SheetReader {
  const ignore = makeIgnorer(sheet, found);
  return { read: (row) => ignore.row(row, aboveKind(row), true), close: () => {} };
}

const aboveKind = (row: Row): Exclude<Ignored['why'], 'total'> => row.aside ?? (isBlankRow(row) ? 'blank' : 'title');

const shownTexts = (row: Row, sheet: Sheet): string[] =>
  Array.from(row.cells, (cell) => shownText(cell, sheet.date1904));

/** Blank rows are listed where something follows them; those at the end of a sheet are nobody's. */
function makeIgnorer(sheet: Sheet, found: Found) {
  let blanks: { readonly row: number; readonly why: Ignored['why'] }[] = [];
  let more = 0;
  const rowsBefore = (): void => {
    if (blanks.length === 0) return;
    for (const { row, why } of blanks) found.ignore(sheet.name, row, why);
    found.sums.ignored += more;
    blanks = [];
    more = 0;
  };
  return {
    rowsBefore,
    row: (row: Row, why: Ignored['why'], isAbove = false): void => {
      if (!isBlankRow(row) || isAbove || why === 'left-out') {
        rowsBefore();
        found.ignore(sheet.name, row.number, why);
      } else if (blanks.length < caps.ignoredListed) blanks.push({ row: row.number, why });
      else more += 1;
    },
  };
}
