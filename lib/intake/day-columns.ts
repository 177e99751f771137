// The columns of a grid that stand for days, the labels beside them, and the day that each column means.
import { addDays, type Day, daysBetween, isDay, isoWeekday, type Month } from '../model/calendar.ts';
import type { Cell, Row, Sheet } from './cell.ts';
import { cellText } from './cell-text.ts';
import { type DateReading, dayOfSerial, parseDate } from './date.ts';
import { type Header, hasPerson, headerOf, joinedTexts, rowTexts } from './header.ts';
import { monthOfTexts, weekOfTexts } from './titles.ts';
import { plainText, weekdayNumber } from './words.ts';

/**
 * What a day column is headed by: the number of the day in the month of the sheet, a whole date, a day of a year that stands elsewhere, or
 * the name of a weekday (1 Monday … 7 Sunday) in a week that stands elsewhere.
 */
type DayHead =
  | { readonly ofMonth: number }
  | { readonly day: Day }
  | { readonly monthDay: string }
  | { readonly weekday: number };
export type DayColumn = {
  readonly column: number;
  /** The weekdays that a letter or a name beside the day may mean: 2 and 3 for « M 13 ». Empty: none is written. */
  readonly named: readonly number[];
} & DayHead;

/**
 * Columns headed by growing days: a working week or more of whole dates, seven or more numbers, or fewer beside the label of a person or a
 * project. A line of a list may have several dates (worked, written, sent, approved), never five.
 */
export function dayColumns(row: Row, sheet: Sheet): DayColumn[] {
  const heads = row.cells.map((cell) => (cell === undefined ? null : writtenHead(cell, sheet)));
  const filled = heads.flatMap((head, column) => (head === null ? [] : [{ column, head }]));
  if (filled.length < 5) return [];
  const days = settleHeads(filled.map(({ head }) => head));
  if (days === null) return [];
  const labels = rowTexts(row.cells).map((text, column) => (heads[column] === null ? text : ''));
  if (!isEnough(days, labels)) return [];
  const texts = rowTexts(row.cells);
  const named = weekdaysBeside(filled.map(({ column }) => texts[column] ?? ''));
  return days.map((day, index) => ({ column: filled[index]?.column ?? 0, named: named[index] ?? [], ...day }));
}

const letters: Readonly<Record<string, readonly number[]>> = {
  ...{ l: [1], m: [2, 3], j: [4], v: [5], s: [6], d: [7] },
  ...{ lu: [1], ma: [2], me: [3], je: [4], ve: [5], sa: [6], di: [7] },
};

/** @returns for each head, the weekdays that it names beside its day; J1 J2 J3 and D1 D2 D3 name none */
function weekdaysBeside(heads: readonly string[]): readonly (readonly number[])[] {
  const words = heads.map((head) => {
    const [, before, , after] = numbered.exec(plainText(head)) ?? [];
    return before ?? after ?? '';
  });
  const isOneWord = new Set(words).size === 1;
  return heads.map((head, index) => {
    const { weekday } = parseDate(head);
    if (weekday !== undefined) return [weekday];
    const word = isOneWord ? '' : (words[index] ?? '');
    const number = weekdayNumber(word);
    return number === null ? (letters[word] ?? []) : [number];
  });
}

/** Whether heads are a week apart or more: each stands for a week or a month, and not for a day. */
export function arePeriods(days: readonly DayColumn[]): boolean {
  const dated = days.map((head) => ('day' in head ? head.day : 'monthDay' in head ? `2000-${head.monthDay}` : null));
  return dated.every((day, index) => {
    const before = dated[index - 1];
    return day !== null && (index === 0 || (before !== undefined && before !== null && daysBetween(before, day) >= 7));
  });
}

/** @returns the first column whose weekday is not that of its day; null if there is none */
export function otherWeekday(days: readonly DayColumn[], dayOf: DayOf): DayColumn | null {
  const isOther = (column: DayColumn): boolean => {
    const day = dayOf(column);
    return column.named.length > 0 && day !== 'no-such-day' && !column.named.includes(isoWeekday(day));
  };
  return days.find(isOther) ?? null;
}

