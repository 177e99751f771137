// The grammar of days: what one cell says, and which order of day and month the column as a whole fixes.
import { addDays, type Day, isDay, isoWeekday } from '../model/calendar.ts';
import type { Bilingual } from '../model/text.ts';
import type { Cell } from './cell.ts';
import { parseDecimal } from './decimal.ts';
import { monthNumber, plainText, weekdayName, weekdayNumber } from './words.ts';

/** 1 Monday to 7 Sunday, where one is named beside the date. */
interface Named {
  readonly weekday?: number;
}

export type DateReading = Named & BareReading;

type BareReading =
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

const unreadable: BareReading = { kind: 'unreadable' };
const pad = (n: number, width: number): string => String(n).padStart(width, '0');
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

function dayOf(year: number, month: number, dayOfMonth: number): BareReading {
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
const timeBehind = /[T ,]+\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?$/i;
const digitsOnly = /^(\d{2})(\d{2})((?:19|20)\d{2})$/;
const dayThenName = /^(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+)(?: (\d{4}|\d{2}))?$/;
const nameThenDay = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/;
const weekday = /^([a-z]{3,9})\.?,? (?=.*\d)/i;

/** @param written `12/10/2026` · `2026-10-12` · `12.10.26` · `lundi 12 octobre 2026` · `12-oct.-26` · `Oct 12, 2026` · `12/10` */
export function parseDate(written: string): DateReading {
  const text = written.replace(/\s+/g, ' ').trim().replace(/^'/, '');
  // « mar » is Tuesday in French and March in English: Mar 12, 2026 names no weekday.
  const named = nameThenDay.test(plainText(text.replace(timeBehind, ''))) ? null : weekday.exec(text);
  const number = named === null ? null : weekdayNumber(plainText(named[1] ?? ''));
  if (named === null || number === null) return parseBare(text);
  const reading = parseBare(text.slice(named[0].length));
  return reading.kind === 'unreadable' ? reading : { ...reading, weekday: number };
}

function parseBare(written: string): BareReading {
  const text = written.replace(/ ?([-/.]) ?/g, '$1');
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
  const plain = plainText(text.replace(timeBehind, ''));
  const named = dayThenName.exec(plain);
  if (named !== null) return namedDay(named[2] ?? '', named[1] ?? '', named[3]);
  const american = nameThenDay.exec(plain);
  if (american !== null) return namedDay(american[1] ?? '', american[2] ?? '', american[3]);
  return unreadable;
}

function namedDay(name: string, dayOfMonth: string, year: string | undefined): BareReading {
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

function serial(text: string, date1904: boolean): BareReading {
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

/** Where two digits are the year of 26/10/12: at the end, or nobody can tell. */
export type ShortYears = 'last' | 'open';

/** @returns the day of 26/10/12 as year, month, day; null where it is none */
function yearFirst(reading: DateReading): Day | null {
  if (reading.kind !== 'either' || !reading.shortYear || reading.year === null) return null;
  const found = dayOf(2000 + reading.first, reading.second, reading.year % 100);
  return found.kind === 'day' ? found.day : null;
}

/** Whether the year asked for is the one that stands first, and not the one that stands last. */
const isYearFirst = (reading: DateReading, year: number | null): boolean =>
  year !== null &&
  reading.kind === 'either' &&
  reading.year !== year &&
  (yearFirst(reading)?.startsWith(String(year)) ?? false);

/** Dates that can tell the order of day and month once the year is asked for: those whose year stands first cannot. */
export const withYearLast = (readings: readonly DateReading[], year: number | null): DateReading[] =>
  readings.filter((reading) => !isYearFirst(reading, year));

/** Days differ from line to line and years do not; and no month is above 12. */
export function shortYearsOf(readings: Iterable<DateReading>): ShortYears {
  const [firsts, lasts] = [new Set<number>(), new Set<number>()];
  for (const reading of readings) {
    if (reading.kind !== 'either' || !reading.shortYear || reading.year === null) continue;
    if (reading.second > 12) return 'last';
    firsts.add(reading.first);
    lasts.add(reading.year);
  }
  return firsts.size > lasts.size ? 'last' : 'open';
}

export type SettledDate =
  | { readonly day: Day }
  /** `says`: more than the code does. */
  | { readonly code: 'not-a-date' | 'ambiguous-date' | 'date-out-of-year'; readonly says?: Bilingual };

/** @param year the year asked for: it is taken where the file writes none, and tells which of two numbers is one */
export function settleDate(
  reading: DateReading,
  order: DateOrder,
  year: number | null,
  shortYears: ShortYears = 'last',
): SettledDate {
  const other = yearFirst(reading);
  const isOpen = shortYears === 'open' && year === null && other !== null;
  const settled: Day | { readonly code: 'not-a-date' | 'ambiguous-date' } =
    isYearFirst(reading, year) && other !== null
      ? other
      : isOpen
        ? { code: 'ambiguous-date' }
        : settle(reading, order, year);
  if (typeof settled !== 'string') return settled;
  if (year !== null && Number(settled.slice(0, 4)) !== year) return { code: 'date-out-of-year' };
  const is = isoWeekday(settled);
  return reading.weekday === undefined || reading.weekday === is
    ? { day: settled }
    : { code: 'ambiguous-date', says: otherWeekday(settled, reading.weekday, is) };
}

/** `12/10/2026` */
export const frenchDay = (day: Day): string => day.split('-').reverse().join('/');

function otherWeekday(day: Day, written: number, is: number): Bilingual {
  const [said, real] = [weekdayName(written), weekdayName(is)];
  return {
    fr: `« ${said.fr} » est écrit, mais le ${frenchDay(day)} est un ${real.fr}. Corrigez le jour de la semaine ou la date.`,
    en: `“${said.en}” is written, but ${day} is a ${real.en}. Correct the weekday or the date.`,
  };
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
