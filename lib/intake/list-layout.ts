// The list: one line per person, day and project, under a header.
import { isBlankRow, type Row, type Sheet } from './cell.ts';
import { type DateReading, dateOfCell } from './date.ts';
import { findListHeader, type Header, hasPerson, type Role, unitOfWords } from './header.ts';
import { type Layout, memo, memoQuantity } from './layout.ts';
import { makeLineReader } from './list-line.ts';
import { makeProblem } from './problems.ts';
import type { Quantity } from './quantity.ts';
import { ignoreAbove, makeRowKind } from './row-kind.ts';
import { settleTotal } from './settle-quantity.ts';
import { titleTexts, unitOfTitles } from './titles.ts';
import type { StatedTotal } from './total-row.ts';

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
          const minutes = settleTotal(quantityOf(row.cells[quantityColumn ?? -1]), evidence.column);
          stated.push({ row: row.number, kind: what.total, minutes });
        }
        findings.ignored.push({ sheet: sheet.name, row: row.number, why: typeof what === 'object' ? 'total' : what });
      }
      findings.totals.push({ sheet, stated });
    },
  };
  return layout;
}

function missingColumns(header: Header): string[] {
  const has = (role: Role): boolean => header.columns.has(role);
  return [
    ...(hasPerson(header) ? [] : ['person']),
    ...(['date', 'project', 'quantity'] as const).filter((role) => !has(role)),
  ];
}
