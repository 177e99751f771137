// One line of a list: who, when, for what, how long; every problem of the line at once.
import type { Row } from './cell.ts';
import { cellText } from './cell-text.ts';
import { type DateReading, settleDate } from './date.ts';
import { makeFillDown } from './fill-down.ts';
import type { Role } from './header.ts';
import { claim, type Evidence, type Findings, faultOf, type Layout, personOf, placeOf } from './layout.ts';
import { makeProblem } from './problems.ts';
import type { Quantity } from './quantity.ts';
import { settleQuantity } from './settle-quantity.ts';

/** @returns a function that reads one line, and tells whether it can be posted */
export function makeLineReader(
  layout: Layout,
  dateOf: (cell: Row['cells'][number]) => DateReading,
  quantityOf: (cell: Row['cells'][number]) => Quantity,
): (row: Row, evidence: Evidence, findings: Findings) => boolean {
  const { sheet, header } = layout;
  const fill = makeFillDown(sheet);
  const column = (role: Role): number => header.columns.get(role) ?? -1;
  const personColumns = (['person-id', 'email', 'full-name', 'first-name', 'last-name'] as const)
    .map(column)
    .filter((each) => each >= 0);
  const [date, project, quantity, comment] = (['date', 'project', 'quantity', 'comment'] as const).map(column);
  const core = [...personColumns, date ?? -1, project ?? -1, quantity ?? -1];
  return (row, evidence, findings) => {
    const before = findings.problems.length;
    const faulty = new Set<number>();
    for (const [at, cell] of row.cells.entries()) {
      const fault = faultOf(cell);
      if (fault === null || (fault.startsWith('formula') && !core.includes(at))) continue;
      findings.problems.push(makeProblem(fault, placeOf(layout, row, at)));
      faulty.add(at);
    }
    // An open quote took the rest of the row with it: nothing more can be said of it.
    if (row.cells.some((cell) => faultOf(cell) === 'text-too-many-rows')) return false;
    const at = (each: number) => (each < 0 ? undefined : fill(row, each));
    const person = personOf(header, at);
    if (person === null && !personColumns.some((each) => faulty.has(each))) {
      findings.problems.push(makeProblem('missing-person', placeOf(layout, row, personColumns[0] ?? null)));
    }
    const projectCell = at(project ?? -1);
    if (projectCell === undefined) {
      findings.problems.push(makeProblem('missing-project', placeOf(layout, row, project ?? null)));
    }
    const day = settleDate(dateOf(at(date ?? -1)), evidence.order, evidence.year);
    if ('code' in day && !faulty.has(date ?? -1)) {
      findings.problems.push(makeProblem(day.code, placeOf(layout, row, date ?? null)));
    }
    const amount = quantityOf(row.cells[quantity ?? -1]);
    if (findings.problems.length > before || person === null || projectCell === undefined || 'code' in day) {
      const settled = settleQuantity(amount, evidence.column, evidence.dayMinutes);
      if ('code' in settled && !faulty.has(quantity ?? -1)) {
        findings.problems.push(makeProblem(settled.code, placeOf(layout, row, quantity ?? null)));
      }
      return false;
    }
    const said = at(comment ?? -1);
    const line = {
      sheet,
      row,
      person,
      project: cellText(projectCell),
      comment: said === undefined || said.kind === 'unusable' ? null : cellText(said),
    };
    return claim(line, day.day, amount, () => placeOf(layout, row, quantity ?? null), evidence, findings);
  };
}
