// The first of two passes over the file that is copied: where its marks go, how wide its columns are, which sheet is the list of an older copy.
import type { Row, Sheet } from '../cell.ts';
import { cellText } from '../cell-text.ts';
import type { Mark } from './mark.ts';
import { type MarkPlacer, makeMarkPlacer } from './place-marks.ts';
import { isProblemList } from './problem-list.ts';

export interface SheetSurveyed {
  readonly see: (row: Row) => void;
  readonly placer: MarkPlacer;
  readonly isList: () => boolean;
  /** In characters, by column. */
  readonly widths: () => readonly number[];
}

/** Rows that the widths of columns are taken from. */
const rowsMeasured = 200;
const narrowest = 5;
const widest = 44;
/** A date takes ten characters, whatever its serial number. */
const numberWidth = (literal: string): number => (literal.length >= 5 ? 10 : literal.length);

export function surveySheet(sheet: Sheet, marks: readonly Mark[]): SheetSurveyed {
  const placer = makeMarkPlacer(marks, sheet.date1904);
  const widths: number[] = [];
  let rows = 0;
  let isList = false;
  const measure = (row: Row): void => {
    // A title alone on its row runs over its neighbours.
    const isAlone = row.cells.filter((cell) => cell !== undefined).length === 1;
    row.cells.forEach((cell, column) => {
      const shown =
        cell === undefined || isAlone ? 0 : cell.kind === 'number' ? numberWidth(cell.text) : cellText(cell).length;
      widths[column] = Math.min(widest, Math.max(widths[column] ?? narrowest, shown + 2));
    });
  };
  return {
    placer,
    see: (row) => {
      isList ||= rows === 0 && isProblemList(row);
      rows += 1;
      placer.see(row);
      if (rows <= rowsMeasured) measure(row);
    },
    isList: () => isList,
    widths: () => Array.from(widths, (width) => width ?? narrowest),
  };
}
