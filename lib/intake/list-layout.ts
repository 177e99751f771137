// The list: one line per person, day and project, under a header.
import { isBlankRow, type Row, type Sheet } from './cell.ts';
import { cellText } from './cell-text.ts';
import { type DateReading, dateOfCell, settleDate } from './date.ts';
import { makeFillDown } from './fill-down.ts';
import { findListHeader, type Header, hasPerson, type Role, unitOfWords } from './header.ts';
import {
  claim,
  type Evidence,
  type Findings,
  faultOf,
  type Layout,
  memo,
  memoQuantity,
  personOf,
  placeOf,
} from './layout.ts';
import { makeProblem } from './problems.ts';
import type { Quantity } from './quantity.ts';
import type { Ignored } from './reading.ts';
import { settleQuantity, totalMinutes } from './settle-quantity.ts';
import { titleTexts, unitOfTitles } from './titles.ts';
import { type StatedTotal, type TotalKind, totalKindOf, totalKindOfRow } from './total-row.ts';

/** @returns null if no row looks like the header of a list */
export function listLayout(sheet: Sheet): Layout | null {
  const found = findListHeader(sheet.rows);
  if (found === null) return null;
  const { header, index } = found;
  const above = sheet.rows.slice(0, index);
  const rows = sheet.rows.slice(index + 1);
  const quantityColumn = header.columns.get('quantity');
  const words = unitOfWords(quantityColumn === undefined ? '' : (header.texts[quantityColumn] ?? ''));
  const quantityOf = memoQuantity();
  const dateOf = memo((cell) => dateOfCell(cell, sheet.date1904));
  const kind = makeRowKind(sheet, header);
  const dateColumn = header.columns.get('date');

  function* lines(): Generator<Row> {
    for (const row of rows) if (kind(row) === 'line') yield row;
  }
  function* quantities(): Generator<Quantity> {
    if (quantityColumn !== undefined) for (const row of lines()) yield quantityOf(row.cells[quantityColumn]);
  }
  function* dates(): Generator<DateReading> {
    if (dateColumn !== undefined) for (const row of lines()) yield dateOf(row.cells[dateColumn]);
  }
  const layout: Layout = {
    sheet,
    header,
    unit: words.unit ?? unitOfTitles(titleTexts(above, sheet)),
    isDecimal: words.isDecimal,
    hasMarks: false,
    quantities,
    dates,
    read: (evidence, findings) => {
      ignoreAbove(sheet, above, findings);
      const missing = missingColumns(header);
      for (const what of missing) {
        findings.problems.push(
          makeProblem('missing-column', { sheet: sheet.name, row: header.row, column: null, cell: null, value: what }),
        );
      }
      const last = rows.findLastIndex((row) => !isBlankRow(row));
      const stated: StatedTotal[] = [];
      const readLine = makeLineReader(layout, dateOf, quantityOf);
      for (const row of rows.slice(0, last + 1)) {
        const what = kind(row);
        if (what === 'line') {
          if (missing.length > 0 || !readLine(row, evidence, findings)) findings.toFix += 1;
          continue;
        }
        if (typeof what === 'object') {
          const settled = settleTotal(
            quantityColumn === undefined ? undefined : quantityOf(row.cells[quantityColumn]),
            evidence,
          );
          stated.push({ row: row.number, kind: what.total, minutes: settled });
        }
        findings.ignored.push({ sheet: sheet.name, row: row.number, why: typeof what === 'object' ? 'total' : what });
      }
      findings.totals.push({ sheet, stated });
    },
  };
  return layout;
}

/** What stands above a header is a title, a blank, or hidden. */
export function ignoreAbove(sheet: Sheet, rows: readonly Row[], findings: Findings): void {
  for (const row of rows) {
    const why = row.hidden ? 'hidden' : isBlankRow(row) ? 'blank' : 'title';
    findings.ignored.push({ sheet: sheet.name, row: row.number, why });
  }
}

function missingColumns(header: Header): string[] {
  const has = (role: Role): boolean => header.columns.has(role);
  return [
    ...(hasPerson(header) ? [] : ['person']),
    ...(['date', 'project', 'quantity'] as const).filter((role) => !has(role)),
  ];
}

/** A total is in hours or minutes, or it says nothing that can be compared. */
function settleTotal(quantity: Quantity | undefined, { column }: Evidence): number | null {
  if (quantity?.kind === 'clock') return Number(quantity.minutes);
  if (quantity?.kind !== 'amount' || column.maybeClock) return null;
  const unit = quantity.unit ?? column.unit;
  if (unit !== 'hour' && unit !== 'minute') return null;
  // A total is above 24 h as a rule: the bound of a line does not apply, the rounding does.
  return Number(totalMinutes(quantity.amount, unit));
}

type RowKind = 'line' | { readonly total: TotalKind } | Exclude<Ignored['why'], 'total'>;

function makeRowKind(sheet: Sheet, header: Header): (row: Row) => RowKind {
  const kindOf = memo((cell) => totalKindOf(cell) ?? 'none');
  const column = (role: Role): number => header.columns.get(role) ?? -1;
  const comment = header.columns.get('comment');
  const quantity = column('quantity');
  const date = column('date');
  const names = (['person-id', 'email', 'full-name', 'last-name'] as const).map(column);
  return (row) => {
    if (row.hidden) return 'hidden';
    if (isBlankRow(row)) return 'blank';
    const isComplete =
      row.cells[date] !== undefined &&
      row.cells[column('project')] !== undefined &&
      names.some((name) => row.cells[name] !== undefined);
    if (!isComplete || kindOf(row.cells[date]) !== 'none') {
      const total = totalKindOfRow(row, comment, (cell) => {
        const kind = kindOf(cell);
        return kind === 'none' ? null : kind;
      });
      if (total !== null) return { total };
      const amount = row.cells[quantity];
      const isSum = amount !== undefined && amount.kind !== 'text' && amount.kind !== 'day' && amount.sum;
      if (isSum && row.cells[date] === undefined) return { total: 'named' };
      if (isFootnote(sheet, row)) return 'title';
    }
    return isHeaderAgain(header, row, [date, quantity]) ? 'repeated-header' : 'line';
  };
}

/** Printed lists repeat their header on each page. */
export function isHeaderAgain(header: Header, row: Row, columns: readonly number[]): boolean {
  return columns.every((column) => {
    const cell = row.cells[column];
    return cell?.kind === 'text' && cellText(cell) === (header.texts[column] ?? '').trim();
  });
}

/** One text alone on its row that spans several columns, or announces a signature or a print date. */
export function isFootnote(sheet: Sheet, row: Row): boolean {
  const columns = row.cells.flatMap((cell, column) => (cell === undefined ? [] : [column]));
  const [only] = columns;
  const cell = only === undefined ? undefined : row.cells[only];
  if (columns.length !== 1 || only === undefined || cell?.kind !== 'text') return false;
  const range = sheet.merges.at(row.number, only);
  return (
    (range !== null && range.right > range.left) ||
    /^(signature|visa|édité|edite|imprimé|imprime|généré|genere|exporté|exporte|page \d|printed|generated|exported)/i.test(
      cell.text,
    )
  );
}

/** @returns a function that reads one line, and tells whether it can be posted */
function makeLineReader(
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
