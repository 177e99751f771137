// The grammar of days: what one cell says, and which order of day and month the column as a whole fixes.
import { addDays, type Day, isDay } from '../model/calendar.ts';
import type { Cell } from './cell.ts';
import { parseDecimal } from './decimal.ts';
import { monthNumber, plainText } from './words.ts';

export type DateReading =
  | { readonly kind: 'day'; readonly day: Day }
  /** Two numbers and maybe a year: 03/04/2026. `year` null: none is written. */
  | {
      readonly kind: 'either';
      readonly first: number;
      readonly second: number;
      readonly year: number | null;
      readonly shortYear: boolean;
    }
  /** `12 octobre`, without a year. */
  | { readonly kind: 'yearless'; readonly month: number; readonly dayOfMonth: number }
  | { readonly kind: 'unreadable' };

export type DateOrder = 'day-first' | 'month-first' | 'ambiguous';

const unreadable: DateReading = { kind: 'unreadable' };
const pad = (n: number, width: number): string => String(n).padStart(width, '0');
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

function dayOf(year: number, month: number, dayOfMonth: number): DateReading {
  // As wide as serial numbers of spreadsheets: 0226 or 1026 is a slip of the keyboard.
  if (year < 1955 || year > 2118) return unreadable;
  const day = `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
  return isDay(day) ? { kind: 'day', day } : unreadable;
}

// A time of day behind the date is allowed and dropped: days only.
const zone = String.raw`(?:Z|[+-]\d{2}:?\d{2})?`;
const time = String.raw`(?:[T ,]+\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?${zone}|${zone})`;
const isoDay = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'i');
const numbers = new RegExp(String.raw`^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?${time}$`, 'i');
const digitsOnly = /^(\d{2})(\d{2})((?:19|20)\d{2})$/;
const dayThenName = /^(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+)(?: (\d{4}|\d{2}))?$/;
const nameThenDay = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/;
const weekday =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?,? /i;

/** @param written `12/10/2026` · `2026-10-12` · `12.10.26` · `lundi 12 octobre 2026` · `12-oct.-26` · `Oct 12, 2026` · `12/10` */
export function parseDate(written: string): DateReading {
  const text = written
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'/, '')
    .replace(weekday, '')
    .replace(/ ?([-/.]) ?/g, '$1');
  const iso = isoDay.exec(text);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (/^(19|20)\d{6}$/.test(text)) {
    return dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  }
  const pair = numbers.exec(text) ?? digitsOnly.exec(text);
  if (pair !== null) {
    const first = Number(pair[1]);
    const second = Number(pair[2]);
    if (first === 0 || second === 0 || Math.min(first, second) > 12 || Math.max(first, second) > 31) return unreadable;
    const year = pair[3];
    return {
      kind: 'either',
      first,
      second,
      year: year === undefined ? null : fullYear(year),
      shortYear: year?.length === 2,
    };
  }
  const plain = plainText(text);
  const named = dayThenName.exec(plain);
  if (named !== null) return namedDay(named[2] ?? '', named[1] ?? '', named[3]);
  const american = nameThenDay.exec(plain);
  if (american !== null) return namedDay(american[1] ?? '', american[2] ?? '', american[3]);
  return unreadable;
}

function namedDay(name: string, dayOfMonth: string, year: string | undefined): DateReading {
  const month = monthNumber(name);
  if (month === null) return unreadable;
  if (year === undefined) return { kind: 'yearless', month, dayOfMonth: Number(dayOfMonth) };
  return dayOf(fullYear(year), month, Number(dayOfMonth));
}

/** A serial number of a spreadsheet: whole days since 1899-12-30 (or 1904-01-01), the time of day dropped. */
export function dayOfSerial(text: string, date1904: boolean): Day | null {
  const stored = parseDecimal(text);
  if (stored === null) return null;
  const days = Number(stored.units / 10n ** BigInt(stored.scale)) + (date1904 ? 1462 : 0);
  return days >= 20_000 && days <= 80_000 ? addDays('1899-12-30', days) : null;
}

/** What a cell of a date column says. A bare whole number is a serial number that lost its format. */
export function dateOfCell(cell: Cell | undefined, date1904: boolean): DateReading {
  if (cell === undefined || cell.kind === 'unusable') return unreadable;
  // Five digits are a serial number there too: an export as text kept it.
  if (cell.kind === 'text' && /^'?\d{5}$/.test(cell.text.trim()))
    return serial(cell.text.trim().replace("'", ''), date1904);
  if (cell.kind === 'text') return parseDate(cell.text);
  if (cell.kind === 'day') return isDay(cell.text) ? parseDate(cell.text) : unreadable;
  if (cell.format.shape === 'percent' || cell.format.shape === 'time') return unreadable;
  if (cell.format.shape === 'plain' && /^\d{8}$/.test(cell.text)) return parseDate(cell.text);
  if (cell.format.shape === 'plain' && !/^\d+$/.test(cell.text)) return unreadable;
  return serial(cell.text, date1904);
}

function serial(text: string, date1904: boolean): DateReading {
  const day = dayOfSerial(text, date1904);
  return day === null ? unreadable : { kind: 'day', day };
}

/**
 * One value above 12 fixes the order. Without one, day first is the French reading; English headers or two-digit
 * years leave it open, and so does a column that contradicts itself.
 */
export function orderOf(readings: Iterable<DateReading>, englishHeaders: boolean): DateOrder {
  let dayFirst = false;
  let monthFirst = false;
  let shortYear = false;
  for (const reading of readings) {
    if (reading.kind !== 'either') continue;
    dayFirst ||= reading.first > 12;
    monthFirst ||= reading.second > 12;
    shortYear ||= reading.shortYear;
  }
  if (dayFirst !== monthFirst) return dayFirst ? 'day-first' : 'month-first';
  return dayFirst || englishHeaders || shortYear ? 'ambiguous' : 'day-first';
}

/** @param year the year asked for, used only where the file writes none */
export function settleDate(
  reading: DateReading,
  order: DateOrder,
  year: number | null,
): { readonly day: Day } | { readonly code: 'not-a-date' | 'ambiguous-date' | 'date-out-of-year' } {
  const settled = settle(reading, order, year);
  if (typeof settled !== 'string') return settled;
  if (year !== null && Number(settled.slice(0, 4)) !== year) return { code: 'date-out-of-year' };
  return { day: settled };
}

function settle(
  reading: DateReading,
  order: DateOrder,
  year: number | null,
): Day | { readonly code: 'not-a-date' | 'ambiguous-date' } {
  if (reading.kind === 'unreadable') return { code: 'not-a-date' };
  if (reading.kind === 'day') return reading.day;
  if (reading.kind === 'either' && order === 'ambiguous') return { code: 'ambiguous-date' };
  const written = reading.kind === 'either' ? reading.year : null;
  const inYear = written ?? year;
  if (inYear === null) return { code: 'ambiguous-date' };
  const [dayOfMonth, month] =
    reading.kind === 'yearless'
      ? [reading.dayOfMonth, reading.month]
      : order === 'day-first'
        ? [reading.first, reading.second]
        : [reading.second, reading.first];
  const found = dayOf(inYear, month, dayOfMonth);
  return found.kind === 'day' ? found.day : { code: 'not-a-date' };
}
