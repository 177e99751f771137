// All rows of a leave file, sheet by sheet: it is small beside a year of timesheets, and is kept whole while it is read.
import { caps } from '../caps.ts';
import type { Row, Sheet } from '../cell.ts';
import { openFile } from '../open-file.ts';
import { fileRefusal } from '../refusals.ts';
import { sourceOf, type TimesheetFile } from '../timesheet-source.ts';

export interface WholeSheet {
  readonly sheet: Sheet;
  readonly rows: readonly Row[];
}

/** @returns the sheets that show @throws Refusal if the file is none that is read */
export async function wholeSheets(file: TimesheetFile): Promise<WholeSheet[]> {
  if (file.bytes.length > caps.workbookBytes) throw fileRefusal('too-large');
  const opened = await openFile(sourceOf(file), {}, (_, hidden) => !hidden);
  const bySheet = new Map<Sheet, Row[]>();
  for await (const { sheet, rows } of opened.rows.read()) {
    const known = bySheet.get(sheet);
    if (known === undefined) bySheet.set(sheet, [...rows]);
    else for (const row of rows) known.push(row);
  }
  return [...bySheet].map(([sheet, rows]) => ({ sheet, rows }));
}
