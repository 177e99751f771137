// A table with a header, one line a value, and a total under each column that adds up: formulas, each with its result beside it.
import type { Bilingual } from '../../model/text.ts';
import { type Cell, type Formula, letters } from './file/cell-xml.ts';
import type { SheetWriter } from './file/workbook.ts';
import { type Edition, firstRow, openSheet, say } from './sheet.ts';

/** The number in another column of the same line: as a cell's address, and as the number itself. */
export interface Line {
  readonly cell: (key: string) => string;
  readonly number: (key: string) => number;
}

export interface Head {
  readonly key: string;
  readonly header: string;
  /** In characters. */
  readonly width: number;
}

export const head = (edition: Edition, key: string, label: Bilingual, width: number): Head => ({
  key,
  header: say(edition, label),
  width,
});

/** A column of a table over values of type T. */
export type Column<T> = Head &
  (
    | { readonly kind: 'text'; readonly of: (value: T) => string | null; readonly wrapped?: boolean }
    /** `month` takes `YYYY-MM`, and stands as the first day of the month. */
    | { readonly kind: 'day' | 'month' | 'instant'; readonly of: (value: T) => string | null }
    /** Whole numbers, which are added up; `euros` writes cents as euros. */
    | { readonly kind: 'whole' | 'euros'; readonly of: (value: T) => number | null; readonly adds: boolean }
    /** Worked out from other columns, in each line and in the total. */
    | { readonly kind: 'formula'; readonly of: (line: Line) => Formula; readonly format: string }
    /** Worked out from other columns in each line, and from the value for its stored result; added up in the total. */
    | { readonly kind: 'share'; readonly of: (line: Line, value: T) => Formula & { readonly result: number } }
    | { readonly kind: 'free'; readonly of: (value: T) => Cell }
  );

/** A table as it was written, for formulas on other sheets. */
export interface WrittenTable {
  /** Of its sheet. */
  readonly name: string;
  /** `'Projets'!D4:D9` @throws Error (a fault) for a key that it has not */
  readonly range: (key: string) => string;
  /** One cell of it: `'Projets'!D5`. @param at place of the line, from 0 */
  readonly cell: (key: string, at: number) => string;
  /** The sum of the whole numbers of a column. */
  readonly total: (key: string) => number;
  /** Is there a column of whole numbers under this key? */
  readonly has: (key: string) => boolean;
}

export const formats = {
  // The space behind keeps a number off the text that follows.
  whole: '#,##0_)',
  decimal: '#,##0.00_)',
  /** Minutes as a part of a day, above 24 hours too. */
  duration: '[h]:mm_)',
  halves: '#,##0.0_)',
  month: { fr: 'mm/yyyy', en: 'yyyy-mm' },
  day: { fr: 'dd/mm/yyyy', en: 'yyyy-mm-dd' },
  instant: { fr: 'dd/mm/yyyy hh:mm:ss', en: 'yyyy-mm-dd hh:mm:ss' },
} as const;

/** Characters on one landscape page, for print that can still be read. */
const readableWidth = 206;

/** A `YYYY-MM-DD` day, or an instant with its `Z`, as the spreadsheet's date. */
export const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function cellOf<T>(edition: Edition, column: Column<T>, value: T, line: Line): Cell {
  switch (column.kind) {
    case 'text':
      return { value: column.of(value), look: column.wrapped === true ? 'wrapped' : 'plain' };
    case 'day':
    case 'month':
    case 'instant':
      return { value: dateOf(column.of(value)), format: formats[column.kind][edition.language], look: 'date' };
    case 'whole':
      return { value: column.of(value), format: formats.whole };
    case 'euros': {
      const cents = column.of(value);
      // The one division of money: in the cell, for the eye. The cents stand in a column of their own.
      return { value: cents === null ? null : cents / 100, format: formats.decimal };
    }
    case 'formula':
      return { value: column.of(line), format: column.format };
    case 'share':
      return { value: column.of(line, value), format: formats.decimal };
    case 'free':
      return column.of(value);
  }
}

