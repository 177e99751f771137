// Cells, rows and sheets as every reader (CSV, XLSX, ODS) hands them on: text or exact decimals, never floats or dates.
import type { Merges } from './merges.ts';

/** What the cell's number format says its number is. `zeros`: digits of a format such as `000000`, else 0. */
export interface NumberShape {
  readonly shape: 'plain' | 'date' | 'time' | 'percent';
  readonly zeros: number;
}

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** `text` is a decimal literal with `.`, maybe with an exponent; `sum`: the result of a SUM. */
  | { readonly kind: 'number'; readonly text: string; readonly format: NumberShape; readonly sum: boolean }
  /** A day without a serial number, as OpenDocument gives it. */
  | { readonly kind: 'day'; readonly text: string }
  | {
      readonly kind: 'unusable';
      readonly why: 'formula-error' | 'formula-without-result' | 'cell-too-long' | 'text-too-many-rows';
      readonly text: string;
      readonly sum: boolean;
    };

export interface Row {
  /** 1-based, in the file. */
  readonly number: number;
  readonly hidden: boolean;
  /** By column, from 0; undefined = blank. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Sheet {
  /** Null in a text file. */
  readonly name: string | null;
  readonly rows: readonly Row[];
  readonly merges: Merges;
  /** Serial numbers count from 1904 (old Macintosh workbooks). */
  readonly date1904: boolean;
}

/** A file's sheets: those that show, and the names of those that do not. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly hiddenSheets: readonly string[];
}

/** `0` → `A`, `26` → `AA`. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `AA` → 26; -1 for anything that is not a column name of a spreadsheet. */
export function columnIndex(name: string): number {
  if (!/^[A-Z]{1,3}$/.test(name)) return -1;
  let index = 0;
  for (const letter of name) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `F14`; null in a text file, which has no cells to point at. */
export const cellName = (sheet: Sheet, row: number, column: number): string | null =>
  sheet.name === null ? null : `${columnName(column)}${row}`;

export const isBlankRow = (row: Row): boolean => row.cells.every((cell) => cell === undefined);

/** Same cells share one object: a year of timesheets repeats few names, days and quantities. */
export function makeInterner(): (key: string, make: () => Cell) => Cell {
  const known = new Map<string, Cell>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    known.set(key, made);
    return made;
  };
}