function isEnough(days: readonly DayHead[], labels: readonly string[]): boolean {
  const [first] = days;
  if (first === undefined) return false;
  if (days.length < 5) return false;
  if ('day' in first || 'monthDay' in first || ('ofMonth' in first && days.length >= 7)) return true;
  const header = headerOf(0, labels);
  return hasPerson(header) || header.columns.has('project');
}

/** A head as written: a date whose order of day and month is open, or what it means. `letter`: L 12 is Monday the twelfth. */
type WrittenHead =
  | DayHead
  | { readonly pair: DateReading & { readonly kind: 'either' } }
  | { readonly ofMonth: number; readonly letter: string };

/** `1` · `01` · `1er` · `J1` · `L 12` · `Lun 12` · `12 lun.` */
const numbered = /^(?:([a-z]{1,9}) ?)?0?(\d{1,2})(?:er)?(?: ([a-z]{1,9}))?$/;
const dayLetters =
  /^(l|m|j|v|s|d|lu|ma|me|je|ve|sa|di|jour|day|lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)$/;

function writtenHead(cell: Cell, sheet: Sheet): WrittenHead | null {
  if (cell.kind === 'number' && cell.format.shape === 'date') {
    const day = dayOfSerial(cell.text, sheet.date1904);
    return day === null ? null : { day };
  }
  if (cell.kind === 'day') return { day: cell.text };
  const text = cell.kind === 'number' || cell.kind === 'text' ? cellText(cell) : '';
  if (text.length > 40) return null;
  const plain = plainText(text);
  const weekday = weekdayNumber(plain);
  if (weekday !== null) return { weekday };
  const [, before, number, after] = /[/.-]\d/.test(text) ? [] : (numbered.exec(plain) ?? []);
  const letter = before ?? after ?? '';
  if (number !== undefined && (letter === '' || dayLetters.test(letter))) {
    const ofMonth = Number(number);
    return ofMonth >= 1 && ofMonth <= 31 ? { ofMonth, letter } : null;
  }
  const written = parseDate(text);
  if (written.kind === 'day') return { day: written.day };
  if (written.kind === 'either') return { pair: written };
  return written.kind === 'yearless' ? { monthDay: monthDay(written.month, written.dayOfMonth) } : null;
}

const two = (n: number): string => String(n).padStart(2, '0');
const monthDay = (month: number, day: number): string => `${two(month)}-${two(day)}`;

/** @returns what all heads mean, growing from column to column; null if they do not */
function settleHeads(heads: readonly WrittenHead[]): DayHead[] | null {
  // S1 S2 S3 are weeks, M1 M2 M3 months, where every one has the same letter.
  const letters = new Set(heads.map((head) => ('letter' in head ? head.letter : '')));
  const [letter = ''] = letters;
  if (letters.size === 1 && heads.length > 1 && /^[a-z]$/.test(letter) && !/^[jd]$/.test(letter)) return null;
  const orders = [true, false].map((dayFirst) => heads.map((head) => headIn(head, dayFirst)));
  const growing = orders.filter(isGrowing);
  if (growing.length < 2 || heads.every((head) => !('pair' in head))) return growing[0] ?? null;
  // 05/10 06/10 07/10 are three days in a row, or the tenth of three months: whichever lies closer together.
  const [one = 0, other = 0] = growing.map(spanOf);
  return one === other ? null : ((one < other ? growing[0] : growing[1]) ?? null);
}

function headIn(head: WrittenHead, dayFirst: boolean): DayHead | null {
  if (!('pair' in head)) return 'ofMonth' in head ? { ofMonth: head.ofMonth } : head;
  const { first, second, year } = head.pair;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  if (year === null) return month > 12 ? null : { monthDay: monthDay(month, day) };
  const whole = `${year}-${monthDay(month, day)}`;
  return isDay(whole) ? { day: whole } : null;
}

function keyOf(head: DayHead): string {
  if ('day' in head) return head.day;
  if ('monthDay' in head) return `--${head.monthDay}`;
  return 'weekday' in head ? `w${head.weekday}` : `n${two(head.ofMonth)}`;
}

