// What a title above a table says once for all its lines: « Agent : Zoé Fictif », « Projet » beside « tdp-lib ».
import type { Cell, Row } from './cell.ts';
import { cellText } from './cell-text.ts';
import { nameRoles, type Role, roleOfLabel } from './column-roles.ts';
import { type Header, hasPerson } from './header.ts';

const stateable: ReadonlySet<Role> = new Set<Role>([...nameRoles, 'project']);

/** What titles state as the rows go by: one below the header, « Agent : Bob », holds for the lines below it. */
interface StatedSoFar {
  readonly stated: ReadonlyMap<Role, Cell>;
  /** To be told of every row, in order. */
  readonly pass: (row: Row) => void;
}

const isLabelled = (cell: Cell): boolean => cell.kind === 'text' && /^\p{L}[^:]{1,39}:/u.test(cell.text.trim());

/** Two cells at most, or labels only, that say again, and maybe otherwise, what a title above the table says. */
export function statesAgain(row: Row, header: Header): { readonly role: Role; readonly value: Cell }[] {
  if (header.stated.size === 0 || row.aside !== null) return [];
  const cells = row.cells.filter((cell) => cell !== undefined);
  if (cells.length > 2 && !cells.every(isLabelled)) return [];
  const isPersonStated = nameRoles.some((role) => header.stated.has(role));
  return statedIn(row).filter(({ role }) => header.stated.has(role) || (isPersonStated && nameRoles.includes(role)));
}

/** @param isFixed roles that a person chose to be said by the sheet's name */
export function makeStatedSoFar(header: Header, isFixed: (role: Role) => boolean): StatedSoFar {
  const stated = new Map(header.stated);
  return {
    stated,
    pass: (row) => {
      if (row.number <= header.row) return;
      const again = statesAgain(row, header).filter(({ role }) => !isFixed(role));
      if (again.some(({ role }) => nameRoles.includes(role))) for (const role of nameRoles) stated.delete(role);
      for (const { role, value } of again) stated.set(role, value);
    },
  };
}

/** A label names a person or a project; whatever stands behind its colon, or in the next cell, is who or which. */
function statedIn(row: Row): { readonly role: Role; readonly value: Cell }[] {
  const cells = row.cells.filter((cell) => cell !== undefined);
  return cells.flatMap((cell, index) => {
    if (cell.kind !== 'text') return [];
    const [, label = cell.text, inside] = /^([^:]{2,40}?)\s*:\s*(\S.*)?$/s.exec(cell.text.trim()) ?? [];
    const role = roleOfLabel(label);
    if (role === null || !stateable.has(role)) return [];
    if (inside !== undefined) return [{ role, value: { kind: 'text' as const, text: inside } }];
    const next = cells[index + 1];
    const isValue = next !== undefined && next.kind !== 'unusable' && next.kind !== 'day' && !isLabel(next);
    return isValue ? [{ role, value: next }] : [];
  });
}

const isLabel = (cell: Cell): boolean =>
  cell.kind === 'text' && (cell.text.includes(':') || roleOfLabel(cellText(cell)) !== null);

/** @param above the rows above the header @returns the header, with what titles state and no column does; two values of one label state none */
export function withStatedTitles(header: Header, above: readonly Row[]): Header {
  const found = Map.groupBy(above.filter(({ aside }) => aside === null).flatMap(statedIn), ({ role }) => role);
  const stated = new Map<Role, Cell>();
  for (const [role, [first, ...others]] of found) {
    if (first === undefined || others.some(({ value }) => cellText(value) !== cellText(first.value))) continue;
    const isSaid = role === 'project' ? isSaidIn(header, role) : saysPerson(header);
    if (!isSaid) stated.set(role, first.value);
  }
  return stated.size === 0 ? header : { ...header, stated: new Map([...header.stated, ...stated]) };
}

const isSaidIn = ({ columns, missing, stated }: Header, role: Role): boolean =>
  columns.has(role) || missing.has(role) || stated.has(role);

const saysPerson = (header: Header): boolean => hasPerson(header) || nameRoles.some((role) => isSaidIn(header, role));
