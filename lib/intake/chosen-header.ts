// A header as a person chose it: which column is what, and whether the sheet’s name is the person or the project of its lines.
import type { Cell, Sheet } from './cell.ts';
import { withChosenColumns } from './chosen-columns.ts';
import { nameRoles, type Role } from './column-roles.ts';
import type { Header } from './header.ts';
import type { Choices } from './understanding.ts';

/** Whether the name of the sheet says a role, by choice. */
export const isBySheetName =
  ({ personFrom, projectFrom }: Choices = {}) =>
  (role: Role): boolean =>
    (role === 'project' ? projectFrom : personFrom) === 'sheet-name';

/** A chosen sheet's name stands before any column. */
export function chosenHeader(header: Header, sheet: Sheet, { columns, personFrom, projectFrom }: Choices): Header {
  const chosen = withChosenColumns(header, columns);
  const name = (sheet.name ?? '').trim();
  const named: readonly Role[] = [
    ...(personFrom === 'sheet-name' ? nameRoles : []),
    ...(projectFrom === 'sheet-name' ? (['project'] as const) : []),
  ];
  if (name === '' || named.length === 0) return chosen;
  const without = <Value>(map: ReadonlyMap<Role, Value>): Map<Role, Value> =>
    new Map([...map].filter(([role]) => !named.includes(role)));
  const cell: Cell = { kind: 'text', text: name };
  const stated = without(chosen.stated);
  if (personFrom === 'sheet-name') stated.set('full-name', cell);
  if (projectFrom === 'sheet-name') stated.set('project', cell);
  return { ...chosen, columns: without(chosen.columns), missing: without(chosen.missing), stated };
}
