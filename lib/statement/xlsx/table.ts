// A table with a header, one line a value, and a total under each column that adds up: formulas, each with its result beside it.
import type { Bilingual } from '../../model/text.ts';
import { type Cell, type Edition, type Formula, firstRow, letters, openSheet, say } from './sheet.ts';

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
    | { readonly kind: 'day' | 'instant'; readonly of: (value: T) => string | null }
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
}

export const formats = {
  // The space behind keeps a number off the text that follows.
  whole: '#,##0_)',
  decimal: '#,##0.00_)',
  day: { fr: 'dd/mm/yyyy_)', en: 'yyyy-mm-dd_)' },
  instant: { fr: 'dd/mm/yyyy hh:mm:ss_)', en: 'yyyy-mm-dd hh:mm:ss_)' },
} as const;

/** Characters on one landscape page, for print that can still be read. */
const readableWidth = 190;

/** A `YYYY-MM-DD` day, or an instant with its `Z`, as the spreadsheet's date. */
export const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function cellOf<T>(edition: Edition, column: Column<T>, value: T, line: Line): Cell {
  switch (column.kind) {
    case 'text':
      return { value: column.of(value), look: column.wrapped === true ? 'wrapped' : 'plain' };
    case 'day':
    case 'instant':
      return { value: dateOf(column.of(value)), format: formats[column.kind][edition.language] };
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

/**
 * Writes a sheet that holds one table, with a filter on it.
 * @param frozenColumns how many columns stay in view
 */
export function writeTable<T>(
  edition: Edition,
  { name, title, frozenColumns }: { readonly name: string; readonly title: string; readonly frozenColumns: number },
  columns: readonly Column<T>[],
  values: readonly T[],
): WrittenTable {
  const header = firstRow(edition);
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
  const totals = new Map<string, number>();
  sheet.row(columns.map((column) => ({ value: column.header, look: 'header' })));
  const first = header + 1;
  values.forEach((value, i) => {
    const numbers = new Map<string, number>();
    for (const column of columns) {
      if (column.kind !== 'whole' && column.kind !== 'euros') continue;
      const number = column.of(value) ?? 0;
      numbers.set(column.key, number);
      totals.set(column.key, (totals.get(column.key) ?? 0) + number);
    }
    const line = {
      cell: (key: string) => `${letter(key)}${first + i}`,
      number: (key: string) => numbers.get(key) ?? 0,
    };
    for (const column of columns) {
      if (column.kind !== 'share') continue;
      totals.set(column.key, (totals.get(column.key) ?? 0) + column.of(line, value).result);
    }
    sheet.row(columns.map((column) => cellOf(edition, column, value, line)));
  });
  // An empty table has one empty line, so that no sum runs over the header.
  const last = Math.max(first, header + values.length);
  if (values.length === 0) sheet.row([]);
  const total = (key: string): number => totals.get(key) ?? 0;
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
  sheet.filter(header, last, columns.length);
  sheet.close();
  return {
    name,
    range: (key) => `'${name}'!${letter(key)}${first}:${letter(key)}${last}`,
    cell: (key, at) => `'${name}'!${letter(key)}${first + at}`,
    total,
  };
}
