// The monthly grid: one row per person and project, one column per day, the month in the sheet's name or title.
import type { Day } from '../model/calendar.ts';
import { isDay } from '../model/calendar.ts';
import { caps } from './caps.ts';
import { type Cell, isBlankRow, type Row, type Sheet } from './cell.ts';
import { cellText } from './cell-text.ts';
import { dayOfSerial, parseDate } from './date.ts';
import { makeFillDown } from './fill-down.ts';
import { type Header, hasPerson, headerOf, rowTexts, unitOfWords } from './header.ts';
import {
  claim,
  type Evidence,
  type Findings,
  faultOf,
  type Layout,
  memoQuantity,
  personOf,
  placeOf,
} from './layout.ts';
import { ignoreAbove, isFootnote, isHeaderAgain } from './list-layout.ts';
import { makeProblem } from './problems.ts';
import type { Quantity } from './quantity.ts';
import { settleQuantity, totalMinutes } from './settle-quantity.ts';
import { monthOfTexts, titleTexts, unitOfTitles } from './titles.ts';
import { type StatedTotal, totalKindOf, totalKindOfRow } from './total-row.ts';

/** A day column: the number of the day in the month of the sheet, or a whole date. */
type DayColumn = { readonly column: number } & ({ readonly ofMonth: number } | { readonly day: Day });

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
          const total = totalColumn < 0 ? undefined : quantityOf(row.cells[totalColumn]);
          stated.push({ row: row.number, kind: what.total, minutes: totalOf(total, evidence) });
        }
        findings.ignored.push({ sheet: sheet.name, row: row.number, why: typeof what === 'object' ? 'total' : what });
      }
      findings.totals.push({ sheet, stated });
    },
  };
  return layout;
}

const hasName = (header: Header, row: Row): boolean => personOf(header, (column) => row.cells[column]) !== null;

/** Seven or more columns headed by growing day numbers, or by growing dates. */
function dayColumns(row: Row, sheet: Sheet): DayColumn[] {
  const found: DayColumn[] = [];
  let last = '';
  for (const [column, cell] of row.cells.entries()) {
    const day = cell === undefined ? null : dayOfHeader(cell, sheet);
    if (day === null) continue;
    const key = 'day' in day ? day.day : String(day.ofMonth).padStart(2, '0');
    if (key <= last || (found[0] !== undefined && 'day' in found[0] !== 'day' in day)) return [];
    last = key;
    found.push({ column, ...day });
  }
  return found.length >= 7 ? found : [];
}

