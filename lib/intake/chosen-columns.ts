// Columns as a person chose them, laid over those that the words of the header gave.
import type { Role } from './column-roles.ts';
import type { Header } from './header.ts';
import type { Choices } from './understanding.ts';
import { plainText } from './words.ts';

/** The column under a header's text: as written, else in other letters or accents; -1 if there is none. */
function columnUnder(texts: readonly string[], wished: string): number {
  const exact = texts.findIndex((text) => text.trim() === wished.trim());
  const plain = plainText(wished);
  return exact >= 0 || plain === '' ? exact : texts.findIndex((text) => plainText(text) === plain);
}

/**
 * A chosen column plays its chosen role and no other. A role whose column is not there has none, and stands among the missing:
 * another column that happens to look like it is not what the person meant.
 */
export function withChosenColumns(header: Header, chosen: Choices['columns'] = {}): Header {
  const columns = new Map(header.columns);
  const missing = new Map<Role, string>();
  const taken = new Map<number, Role>();
  for (const [name, wished] of Object.entries(chosen)) {
    const role = name as Role;
    columns.delete(role);
    if (wished === null) continue;
    const column = columnUnder(header.texts, wished);
    if (column < 0) missing.set(role, wished);
    else taken.set(column, role);
  }
  for (const [role, column] of columns) if (taken.has(column)) columns.delete(role);
  for (const [column, role] of taken) columns.set(role, column);
  return { ...header, columns, missing };
}

/** Whether a row has every header that a person chose; false if she chose none. */
export function hasChosenColumns(texts: readonly string[], chosen: Choices['columns'] = {}): boolean {
  const wished = Object.values(chosen).filter((text) => text !== null);
  return wished.length > 0 && wished.every((text) => columnUnder(texts, text) >= 0);
}
