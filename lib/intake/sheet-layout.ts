// Which table a sheet holds, by its first rows: a grid of days, else a list; or the one whose header a person pointed at.
import type { Row, Sheet } from './cell.ts';
import { hasChosenColumns } from './chosen-columns.ts';
import { chosenHeader } from './chosen-header.ts';
import { gridLayout } from './grid-layout.ts';
import { findListHeader, type Header, headerOf, headerScore, rowTexts } from './header.ts';
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
    return listLayout(sheet, chosenHeader(header, sheet, choices), above, unit ?? null);
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

/**
 * A sheet may hold several tables below one another: a week each, a person each. A row that repeats the header of the table it stands in,
 * under no other title, is none of them.
 * @param between the rows since the last line above it
 * @returns the table that begins with this row; null if none does
 */
export function tableBelow(previous: Layout, row: Row, between: readonly Row[], choices: Choices): Layout | null {
  const { sheet, header } = previous;
  const grid = gridLayout(sheet, row, between, choices, previous);
  if (grid !== null && (grid.header.columns.size > 0 || previous.shape === 'grid')) {
    return previous.grid !== null && isSameGrid(previous.grid, grid.grid) ? null : grid;
  }
  const texts = rowTexts(row.cells);
  const found = chosenHeader(headerOf(row.number, texts), sheet, choices);
  if (
    headerScore(found) < Math.max(3, headerScore(header)) ||
    texts.every((text, column) => text.trim() === (header.texts[column] ?? '').trim())
  )
    return null;
  return listLayout(sheet, found, between, choices.unit ?? null, previous);
}

/** The year matters to neither: 1900 stands for whichever is asked for. */
const isSameGrid = (one: NonNullable<Layout['grid']>, other: Layout['grid']): boolean =>
  other !== null &&
  one.heads === other.heads &&
  JSON.stringify(one.timeIn(1900, null)) === JSON.stringify(other.timeIn(1900, null));
