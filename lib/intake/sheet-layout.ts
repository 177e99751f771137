// Which table a sheet holds, by its first rows: a grid of days, else a list; or the one whose header a person pointed at.
import type { Row, Sheet } from './cell.ts';
import { hasChosenColumns, withChosenColumns } from './chosen-columns.ts';
import { gridLayout } from './grid-layout.ts';
import { findListHeader, type Header, headerOf, rowTexts } from './header.ts';
import type { Layout } from './layout.ts';
import { listLayout } from './list-layout.ts';
import type { Choices } from './understanding.ts';

/**
 * @param head the first rows of the sheet, as many as are searched for a header
 * @returns null if there is no table; with a chosen header row, if that row is not among them
 */
export function layoutOf(sheet: Sheet, head: readonly Row[], choices: Choices): Layout | null {
  const { headerRow, columns, unit } = choices;
  const list = (header: Header): Layout => {
    const above = head.filter(({ number }) => number < header.row);
    return listLayout(sheet, withChosenColumns(header, columns), above, unit ?? null);
  };
  const grid = (row: Row): Layout | null => gridLayout(sheet, row, head.slice(0, head.indexOf(row)), choices);
  const candidates = head.filter(({ aside, number }) =>
    headerRow === undefined ? aside === null : number === headerRow,
  );
  // Someone who names the column of days, or of amounts, speaks of a list.
  const isList = [columns?.date, columns?.quantity].some((wished) => typeof wished === 'string');
  for (const row of isList ? [] : candidates) {
    const found = grid(row);
    if (found !== null) return found;
  }
  const headers = (): Header[] => candidates.map((row) => headerOf(row.number, rowTexts(row.cells)));
  const header =
    headerRow === undefined
      ? (headers().find(({ texts }) => hasChosenColumns(texts, columns)) ?? findListHeader(candidates))
      : headers()[0];
  return header === undefined || header === null ? null : list(header);
}
