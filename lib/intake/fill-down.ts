// The value of a cell that stands in a merged range: the one at its top. Never for quantities: that would multiply time.
import type { Cell, Row, Sheet } from './cell.ts';
import type { MergedRange } from './merges.ts';

export interface FillDown {
  /** Keeps what stands at the top of the ranges that begin in this row: to be told of every row, in order. */
  readonly pass: (row: Row) => void;
  /** @returns the cell, or the one above it in the same merged range */
  readonly at: (row: Row, column: number) => Cell | undefined;
}

export function makeFillDown(sheet: Sheet): FillDown {
  const tops = new Map<MergedRange, Cell>();
  return {
    pass: (row) => {
      for (const range of sheet.merges.beginningAt(row.number)) {
        const cell = row.cells[range.left];
        if (cell !== undefined) tops.set(range, cell);
      }
    },
    at: (row, column) => {
      const own = row.cells[column];
      if (own !== undefined) return own;
      const range = sheet.merges.at(row.number, column);
      return range === null || range.left !== column ? undefined : tops.get(range);
    },
  };
}
