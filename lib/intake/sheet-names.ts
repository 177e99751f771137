// The names of sheets as the people or the projects of their lines, where somebody chose it: one sheet for each person, and no column that says so.
import type { Cell, Sheet } from './cell.ts';
import { withChosenColumns } from './chosen-columns.ts';
import { type Header, personRoles, type Role } from './header.ts';
import type { Choices } from './understanding.ts';

const ofPerson: readonly Role[] = [...personRoles, 'first-name'];

/** The header with the columns and the sheet's name as a person chose them. A chosen sheet's name stands before any column. */
export function chosenHeader(header: Header, sheet: Sheet, { columns, personFrom, projectFrom }: Choices): Header {
  const chosen = withChosenColumns(header, columns);
  const name = (sheet.name ?? '').trim();
  const named: readonly Role[] = [
    ...(personFrom === 'sheet-name' ? ofPerson : []),
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