function dayOfHeader(cell: Cell, sheet: Sheet): { readonly ofMonth: number } | { readonly day: Day } | null {
  if (cell.kind === 'number' && cell.format.shape === 'date') {
    const day = dayOfSerial(cell.text, sheet.date1904);
    return day === null ? null : { day };
  }
  if (cell.kind === 'day') return { day: cell.text };
  const text = cell.kind === 'number' || cell.kind === 'text' ? cellText(cell) : '';
  if (/^0?\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 31 ? { ofMonth: Number(text) } : null;
  const written = parseDate(text);
  return written.kind === 'day' ? { day: written.day } : null;
}

/** The labels of the other columns; a two-line header has some of them one row higher. */
function gridHeader(sheet: Sheet, row: Row, above: Row | undefined, days: readonly DayColumn[]): Header {
  const isDayColumn = new Set(days.map(({ column }) => column));
  const own = rowTexts(row.cells);
  const higher = above === undefined ? [] : rowTexts(above.cells);
  const labels = own.map((text, column) => (isDayColumn.has(column) ? '' : text));
  const joined = Array.from({ length: Math.max(own.length, higher.length) }, (_, column) =>
    isDayColumn.has(column) ? '' : own[column] || higher[column] || '',
  );
  const single = headerOf(row.number, labels);
  const double = headerOf(row.number, joined);
  const chosen = double.columns.size > single.columns.size && sheet.rows.length > 0 ? double : single;
  // A problem names the day column by its number.
  return {
    ...chosen,
    texts: Array.from(chosen.texts, (text, column) => (isDayColumn.has(column) ? (own[column] ?? '') : text)),
  };
}

/** « L M M J V S D » under the day numbers. */
const isWeekdayRow = (row: Row, labels: readonly (Cell | undefined)[], days: readonly DayColumn[]): boolean =>
  labels.every((cell) => cell === undefined) &&
  days.every(({ column }) => {
    const cell = row.cells[column];
    return cell === undefined || (cell.kind === 'text' && /^[a-zé]{1,9}\.?$/i.test(cell.text));
  });

type DayOf = (column: DayColumn) => Day | 'unknown' | 'no-such-day';

/** The sheet's name decides; the titles fill in what it leaves out; then the year asked for. */
function makeDayOf(sheet: Sheet, titles: readonly string[], year: number | null): DayOf {
  const byName = monthOfTexts(sheet.name === null ? [] : [sheet.name]);
  const byTitle = monthOfTexts(titles);
  const inMonth = byName.month ?? byTitle.month;
  const inYear = byName.year ?? byTitle.year ?? year;
  return (column) => {
    if ('day' in column) return column.day;
    if (inMonth === null || inYear === null) return 'unknown';
    const pad = (n: number): string => String(n).padStart(2, '0');
    const day = `${inYear}-${pad(inMonth)}-${pad(column.ofMonth)}`;
    return isDay(day) ? day : 'no-such-day';
  };
}

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

interface RowTools {
  readonly fill: (row: Row, column: number) => Cell | undefined;
  readonly quantityOf: (cell: Cell | undefined) => Quantity;
  readonly dayOf: DayOf;
}

function readGridRow(
  layout: Layout,
  row: Row,
  columns: readonly DayColumn[],
  { fill, quantityOf, dayOf }: RowTools,
  evidence: Evidence,
  findings: Findings,
): void {
  const { sheet, header } = layout;
  if (columns.length === 0) return;
  const person = personOf(header, (column) => fill(row, column));
  const projectColumn = header.columns.get('project') ?? -1;
  const project = fill(row, projectColumn);
  if (person === null) {
    const [column] = [...header.columns]
      .filter(([role]) => role !== 'project' && role !== 'comment')
      .map(([, at]) => at);
    findings.problems.push(makeProblem('missing-person', placeOf(layout, row, column ?? null)));
  }
  if (project === undefined)
    findings.problems.push(makeProblem('missing-project', placeOf(layout, row, projectColumn)));
  for (const column of columns) {
    const cell = row.cells[column.column];
    const place = () => placeOf(layout, row, column.column);
    const fault = faultOf(cell);
    const quantity = quantityOf(cell);
    const settled = settleQuantity(quantity, evidence.column, evidence.dayMinutes);
    // A written 0 in a grid is a day without work, as a blank is.
    if (fault === null && 'code' in settled && settled.code === 'zero-duration') continue;
    const day = dayOf(column);
    const code =
      fault ??
      (day === 'no-such-day' || day === 'unknown'
        ? 'not-a-date'
        : evidence.year !== null && Number(day.slice(0, 4)) !== evidence.year
          ? 'date-out-of-year'
          : null);
    if (code !== null) {
      findings.problems.push(makeProblem(code, place()));
      findings.toFix += 1;
      continue;
    }
    if (person === null || project === undefined) {
      findings.toFix += 1;
      continue;
    }
    const line = { sheet, row, person, project: cellText(project), comment: null };
    if (!claim(line, day, quantity, place, evidence, findings)) findings.toFix += 1;
  }
}

function totalOf(quantity: Quantity | undefined, { column }: Evidence): number | null {
  if (quantity?.kind === 'clock') return Number(quantity.minutes);
  const unit = quantity?.kind === 'amount' ? (quantity.unit ?? column.unit) : null;
  if (quantity?.kind !== 'amount' || column.maybeClock || (unit !== 'hour' && unit !== 'minute')) return null;
  return Number(totalMinutes(quantity.amount, unit));
}
