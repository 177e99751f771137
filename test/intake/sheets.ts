// Sheets of a workbook with all their rows, where a test looks at cells.
import type { Row, RowSource, Sheet, SheetRows } from '../../lib/intake/cell.ts';

/** @param source of a workbook, whose rows are at hand at once */
export function sheetsOf(source: RowSource): { readonly sheet: Sheet; readonly rows: readonly Row[] }[] {
  const rowsOf = new Map<Sheet, Row[]>();
  for (const { sheet, rows } of source.read() as Iterable<SheetRows>) {
    rowsOf.set(sheet, [...(rowsOf.get(sheet) ?? []), ...rows]);
  }
  return [...rowsOf].map(([sheet, rows]) => ({ sheet, rows }));
}
