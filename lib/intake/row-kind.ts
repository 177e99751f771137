// What a row below the header is, if it is not a line: blank, title, total, set aside, the header again.
import { isBlankRow, type Row, type Sheet } from './cell.ts';
import { personRoles, type Role } from './column-roles.ts';
import type { Header } from './header.ts';
import { memo } from './memo.ts';
import type { Ignored } from './reading.ts';
import { statesAgain } from './stated-titles.ts';
import { type TotalKind, totalKindOf, totalKindOfRow } from './total-row.ts';

export type RowKind = 'line' | { readonly total: TotalKind } | Exclude<Ignored['why'], 'total'>;

/** The kind of each row of a list. */
export function makeRowKind(sheet: Sheet, header: Header): (row: Row) => RowKind {
  const column = (role: Role): number => header.columns.get(role) ?? -1;
  const comment = header.columns.get('comment');
  const [quantity, date, project] = [column('quantity'), column('date'), column('project')];
  const names = personRoles.map(column).filter((at) => at >= 0);
  const repeats = makeHeaderAgain(header, [date, quantity]);
  const isTotal = memo((cell) => totalKindOf(cell) !== null);
  return (row) => {
    if (row.aside !== null) return row.aside;
    if (isBlankRow(row)) return 'blank';
    // Who or which may stand in a title, once for all lines.
    const isComplete =
      row.cells[date] !== undefined &&
      (project < 0 || row.cells[project] !== undefined) &&
      (names.length === 0 || names.some((name) => row.cells[name] !== undefined));
    if (statesAgain(row, header).length > 0) return 'title';
    if (!isComplete || isTotal(row.cells[date])) {
      const total = totalKindOfRow(row, comment);
      if (total !== null) return { total };
      const amount = row.cells[quantity];
      const isSum = amount !== undefined && amount.kind !== 'text' && amount.kind !== 'day' && amount.sum;
      if (isSum && row.cells[date] === undefined) return { total: 'named' };
      if (isFootnote(sheet, row)) return 'title';
    }
    return repeats(row) ? 'repeated-header' : 'line';
  };
}

/** Printed lists repeat their header on each page. @param columns where it must stand again */
export function makeHeaderAgain(header: Header, columns: readonly number[]): (row: Row) => boolean {
  const wanted = columns.map((column) => ({ column, text: (header.texts[column] ?? '').trim() }));
  return ({ cells }) =>
    wanted.every(({ column, text }) => {
      const cell = cells[column];
      return cell?.kind === 'text' && cell.text.trim() === text;
    });
}

const footnote =
  /^(signature|visa|édité|edite|imprimé|imprime|généré|genere|exporté|exporte|fait (à|le)|date et signature|nom et signature|lu et approuvé|bon pour accord|certifi|page \d|source|nota|n\.b\.|nb ?:|printed|generated|exported|signed|\*)/i;

/**
 * One text alone on its row that spans several columns, announces a signature or a print date, or holds no digit: the name above a group of
 * lines, a remark. With a digit it may be a line that fell out of its columns, and is reported as one.
 */
export function isFootnote(sheet: Sheet, row: Row): boolean {
  const only = row.cells.findIndex((cell) => cell !== undefined);
  const cell = row.cells[only];
  if (cell?.kind !== 'text' || only !== row.cells.findLastIndex((each) => each !== undefined)) return false;
  const range = sheet.merges.at(row.number, only);
  return (
    (range !== null && range.right > range.left) || footnote.test(cell.text) || (only === 0 && !/\d/.test(cell.text))
  );
}
