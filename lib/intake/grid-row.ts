// One row of a grid: one claim for each day that holds something, and every problem at its own cell.
import type { Bilingual } from '../model/text.ts';
import type { Cell, Row } from './cell.ts';
import { shownText } from './cell-text.ts';
import { type Amount, claim } from './claim.ts';
import type { Role } from './column-roles.ts';
import type { DayColumn, DayOf } from './day-columns.ts';
import type { Found } from './found.ts';
import { type Evidence, faultOf, type Layout, placeOf } from './layout.ts';
import type { makePersonReader } from './person-reader.ts';
import { makeProblem, saidProblem } from './problems.ts';

interface RowTools {
  readonly fill: (row: Row, column: number) => Cell | undefined;
  readonly amountOf: (cell: Cell | undefined) => Amount;
  readonly personOf: ReturnType<typeof makePersonReader>;
  /** What titles state, down to this row. */
  readonly stated: ReadonlyMap<Role, Cell>;
  readonly dayOf: DayOf;
}

const noDayAbove: Bilingual = {
  fr: 'aucun jour n’est écrit au-dessus de cette cellule. Écrivez une colonne par jour, avec son jour en tête.',
  en: 'no day is written above this cell. Write one column for each day, under its day.',
};

/** Adds the row's entries, or its problems, to what was found. */
export function readGridRow(
  layout: Layout,
  row: Row,
  columns: readonly DayColumn[],
  { fill, amountOf, personOf, stated, dayOf }: RowTools,
  evidence: Evidence,
  found: Found,
): void {
  const { sheet, header } = layout;
  const [first, last] = [Math.min(...layout.dayColumns), Math.max(...layout.dayColumns)];
  row.cells.forEach((cell, at) => {
    const isBetween = at > first && at < last && !layout.dayColumns.has(at) && (header.texts[at] ?? '').trim() === '';
    if (!isBetween || cell === undefined || (cell.kind === 'number' && cell.sum)) return;
    found.addProblem(saidProblem('ambiguous-date', placeOf(layout, row, at), noDayAbove));
    found.sums.toFix += 1;
  });
  if (columns.length === 0) return;
  const person = personOf((column) => fill(row, column));
  const projectColumn = header.columns.get('project') ?? -1;
  const project = projectColumn < 0 ? stated.get('project') : fill(row, projectColumn);
  if (person === null) {
    const [column] = [...header.columns]
      .filter(([role]) => role !== 'project' && role !== 'comment')
      .map(([, at]) => at);
    found.addProblem(makeProblem('missing-person', placeOf(layout, row, column ?? null)));
  }
  if (project === undefined) found.addProblem(makeProblem('missing-project', placeOf(layout, row, projectColumn)));
  for (const column of columns) {
    const cell = row.cells[column.column];
    const place = () => placeOf(layout, row, column.column);
    const fault = faultOf(cell);
    const amount = amountOf(cell);
    // A written 0 in a grid is a day without work, as a blank is.
    if (fault === null && 'code' in amount.settled && amount.settled.code === 'zero-duration') continue;
    const day = dayOf(column);
    const code =
      fault ??
      (day === 'no-such-day'
        ? 'not-a-date'
        : evidence.year !== null && Number(day.slice(0, 4)) !== evidence.year
          ? 'date-out-of-year'
          : null);
    if (code !== null) {
      found.addProblem(makeProblem(code, place()));
      found.sums.toFix += 1;
      continue;
    }
    if (person === null || project === undefined) {
      found.sums.toFix += 1;
      continue;
    }
    const line = {
      sheet,
      row,
      person,
      project: shownText(project, sheet.date1904),
      comment: null,
      written: null,
      dayTotal: {},
    };
    if (!claim(line, day, amount, place, found)) found.sums.toFix += 1;
  }
}
