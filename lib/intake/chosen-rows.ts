// Rows as a person chose them: lines left out, and cells with the text that is to be read instead of theirs.
import { caps } from './caps.ts';
import { type Cell, columnIndex, type Row, type Sheet } from './cell.ts';
import { nowhere, saidProblem } from './problems.ts';
import type { Problem } from './reading.ts';
import type { Choices } from './understanding.ts';

interface RowChoices {
  leftOut: boolean;
  readonly cells: Map<number, string>;
  /** `Oct!F14`, as the person's choice names each of them. */
  readonly names: string[];
  isFound: boolean;
}

export interface ChosenRows {
  /** The row with the choices made for it. */
  readonly apply: (sheet: Sheet, row: Row) => Row;
  /** One for each choice whose row was never met. */
  readonly problems: () => Problem[];
}

/** `Oct!F14` → sheet, column, row; column null for `Oct!14`. The sheet is empty for a text file. */
function placeOfChoice(name: string) {
  const [, sheet = '', column = '', row = ''] = /^(.*)!([A-Z]{0,3})([1-9]\d{0,6})$/s.exec(name) ?? [];
  return row === '' ? null : { sheet, row: Number(row), column: column === '' ? null : columnIndex(column) };
}

const nothingChosen: ChosenRows = { apply: (_, row) => row, problems: () => [] };

export function makeChosenRows({ leaveOut = [], cells = {} }: Pick<Choices, 'leaveOut' | 'cells'>): ChosenRows {
  const chosen = new Map<string, RowChoices>();
  const strange: string[] = [];
  const at = (name: string, isCell: boolean): { readonly row: RowChoices; readonly column: number } | null => {
    const place = placeOfChoice(name);
    if (place === null || (place.column !== null) !== isCell || (place.column ?? 0) >= caps.columns) {
      strange.push(name);
      return null;
    }
    const key = `${place.sheet}!${place.row}`;
    const row = chosen.get(key) ?? {
      leftOut: false,
      cells: new Map<number, string>(),
      names: [] as string[],
      isFound: false,
    };
    row.names.push(name);
    chosen.set(key, row);
    return { row, column: place.column ?? 0 };
  };
  for (const name of leaveOut) {
    const found = at(name, false);
    if (found !== null) found.row.leftOut = true;
  }
  for (const [name, text] of Object.entries(cells)) {
    const found = at(name, true);
    found?.row.cells.set(found.column, text);
  }
  if (chosen.size + strange.length === 0) return nothingChosen;
  return {
    apply: (sheet, row) => {
      const choices = chosen.get(`${sheet.name ?? ''}!${row.number}`);
      if (choices === undefined) return row;
      choices.isFound = true;
      const changed: (Cell | undefined)[] = [...row.cells];
      for (const [column, text] of choices.cells) {
        while (changed.length < column) changed.push(undefined);
        changed[column] = cellOf(text);
      }
      return { ...row, cells: changed, aside: choices.leftOut ? 'left-out' : row.aside };
    },
    problems: () => [
      ...strange.map(notThere),
      ...[...chosen.values()].filter(({ isFound }) => !isFound).flatMap(({ names }) => names.map(notThere)),
    ],
  };
}

function cellOf(text: string): Cell | undefined {
  if (text.trim() === '') return undefined;
  if (text.length <= caps.cellCharacters) return { kind: 'text', text: text.trim() };
  return { kind: 'unusable', why: 'cell-too-long', text: text.slice(0, 80), sum: false };
}

const notThere = (name: string): Problem =>
  saidProblem(
    'unknown-column-layout',
    { ...nowhere, value: name },
    {
      fr: `« ${name} », choisi pour ce fichier, n’y est pas. Retirez ce choix, ou indiquez une ligne ou une cellule qui s’y trouve.`,
      en: `“${name}”, chosen for this file, is not in it. Take this choice back, or name a row or a cell that is there.`,
    },
  );
