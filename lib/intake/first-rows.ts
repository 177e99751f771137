// The first rows of every sheet as they stand, understood or not: where nothing was recognised, a person points at the header among them.
import { caps } from './caps.ts';
import type { Sheet } from './cell.ts';
import { shownText } from './cell-text.ts';
import { openFile } from './open-file.ts';
import { sourceOf, type TimesheetFile } from './timesheet-source.ts';
import type { Choices } from './understanding.ts';

export interface FirstRows {
  /** Null in a text file. */
  readonly sheet: string | null;
  readonly isHidden: boolean;
  /** The texts of the cells, by column; empty for a blank. Blank rows that a file does not hold are not there. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/**
 * @param choices of characters and separators; the others change nothing here, and all sheets are shown
 * @returns as many rows of each sheet as are searched for a header
 * @throws Refusal only where the file itself cannot be opened: `not-a-spreadsheet`, `encrypted`, `zip-bomb`…
 */
export async function firstRows(file: TimesheetFile, choices: Choices): Promise<readonly FirstRows[]> {
  const opened = await openFile(sourceOf(file), choices, () => true);
  const rowsOf = new Map<Sheet, FirstRows['rows'][number][]>();
  for await (const { sheet, rows } of opened.rows.read(caps.headerRows)) {
    const shown = rowsOf.get(sheet) ?? [];
    rowsOf.set(sheet, shown);
    for (const { number, cells } of rows.slice(0, caps.headerRows - shown.length)) {
      shown.push({ row: number, cells: Array.from(cells, (cell) => shownText(cell, sheet.date1904)) });
    }
  }
  return [...rowsOf].map(([sheet, rows]) => ({ sheet: sheet.name, isHidden: sheet.hidden, rows }));
}
