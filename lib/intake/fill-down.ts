// The value of a cell that stands in a merged range: the one at its top. Never for quantities: that would multiply time.
import type { Cell, Row, Sheet } from './cell.ts';

/** @returns the cell, or the one above it in the same merged range */
export function makeFillDown(sheet: Sheet): (row: Row, column: number) => Cell | undefined {
  const byNumber = new Map<number, Row>();
  return (row, column) => {
    const own = row.cells[column];
    if (own !== undefined) return own;
    const range = sheet.merges.at(row.number, column);
    if (range === null || range.left !== column || range.top === row.number) return undefined;
    if (byNumber.size === 0) for (const each of sheet.rows) byNumber.set(each.number, each);
    return byNumber.get(range.top)?.cells[column];
  };
}
