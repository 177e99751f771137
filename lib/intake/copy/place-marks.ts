// Where each mark goes on the copy: its cell, or in its row the cell that holds what it is about, else the first.
import { caps } from '../caps.ts';
import { columnIndex, columnName, type Row } from '../cell.ts';
import { cellQuote } from '../cell-text.ts';
import type { Merges } from '../merges.ts';
import type { Mark } from './mark.ts';

/** Marks by row, then by column from 0. */
export type PlacedMarks = ReadonlyMap<number, ReadonlyMap<number, readonly Mark[]>>;

/** Finds the places of one sheet's marks while its rows go by. */
export interface MarkPlacer {
  readonly see: (row: Row) => void;
  /** @param merges of the sheet: of a merged range only the first cell shows */
  readonly close: (merges: Merges) => {
    readonly placed: PlacedMarks;
    /** Null where the sheet has no such row. */
    readonly placeOf: (mark: Mark) => string | null;
  };
}

export function makeMarkPlacer(marks: readonly Mark[], date1904: boolean): MarkPlacer {
  const byRow = Map.groupBy(
    marks.filter(({ row }) => row !== null),
    ({ row }) => row,
  );
  /** In a text file a problem names its column by the header's words alone. */
  const wanted = new Set(marks.flatMap(({ cell, column }) => (cell === null && column !== null ? [column] : [])));
  const columns = new Map<string, number>();
  const found = new Map<Mark, { readonly row: number; readonly column: number }>();

  const columnOf = (mark: Mark, { cells }: Row): number => {
    const named = mark.cell === null ? -1 : columnIndex(mark.cell.replace(/\d+$/, ''));
    if (named >= 0) return named;
    const byHeader = mark.column === null ? undefined : columns.get(mark.column);
    if (byHeader !== undefined) return byHeader;
    const same =
      mark.value === null ? [] : cells.flatMap((cell, at) => (cellQuote(cell, date1904) === mark.value ? [at] : []));
    const [only] = same;
    if (only !== undefined && same.length === 1) return only;
    return Math.max(
      0,
      cells.findIndex((cell) => cell !== undefined),
    );
  };

  let rows = 0;
  return {
    see: (row) => {
      rows += 1;
      if (rows <= caps.headerRows && wanted.size > columns.size) {
        row.cells.forEach((cell, at) => {
          const text = cellQuote(cell, date1904);
          if (text !== null && wanted.has(text) && !columns.has(text)) columns.set(text, at);
        });
      }
      for (const mark of byRow.get(row.number) ?? []) {
        found.set(mark, { row: row.number, column: columnOf(mark, row) });
      }
    },
    close: (merges) => {
      const placed = new Map<number, Map<number, Mark[]>>();
      const places = new Map<Mark, string>();
      for (const [mark, at] of found) {
        const covering = merges.at(at.row, at.column);
        const { row, column } = covering === null ? at : { row: covering.top, column: covering.left };
        const ofRow = placed.get(row) ?? new Map<number, Mark[]>();
        placed.set(row, ofRow);
        const ofCell = ofRow.get(column) ?? [];
        ofRow.set(column, ofCell);
        ofCell.push(mark);
        places.set(mark, `${columnName(column)}${row}`);
      }
      return { placed, placeOf: (mark) => places.get(mark) ?? null };
    },
  };
}
