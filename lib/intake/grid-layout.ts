// The monthly grid: one row per person and project, one column per day, the month in the sheet's name or title.
import { caps } from './caps.ts';
import { isBlankRow, type Row, type Sheet } from './cell.ts';
import { type DayColumn, type DayOf, dayColumns, gridHeader, isWeekdayRow, makeDayOf } from './day-columns.ts';
import { makeFillDown } from './fill-down.ts';
import { readGridRow } from './grid-row.ts';
import { type Header, hasPerson, unitOfWords } from './header.ts';
import { type Findings, type Layout, memoQuantity, personOf } from './layout.ts';
import { makeProblem } from './problems.ts';
import type { Quantity } from './quantity.ts';
import { ignoreAbove, isFootnote, isHeaderAgain } from './row-kind.ts';
import { settleTotal } from './settle-quantity.ts';
import { titleTexts, unitOfTitles } from './titles.ts';
import { type StatedTotal, totalKindOf, totalKindOfRow } from './total-row.ts';

/** @returns null if no row holds days as columns */
export function gridLayout(sheet: Sheet): Layout | null {
  const index = sheet.rows
    .slice(0, caps.headerRows)
    .findIndex((row) => !row.hidden && dayColumns(row, sheet).length > 0);
  const headerRow = sheet.rows[index];
  if (headerRow === undefined) return null;
  const days = dayColumns(headerRow, sheet);
  const above = sheet.rows.slice(0, index);
  const rows = sheet.rows.slice(index + 1);
  const header = gridHeader(sheet, headerRow, above.at(-1), days);
  const titles = titleTexts(above, sheet);
  const quantityOf = memoQuantity();
  const totalColumn = header.texts.findLastIndex((text) => totalKindOf({ kind: 'text', text }) !== null);
  const fill = makeFillDown(sheet);
  const columnOfProject = header.columns.get('project');
  const firstDay = Math.min(...days.map(({ column }) => column));

  const kind = (row: Row) => {
    if (row.hidden) return 'hidden';
    if (isBlankRow(row)) return 'blank';
    const labels = row.cells.slice(0, firstDay);
    const total = totalKindOfRow({ ...row, cells: labels }, undefined);
    const isLabelled =
      columnOfProject !== undefined && row.cells[columnOfProject] !== undefined && hasName(header, row);
    if (total !== null && !isLabelled) return { total };
    if (isFootnote(sheet, row) && row.cells.findIndex((cell) => cell !== undefined) < firstDay) return 'title';
    if (isHeaderAgain(header, row, [...header.columns.values()])) return 'repeated-header';
    return isWeekdayRow(row, labels, days) ? 'title' : 'line';
  };
  const claimed = (row: Row): DayColumn[] => days.filter(({ column }) => row.cells[column] !== undefined);
  function* quantities(): Generator<Quantity> {
    for (const row of rows) {
      if (kind(row) === 'line') for (const { column } of claimed(row)) yield quantityOf(row.cells[column]);
    }
  }

  const layout: Layout = {
    sheet,
    header,
    unit: unitOfTitles(titles) ?? unitOfWords(header.texts[totalColumn] ?? '').unit,
    isDecimal: false,
    hasMarks: true,
    quantities,
    dates: () => [],
    read: (evidence, findings) => {
      ignoreAbove(sheet, above, findings);
      const dayOf = makeDayOf(sheet, titles, evidence.year);
      const isLacking = reportLacking(layout, headerRow, days, dayOf, findings);
      const last = rows.findLastIndex((row) => !isBlankRow(row));
      const stated: StatedTotal[] = [];
      for (const row of rows.slice(0, last + 1)) {
        const what = kind(row);
        if (what === 'line') {
          const columns = claimed(row);
          if (isLacking) findings.toFix += columns.length;
          else readGridRow(layout, row, columns, { fill, quantityOf, dayOf }, evidence, findings);
          continue;
        }
        if (typeof what === 'object') {
          const minutes = settleTotal(quantityOf(row.cells[totalColumn]), evidence.column);
          stated.push({ row: row.number, kind: what.total, minutes });
        }
        findings.ignored.push({ sheet: sheet.name, row: row.number, why: typeof what === 'object' ? 'total' : what });
      }
      findings.totals.push({ sheet, stated });
    },
  };
  return layout;
}

const hasName = (header: Header, row: Row): boolean => personOf(header, (column) => row.cells[column]) !== null;

/** What the sheet as a whole does not say is asked once. @returns true if something is lacking */
function reportLacking(
  layout: Layout,
  row: Row,
  days: readonly DayColumn[],
  dayOf: DayOf,
  findings: Findings,
): boolean {
  const { sheet, header } = layout;
  const before = findings.problems.length;
  const place = { sheet: sheet.name, row: row.number, column: null, cell: null };
  if (!hasPerson(header)) findings.problems.push(makeProblem('missing-column', { ...place, value: 'person' }));
  if (!header.columns.has('project'))
    findings.problems.push(makeProblem('missing-column', { ...place, value: 'project' }));
  if (days.some((column) => dayOf(column) === 'unknown')) {
    findings.problems.push(
      makeProblem(
        'ambiguous-date',
        { ...place, value: sheet.name },
        {
          fr: `mois et année de la grille${sheet.name === null ? '' : ` « ${sheet.name} »`}`,
          en: `month and year of the grid${sheet.name === null ? '' : ` “${sheet.name}”`}`,
        },
      ),
    );
  }
  return findings.problems.length > before;
}
