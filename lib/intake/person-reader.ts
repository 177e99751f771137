// Who a line is about: by the columns of its table, or by what titles and the sheet’s name state.
import type { Cell } from './cell.ts';
import { cellText } from './cell-text.ts';
import type { Role } from './column-roles.ts';
import type { Header } from './header.ts';

/** @returns the person of a line: matricule, else e-mail, else full name (first name first). Null if nobody is named. */
export function makePersonReader({
  columns,
  stated,
}: Pick<Header, 'columns' | 'stated'>): (cellAt: (column: number) => Cell | undefined) => string | null {
  type CellOf = (cellAt: (column: number) => Cell | undefined) => Cell | undefined;
  const cellsOf = (...roles: readonly Role[]): CellOf[] =>
    roles.map((role) => {
      const column = columns.get(role);
      // What is stated is asked for at each line: a title further down may say otherwise.
      return column === undefined ? () => stated.get(role) : (cellAt) => cellAt(column);
    });
  const textOf = (cell: Cell | undefined): string =>
    cell === undefined || cell.kind === 'unusable' ? '' : cellText(cell);
  const whole = cellsOf('person-id', 'email', 'full-name');
  const parts = cellsOf('first-name', 'last-name');
  return (cellAt) => {
    for (const cellOf of whole) {
      const found = textOf(cellOf(cellAt));
      if (found !== '') return found;
    }
    const name = parts
      .map((cellOf) => textOf(cellOf(cellAt)))
      .filter((part) => part !== '')
      .join(' ');
    return name === '' ? null : name;
  };
}
