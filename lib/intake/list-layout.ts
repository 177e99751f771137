// The list: one line per person, day and project, under a header.
import type { Row, Sheet } from './cell.ts';
import type { Role } from './column-roles.ts';
import { dateOfCell } from './date.ts';
import type { Header } from './header.ts';
import { type Layout, makeDateEvidence, makeQuantityReader, type StatedUnit, titledUnit } from './layout.ts';
import { makeLineReader } from './list-line.ts';
import { memo } from './memo.ts';
import { reportMissing } from './missing-columns.ts';
import { inUnit, type QuantityUnit, unitOfCell } from './quantity.ts';
import { makeRowKind } from './row-kind.ts';
import { withStatedTitles } from './stated-titles.ts';
import { titleTexts, unitOfTitles } from './titles.ts';
import { unitOfDayTotal, unitOfWords } from './unit-words.ts';

/** @param above the rows above the header @param chosen the unit that a person chose @param previous the table above it on the sheet */
export function listLayout(
  sheet: Sheet,
  columnHeader: Header,
  above: readonly Row[],
  chosen: QuantityUnit | null,
  previous: Layout | null = null,
): Layout {
  const header = withStatedTitles(columnHeader, above);
  const column = (role: Role): number => header.columns.get(role) ?? -1;
  const [date, lastDay, quantity, unit] = [column('date'), column('last-day'), column('quantity'), column('unit')];
  const [written, dayTotal] = [column('written'), column('day-total')];
  const words = unitOfWords(header.texts[quantity] ?? '');
  const quantities = makeQuantityReader();
  const dayTotals = makeQuantityReader();
  const dateOf = memo((cell) => dateOfCell(cell, sheet.date1904));
  const [dates, writtenDays] = [makeDateEvidence(), makeDateEvidence()];
  const observeDate = memo((cell) => dates.add(dateOf(cell)) ?? true);
  const observeWritten = memo((cell) => writtenDays.add(dateOf(cell)) ?? true);
  let hasUnits = false;
  const layout: Layout = {
    sheet,
    shape: 'list',
    header,
    stated: statedUnit(chosen, words.unit, unitOfTitles(titleTexts(above, sheet)) ?? titledUnit(previous)),
    isDecimal: words.isDecimal,
    isClock: words.isClock,
    hasMarks: false,
    grid: null,
    needsMonth: false,
    dayColumns: new Set(),
    monthIn: () => null,
    quantities: quantities.evidence,
    dayTotals: dayTotals.evidence,
    dayTotalUnit: unitOfDayTotal(header.texts[dayTotal] ?? ''),
    dates,
    written: writtenDays,
    kind: makeRowKind(sheet, header),
    mayBeHeader: ({ cells }) =>
      quantities.of(cells[quantity]).kind === 'unreadable' && dateOf(cells[date]).kind === 'unreadable',
    observe: ({ cells }) => {
      if (unit >= 0) hasUnits ||= unitOfCell(cells[unit]) !== null;
      if (quantity >= 0) quantities.observe(cells[quantity], unitOfCell(cells[unit]));
      if (date >= 0) observeDate(cells[date]);
      if (lastDay >= 0) observeDate(cells[lastDay]);
      if (written >= 0) observeWritten(cells[written]);
      if (dayTotal >= 0) dayTotals.observe(cells[dayTotal], null);
    },
    total: ({ cells }) => inUnit(quantities.of(cells[quantity]), unitOfCell(cells[unit])),
    begin: (evidence, found) => {
      const isLacking = reportMissing(layout, ['date', 'project', 'quantity'], found);
      // Words of which none is a unit are those of a team or a laboratory.
      const units = hasUnits ? unitOfCell : null;
      const { pass, line } = makeLineReader(
        layout,
        { dateOf, quantityOf: quantities.of, unitOf: units },
        evidence,
        found,
      );
      return {
        pass,
        line: (row) => {
          if (isLacking || !line(row)) found.sums.toFix += 1;
        },
      };
    },
  };
  return layout;
}

/** A person's choice, then the words nearest to the numbers. */
function statedUnit(chosen: QuantityUnit | null, header: QuantityUnit | null, title: QuantityUnit | null): StatedUnit {
  if (chosen !== null) return { unit: chosen, from: 'chosen' };
  if (header !== null) return { unit: header, from: 'header' };
  return { unit: title, from: title === null ? null : 'title' };
}