export interface TableSetting {
  readonly name: string;
  readonly title: string;
  /** How many columns stay in view. */
  readonly frozenColumns: number;
  /** Sentences above the table. */
  readonly intro?: readonly string[];
  /** Writes what stands below the table. */
  readonly after?: (sheet: SheetWriter) => void;
}

/** What a column adds up to, line by line. */
function countedTotals<T>(columns: readonly Column<T>[]) {
  const totals = new Map<string, number>();
  const add = (key: string, number: number): void => {
    totals.set(key, (totals.get(key) ?? 0) + number);
  };
  return {
    total: (key: string): number => totals.get(key) ?? 0,
    /** @returns the line, for the formulas of its cells */
    take: (value: T, cell: Line['cell']): Line => {
      const numbers = new Map<string, number>();
      for (const column of columns) {
        if (column.kind !== 'whole' && column.kind !== 'euros') continue;
        const number = column.of(value) ?? 0;
        numbers.set(column.key, number);
        add(column.key, number);
      }
      const line = { cell, number: (key: string) => numbers.get(key) ?? 0 };
      for (const column of columns) {
        if (column.kind === 'share') add(column.key, column.of(line, value).result);
      }
      return line;
    },
  };
}

/** Writes a sheet that holds one table, with a filter on it; its lines are written as they come, and none is kept. */
export function writeTable<T>(
  edition: Edition,
  { name, title, frozenColumns, intro = [], after }: TableSetting,
  columns: readonly Column<T>[],
  values: Iterable<T>,
): WrittenTable {
  const header = firstRow(edition) + intro.length;
  const sheet = openSheet(edition, title, {
    name,
    widths: columns.map(({ width }) => width),
    frozenRows: header,
    frozenColumns,
    pagesWide: Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / readableWidth),
    orientation: 'landscape',
  });
  const letterOf = new Map(columns.map(({ key }, i) => [key, letters(i)]));
  const letter = (key: string): string => {
    const found = letterOf.get(key);
    if (found === undefined) throw new Error(`workbook: the sheet ${name} has no column ${key}`);
    return found;
  };
  const { total, take } = countedTotals(columns);
  for (const sentence of intro) sheet.row([{ value: sentence }]);
  sheet.row(columns.map((column) => ({ value: column.header, look: 'header' })));
  const first = header + 1;
  for (const value of values) {
    const row = sheet.next();
    const line = take(value, (key) => `${letter(key)}${row}`);
    sheet.row(columns.map((column) => cellOf(edition, column, value, line)));
  }
  // An empty table has one empty line, so that no sum runs over the header.
  if (sheet.next() === first) sheet.row([]);
  const last = sheet.next() - 1;
  const sums = columns.some((column) => 'adds' in column && column.adds);
  if (sums) {
    const line = { cell: (key: string) => `${letter(key)}${last + 1}`, number: total };
    sheet.row(
      columns.map((column, i): Cell => {
        const look = 'total';
        if (i === 0) return { value: say(edition, { fr: 'Total', en: 'Total' }), look };
        if (column.kind === 'formula') return { value: column.of(line), format: column.format, look };
        const isShare = column.kind === 'share';
        if (!isShare && !('adds' in column && column.adds)) return { value: null, look };
        const formula = `SUM(${letter(column.key)}${first}:${letter(column.key)}${last})`;
        return column.kind === 'whole'
          ? { value: { formula, result: total(column.key) }, format: formats.whole, look }
          : { value: { formula, result: total(column.key) / (isShare ? 1 : 100) }, format: formats.decimal, look };
      }),
    );
  }
  after?.(sheet);
  sheet.filter(header, last, columns.length);
  sheet.close();
  return {
    name,
    range: (key) => `'${name}'!${letter(key)}${first}:${letter(key)}${last}`,
    cell: (key, at) => `'${name}'!${letter(key)}${first + at}`,
    total,
    has: (key) => columns.some((column) => column.key === key && column.kind === 'whole'),
  };
}
