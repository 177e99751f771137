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
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly format: NumberShape;
      readonly sum: boolean;
      /** Of a total over several rows, as the file writes it. */
      readonly formula?: string;
    }
  /** A day without a serial number, as OpenDocument gives it. */
  | { readonly kind: 'day'; readonly text: string }
  | {
      readonly kind: 'unusable';
      readonly why: 'formula-error' | 'formula-without-result' | 'cell-too-long' | 'text-too-many-rows';
      readonly text: string;
      readonly sum: boolean;
    };

/** Why a row is set aside before it is looked at: the file hides it, or a person left it out. */
type Aside = 'hidden' | 'left-out';

export interface Row {
  /** 1-based, in the file. */
  readonly number: number;
  readonly aside: Aside | null;
  /** By column, from 0; undefined = blank. */
  readonly cells: readonly (Cell | undefined)[];
}

/** What is known of a sheet beside its rows. */
export interface Sheet {
  /** Null in a text file. */
  readonly name: string | null;
  readonly hidden: boolean;
  /** Known where the rows are read for the second time; a workbook names them behind its rows. */
  readonly merges: Merges;
  /** Columns, from 0, that the file hides though they hold something: they are not read, and listed. Known once the rows were read. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** Serial numbers count from 1904 (old Macintosh workbooks). */
  readonly date1904: boolean;
}

/** Some rows of a sheet, in order. */
export interface SheetRows {
  readonly sheet: Sheet;
  readonly rows: readonly Row[];
}

/** The sheets of a file. Rows are handed on a few at a time and read again from the start, so that they need not be kept. */
export interface RowSource {
  /** All, also those that are not read; complete once the rows were read to the end. */
  readonly sheets: readonly Sheet[];
  /**
   * Sheet after sheet, and the same rows each time.
   * @param most of each sheet, about so many rows are wanted; a file may give more where passing over them costs as much
   * @throws Refusal
   */
  readonly read: (most?: number) => Iterable<SheetRows> | AsyncIterable<SheetRows>;
}

/** Which sheets of a workbook to read. */
export type IsWanted = (name: string, hidden: boolean) => boolean;

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
export const cellName = (sheet: Pick<Sheet, 'name'>, row: number, column: number): string | null =>
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
