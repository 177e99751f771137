// The columns of a grid that stand for days, the labels beside them, and the day that each column means.
import { type Day, isDay, type Month } from '../model/calendar.ts';
import type { Cell, Row, Sheet } from './cell.ts';
import { cellText } from './cell-text.ts';
import { dayOfSerial, parseDate } from './date.ts';
import { type Header, headerOf, rowTexts } from './header.ts';
import { monthOfTexts } from './titles.ts';

/** A day column: the number of the day in the month of the sheet, or a whole date. */
export type DayColumn = { readonly column: number } & ({ readonly ofMonth: number } | { readonly day: Day });

/** Seven or more columns headed by growing day numbers, or by growing dates. */
export function dayColumns(row: Row, sheet: Sheet): DayColumn[] {
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
export function gridHeader(row: Row, above: Row | undefined, days: readonly DayColumn[]): Header {
  const isDayColumn = new Set(days.map(({ column }) => column));
  const own = rowTexts(row.cells);
  const higher = above === undefined ? [] : rowTexts(above.cells);
  const labels = own.map((text, column) => (isDayColumn.has(column) ? '' : text));
  const joined = Array.from({ length: Math.max(own.length, higher.length) }, (_, column) =>
    isDayColumn.has(column) ? '' : own[column] || higher[column] || '',
  );
  const single = headerOf(row.number, labels);
  const double = headerOf(row.number, joined);
  const chosen = double.columns.size > single.columns.size ? double : single;
  // A problem names the day column by its number.
  return {
    ...chosen,
    texts: Array.from(chosen.texts, (text, column) => (isDayColumn.has(column) ? (own[column] ?? '') : text)),
  };
}

/** « L M M J V S D » under the day numbers. */
export const isWeekdayRow = (row: Row, labels: readonly (Cell | undefined)[], days: readonly DayColumn[]): boolean =>
  labels.every((cell) => cell === undefined) &&
  days.every(({ column }) => {
    const cell = row.cells[column];
    return cell === undefined || (cell.kind === 'text' && /^[a-zé]{1,9}\.?$/i.test(cell.text));
  });

const monthOf = (year: number, month: number): Month => `${year}-${String(month).padStart(2, '0')}`;

/**
 * The month of a grid: the sheet's name decides; the titles fill in what it leaves out; then the year asked for.
 * @returns a function of that year and of the month that a person chose, which stands above all
 */
export function monthOfGrid(
  sheet: Sheet,
  titles: readonly string[],
): (year: number | null, chosen: Month | null) => Month | null {
  const byName = monthOfTexts(sheet.name === null ? [] : [sheet.name]);
  const byTitle = monthOfTexts(titles);
  const month = byName.month ?? byTitle.month;
  return (year, chosen) => {
    const inYear = byName.year ?? byTitle.year ?? year;
    return chosen ?? (month === null || inYear === null ? null : monthOf(inYear, month));
  };
}

/** The month in which all the days of a grid of whole dates are; null if there are several. */
export function monthOfColumns(days: readonly DayColumn[]): Month | null {
  const months = new Set(days.map((column) => ('day' in column ? column.day.slice(0, 7) : '')));
  const [first = ''] = months;
  return months.size === 1 && first !== '' ? first : null;
}

export type DayOf = (column: DayColumn) => Day | 'no-such-day';

/** @param month of columns that are headed by a number alone */
export function makeDayOf(month: Month | null): DayOf {
  return (column) => {
    if ('day' in column) return column.day;
    const day = `${month}-${String(column.ofMonth).padStart(2, '0')}`;
    return isDay(day) ? day : 'no-such-day';
  };
}