function isGrowing(heads: readonly (DayHead | null)[]): heads is DayHead[] {
  const keys = heads.map((head) => (head === null ? '' : keyOf(head)));
  return keys.every(
    (key, index) => key !== '' && (index === 0 || (key > (keys[index - 1] ?? '') && key[0] === keys[0]?.[0])),
  );
}

function spanOf(heads: readonly DayHead[]): number {
  const days = heads.map((head) =>
    'day' in head ? head.day : 'monthDay' in head ? `2000-${head.monthDay}` : '2000-01-01',
  );
  return daysBetween(days[0] ?? '', days.at(-1) ?? '');
}

/** The labels of the other columns; a two-line header has some of them one row higher. */
export function gridHeader(row: Row, above: Row | undefined, days: readonly DayColumn[]): Header {
  const isDayColumn = new Set(days.map(({ column }) => column));
  const own = rowTexts(row.cells);
  const labelsIn = (texts: readonly string[]): string[] =>
    texts.map((text, column) => (isDayColumn.has(column) ? '' : text));
  const single = headerOf(row.number, labelsIn(own));
  const double = headerOf(row.number, labelsIn(joinedTexts(own, above === undefined ? [] : rowTexts(above.cells))));
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

/**
 * The month, year and week of a grid: by the sheet's name and the titles above it, where they agree; then the year asked for. Of a grid
 * below another one the titles decide, then what held for the one above.
 * @returns a function of that year and of the month that a person chose, which stands above all
 */
export function timeOfGrid(
  sheet: Sheet,
  titles: readonly string[],
  above: TimeIn | null,
): (year: number | null, chosen: Month | null) => GridTime {
  const named = sheet.name === null ? [] : [sheet.name];
  const byName = monthOfTexts(named);
  const byTitle = monthOfTexts(titles);
  if (above !== null) {
    return (asked, chosen) => {
      const before = above(asked, null);
      const year = byTitle.year ?? before.year;
      const said = byTitle.month === null || year === null ? before.month : `${year}-${two(byTitle.month)}`;
      return { month: chosen ?? said, year, week: weekOfTexts(titles, year) ?? before.week };
    };
  }
  // A sheet copied from the month before keeps its name, or its title: where they disagree, neither is believed.
  const month = agreed(byName.month, byTitle.month);
  const isContradictory = byName.year !== null && byTitle.year !== null && byName.year !== byTitle.year;
  return (asked, chosen) => {
    const year = isContradictory ? null : (byName.year ?? byTitle.year ?? asked);
    const said = month === null || year === null ? null : `${year}-${two(month)}`;
    return { month: chosen ?? said, year, week: weekOfTexts([...named, ...titles], year) };
  };
}

const agreed = (one: number | null, other: number | null): number | null =>
  one !== null && other !== null && one !== other ? null : (one ?? other);

type TimeIn = (year: number | null, chosen: Month | null) => GridTime;

/** The month in which all the days of a grid of whole dates are; null if there are several. */
export function monthOfColumns(days: readonly DayColumn[]): Month | null {
  const months = new Set(days.map((column) => ('day' in column ? column.day.slice(0, 7) : '')));
  const [first = ''] = months;
  return months.size === 1 && first !== '' ? first : null;
}

export type DayOf = (column: DayColumn) => Day | 'no-such-day';

/** What must be known of a grid beside its heads, and is: null for what neither it nor anybody says. */
export interface GridTime {
  readonly month: Month | null;
  readonly year: number | null;
  /** A Monday. */
  readonly week: Day | null;
}

/** @returns null if the heads leave open what nothing else says */
export function makeDayOf(days: readonly DayColumn[], { month, year, week }: GridTime): DayOf | null {
  const lacks = (head: DayHead): boolean =>
    ('ofMonth' in head && month === null) ||
    ('monthDay' in head && year === null) ||
    ('weekday' in head && week === null);
  if (days.some(lacks)) return null;
  return (head) => {
    if ('day' in head) return head.day;
    if ('weekday' in head) return addDays(week ?? '', head.weekday - 1);
    const day = 'monthDay' in head ? `${year}-${head.monthDay}` : `${month}-${two(head.ofMonth)}`;
    return isDay(day) ? day : 'no-such-day';
  };
}
