// What every layout (list, grid) offers to the reading of a whole file: its evidence first, then its lines.
import type { Month } from '../model/calendar.ts';
import { type Cell, cellName, type Row, type Sheet } from './cell.ts';
import { cellQuote } from './cell-text.ts';
import { addQuantity, noQuantities, type QuantityEvidence } from './column-facts.ts';
import type { DateOrder, DateReading, ShortYears } from './date.ts';
import type { GridTime } from './day-columns.ts';
import type { Found } from './found.ts';
import type { Header } from './header.ts';
import { memo } from './memo.ts';
import { inUnit, type Quantity, type QuantityUnit, quantityOfCell } from './quantity.ts';
import type { ProblemCode, ProblemPlace } from './reading.ts';
import type { RowKind } from './row-kind.ts';
import type { QuantityColumn } from './settle-quantity.ts';
import type { Choices } from './understanding.ts';

export interface ReadingOptions {
  /** The calendar year that the days must be in; null = any. */
  readonly year: number | null;
  /** Minutes of one working day; null = not known. */
  readonly dayMinutes: number | null;
  readonly choices?: Choices;
}

/** What the whole file settled. */
export interface Evidence extends ReadingOptions {
  readonly column: QuantityColumn;
  /** Of the column that states a person's whole day. */
  readonly dayTotals: QuantityColumn;
  readonly order: DateOrder;
  /** Of days and of the days on which lines were written. */
  readonly shortYears: ShortYears;
  /** Of the days on which lines were written. */
  readonly writtenOrder: DateOrder;
  /** That a person chose for this grid. */
  readonly month: Month | null;
}

/** The unit of a column by its words, and who says so. */
export interface StatedUnit {
  readonly unit: QuantityUnit | null;
  readonly from: 'chosen' | 'header' | 'title' | null;
}

/** A title over the first table of a sheet speaks for those below it. */
export const titledUnit = (previous: Layout | null): QuantityUnit | null =>
  previous?.stated.from === 'title' ? previous.stated.unit : null;

export interface Layout {
  readonly sheet: Sheet;
  readonly shape: 'list' | 'grid';
  readonly header: Header;
  readonly stated: StatedUnit;
  /** The header says that decimals are hundredths. */
  readonly isDecimal: boolean;
  /** The header says hours and minutes. */
  readonly isClock: boolean;
  readonly hasMarks: boolean;
  /** Null for a list. */
  readonly grid: GridShape | null;
  /** A grid that leaves its month to its name, its titles, or a person. */
  readonly needsMonth: boolean;
  /** Columns that stand for days. */
  readonly dayColumns: ReadonlySet<number>;
  readonly monthIn: (year: number | null, chosen: Month | null) => Month | null;
  /** What has been observed. */
  readonly quantities: QuantityEvidence;
  readonly dayTotals: QuantityEvidence;
  readonly dayTotalUnit: QuantityUnit | null;
  readonly dates: DateEvidence;
  readonly written: DateEvidence;
  /** @param row below the header */
  readonly kind: (row: Row) => RowKind;
  /** Whether a row that is no other kind may be the header of the next table: nothing in it is a day or an amount. */
  readonly mayBeHeader: (row: Row) => boolean;
  /** Looks at a line before any is read. */
  readonly observe: (row: Row) => void;
  /** What a total row states. */
  readonly total: (row: Row) => Quantity;
  /** Reports what the sheet as a whole lacks. @returns what reads the rows that follow: told of every row, and given its lines */
  readonly begin: (evidence: Evidence, found: Found) => LineReader;
}

/** What tells one grid of a sheet from the next. */
export interface GridShape {
  /** Its days, as they are headed. */
  readonly heads: string;
  readonly timeIn: (year: number | null, chosen: Month | null) => GridTime;
}

export interface LineReader {
  readonly pass: (row: Row) => void;
  readonly line: (row: Row) => void;
}

/** One date of each sort that can tell which order of day and month a column is in. */
interface DateEvidence {
  readonly add: (reading: DateReading) => void;
  readonly readings: () => Iterable<DateReading>;
}

export function makeDateEvidence(): DateEvidence {
  const sorts = new Map<string, DateReading>();
  return {
    add: (reading) => {
      if (reading.kind === 'either') {
        // Of two digits either may be the year: all of them tell, and they are few.
        const years = reading.shortYear ? `${reading.first} ${reading.year}` : '';
        sorts.set(`${reading.first > 12} ${reading.second > 12} ${years}`, reading);
      }
    },
    readings: () => sorts.values(),
  };
}

/** Points at a cell for a problem. @param column from 0; null for a whole row */
export function placeOf(layout: Pick<Layout, 'sheet' | 'header'>, row: Row, column: number | null): ProblemPlace {
  const text = column === null ? '' : (layout.header.texts[column] ?? '').trim();
  return {
    sheet: layout.sheet.name,
    row: row.number,
    column: text === '' ? null : text,
    cell: column === null ? null : cellName(layout.sheet, row.number, column),
    value: column === null ? null : cellQuote(row.cells[column], layout.sheet.date1904),
  };
}

interface QuantityReader {
  readonly of: (cell: Cell | undefined) => Quantity;
  readonly evidence: QuantityEvidence;
  /** @param unit that stands beside it */
  readonly observe: (cell: Cell | undefined, unit: QuantityUnit | null) => void;
}

/** Reads quantities, and remembers what those of lines say together. */
export function makeQuantityReader(): QuantityReader {
  const evidence = noQuantities();
  const of = memo(quantityOfCell);
  const seen = perUnit((unit) =>
    memo((cell) => {
      addQuantity(evidence, inUnit(of(cell), unit));
      return true;
    }),
  );
  return { of, evidence, observe: (cell, unit) => seen(unit)(cell) };
}

/** One of each for each unit, made where it is first asked for. */
export function perUnit<Value>(make: (unit: QuantityUnit | null) => Value): (unit: QuantityUnit | null) => Value {
  const made = new Map<QuantityUnit | null, Value>();
  return (unit) => {
    const value = made.get(unit) ?? make(unit);
    made.set(unit, value);
    return value;
  };
}

/** The problem of a formula without a usable result, or of a text out of bounds; null if the cell is usable. */
export const faultOf = (cell: Cell | undefined): ProblemCode | null => (cell?.kind === 'unusable' ? cell.why : null);
