// A leave file in, half-days on which somebody was away out: one line a day, a half-day or a period. Why is not read.
import type { Halves } from '../../model/absence.ts';
import { addDays, type Day, daysBetween } from '../../model/calendar.ts';
import { caps } from '../caps.ts';
import { type Cell, isBlankRow, type Row, type Sheet } from '../cell.ts';
import { cellText } from '../cell-text.ts';
import { type DateOrder, type DateReading, dateOfCell, orderOf, settleDate } from '../date.ts';
import { type FillDown, makeFillDown } from '../fill-down.ts';
import { type Header, headerOf, rowTexts } from '../header.ts';
import { placeOf } from '../layout.ts';
import { makePersonReader } from '../person-reader.ts';
import { nowhere } from '../problems.ts';
import { fileRefusal } from '../refusals.ts';
import { makeHeaderAgain } from '../row-kind.ts';
import type { TimesheetFile } from '../timesheet-source.ts';
import { type AbsenceRole, absenceColumnsOf, absenceScore } from './columns.ts';
import { hasHalfDay, type PartOfDay, partOfDays, partsOfDay } from './halves.ts';
import { type AbsenceCode, type AbsenceProblem, absenceProblem } from './problem.ts';
import { type WholeSheet, wholeSheets } from './sheet-rows.ts';

/** As the file names the person: matricule, else e-mail, else full name. */
interface PersonAbsence {
  readonly person: string;
  readonly day: Day;
  readonly halves: Halves;
}

export interface AbsenceReading {
  /** One for each person and day, in the order of the file; weekends and holidays inside a period are among them. */
  readonly absences: readonly PersonAbsence[];
  /** A line with a problem gives no absence. */
  readonly problems: readonly AbsenceProblem[];
  /** Lines that claim an absence, those with a problem among them. */
  readonly lines: number;
  /** Rows that the file hides: they are not read. */
  readonly hiddenRows: number;
}

interface Table {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly columns: ReadonlyMap<AbsenceRole, number>;
  readonly score: number;
  /** Those below the header. */
  readonly rows: readonly Row[];
}

const longestDays = 366;

/** @returns the table below the row most like a header among the first ones; none if no row names a person or a day */
function tablesOf({ sheet, rows }: WholeSheet): Table[] {
  let best: Table | null = null;
  for (const [index, row] of rows.slice(0, caps.headerRows).entries()) {
    if (row.aside !== null || row.cells.filter((cell) => cell?.kind === 'text').length < 2) continue;
    const texts = rowTexts(row.cells);
    const header = headerOf(row.number, texts);
    const columns = absenceColumnsOf(texts);
    const score = absenceScore(header, columns);
    if (score > (best?.score ?? 0)) best = { sheet, header, columns, score, rows: rows.slice(index + 1) };
  }
  return best === null ? [] : [best];
}

const columnOf = ({ columns }: Table, role: AbsenceRole): number => columns.get(role) ?? -1;

interface LineContext {
  readonly table: Table;
  readonly order: DateOrder;
  readonly year: number | null;
  readonly fill: FillDown;
  readonly parts: Readonly<Record<'half' | 'half-from' | 'half-to', (text: string) => PartOfDay | null>>;
}

type Said = readonly { readonly day: Day; readonly part: PartOfDay }[];

const textAt = (cell: Cell | undefined): string => (cell === undefined ? '' : cellText(cell));

/** Only a day without a year takes the year asked for: a leave runs across the new year. */
function settledDay(reading: DateReading, { order, year }: LineContext): ReturnType<typeof settleDate> {
  const hasYear = reading.kind === 'day' || (reading.kind === 'either' && reading.year !== null);
  return settleDate(reading, order, hasYear ? null : year);
}

/** @returns what one line says, day by day, or its problems */
function readLine(context: LineContext, row: Row): { readonly said: Said } | { readonly problems: AbsenceProblem[] } {
  const { table, fill, parts } = context;
  const problems: AbsenceProblem[] = [];
  const complain = (code: AbsenceCode, column: number): null => {
    problems.push(absenceProblem(code, placeOf(table, row, column)));
    return null;
  };
  const dayAt = (column: number): Day | null => {
    const cell = fill.at(row, column);
    if (cell?.kind === 'unusable') return complain(cell.why, column);
    const settled = settledDay(dateOfCell(cell, table.sheet.date1904), context);
    if ('day' in settled) return settled.day;
    return complain(settled.code === 'ambiguous-date' ? 'ambiguous-date' : 'not-a-date', column);
  };
  const partAt = (role: 'half' | 'half-from' | 'half-to'): PartOfDay | null => {
    const column = columnOf(table, role);
    const cell = row.cells[column];
    if (cell?.kind === 'unusable') return complain(cell.why, column);
    return parts[role](textAt(cell)) ?? complain('not-a-half-day', column);
  };
  const oneDay = (day: Day | null): { readonly said: Said } | { readonly problems: AbsenceProblem[] } => {
    const part = partOfLine(context, row, partAt, complain);
    if (day === null || part === null) return { problems };
    return { said: part === 'none' ? [] : [{ day, part }] };
  };
  const [from, to] = [columnOf(table, 'from'), columnOf(table, 'to')];
  const dayColumn = columnOf(table, 'day');
  const isBlank = (role: AbsenceRole): boolean => row.cells[columnOf(table, role)] === undefined;
  if (!isBlank('from') && !isBlank('to')) {
    const [first, last] = [dayAt(from), dayAt(to)];
    if (first === last && isBlank('half-from') && isBlank('half-to')) return oneDay(first);
    const [start, end] = [partAt('half-from'), partAt('half-to')];
    // One word for the part of the day says nothing of a period.
    if (!isBlank('half') && partAt('half') !== 'both') complain('not-a-half-day', columnOf(table, 'half'));
    if (first === null || last === null || start === null || end === null) return { problems };
    const days = daysBetween(first, last);
    const isReversed = days < 0 || (days === 0 && start === 'afternoon' && end === 'morning');
    if (isReversed) complain('reversed-period', to);
    if (days >= longestDays) complain('period-too-long', to);
    if (problems.length > 0) return { problems };
    const said = periodOf(first, days, start, end);
    // 2,5 days from the 12th to the 14th: nobody says which half is not among them.
    const counted = hasHalfDay(textAt(row.cells[columnOf(table, 'days')]));
    const hasHalf = said.filter(({ part }) => part !== 'both').length % 2 === 1;
    if (counted !== null && counted !== hasHalf) complain('not-a-half-day', columnOf(table, 'days'));
    return problems.length > 0 ? { problems } : { said };
  }
  return oneDay(dayAt(!isBlank('from') || dayColumn < 0 ? from : dayColumn));
}

/** The part of a line about one day: what its words say, else its number of days; hours say nothing that can be kept. */
function partOfLine(
  { table }: LineContext,
  row: Row,
  partAt: (role: 'half' | 'half-from') => PartOfDay | null,
  complain: (code: AbsenceCode, column: number) => null,
): PartOfDay | 'none' | null {
  const role = row.cells[columnOf(table, 'half')] === undefined ? 'half-from' : 'half';
  if (row.cells[columnOf(table, role)] !== undefined) return partAt(role);
  const days = columnOf(table, 'days');
  const counted = textAt(row.cells[days]);
  if (counted !== '') return partOfDays(counted) ?? complain('not-a-half-day', days);
  const hours = columnOf(table, 'hours');
  return row.cells[hours] === undefined ? 'both' : complain('not-a-half-day', hours);
}

/** @param days from the first day to the last: 0 for one day */
function periodOf(first: Day, days: number, start: PartOfDay, end: PartOfDay): Said {
  if (days === 0) {
    if (start === 'some' || end === 'some') return [{ day: first, part: 'some' }];
    // From the afternoon on, and to the end of it; up to noon, and from the morning on.
    const part = start === 'afternoon' ? 'afternoon' : end === 'morning' ? 'morning' : 'both';
    return [{ day: first, part }];
  }
  return Array.from({ length: days + 1 }, (_, at): Said[number] => {
    const day = addDays(first, at);
    // A period begins with the end of its first day and ends with the beginning of its last.
    if (at === 0) return { day, part: start === 'afternoon' || start === 'some' ? 'afternoon' : 'both' };
    if (at === days) return { day, part: end === 'morning' || end === 'some' ? 'morning' : 'both' };
    return { day, part: 'both' };
  });
}

/** Of two halves nobody named, one is the morning and the other the afternoon. */
function joined(known: Halves | undefined, part: PartOfDay): Halves {
  if (part !== 'some') return known === undefined || known === part ? part : 'both';
  return known === undefined ? 'morning' : 'both';
}

const isTotal = (text: string): boolean => /^(sous[- ]?|sub[- ]?)?(totals?|totaux)\b/i.test(text);

/**
 * @param file CSV, XLSX or ODS, as HR tools export leave
 * @param year of days that are written without one; null: such days are asked about
 * @throws Refusal if the file cannot be read at all
 */
export async function readAbsences(file: TimesheetFile, year: number | null): Promise<AbsenceReading> {
  const sheets = await wholeSheets(file);
  if (sheets.every(({ rows }) => rows.every(isBlankRow))) throw fileRefusal('empty');
  const tables = sheets.flatMap(tablesOf);
  if (tables.length === 0) {
    throw fileRefusal('no-header-found', {
      fr: 'pour des absences : « Matricule », « Du », « Au », ou « Matricule », « Date »',
      en: 'for absences: “Employee ID”, “From”, “To”, or “Employee ID”, “Date”',
    });
  }
  const whole = tables.filter(({ score }) => score === 2);
  const order = orderOf(
    whole.flatMap(datesOf),
    whole.some(({ header }) => header.isEnglish),
  );
  const found = makeFound();
  if (whole.length === 0) found.problems.push(...tables.map(missingColumn));
  for (const table of whole) readTable(contextOf(table, order, year), found);
  const { problems, lines, hiddenRows } = found;
  return { absences: found.absences(), problems, lines, hiddenRows };
}

/** What has been found so far, over all tables. */
function makeFound() {
  const byPerson = new Map<string, Map<Day, Halves>>();
  let kept = 0;
  return {
    problems: [] as AbsenceProblem[],
    lines: 0,
    hiddenRows: 0,
    add: (person: string, said: Said): void => {
      const days = byPerson.get(person) ?? new Map<Day, Halves>();
      byPerson.set(person, days);
      for (const { day, part } of said) days.set(day, joined(days.get(day), part));
      kept += said.length;
      // Few lines of long periods would be many days.
      if (kept > caps.workbookRows) throw fileRefusal('too-many-rows');
    },
    absences: (): PersonAbsence[] =>
      [...byPerson].flatMap(([person, days]) =>
        [...days].map(([day, halves]): PersonAbsence => ({ person, day, halves })),
      ),
  };
}

function readTable(context: LineContext, found: ReturnType<typeof makeFound>): void {
  const { table, fill } = context;
  const personOf = makePersonReader(table.header);
  // Printed again at the top of each page.
  const isHeaderAgain = makeHeaderAgain(table.header, [...table.columns.values()]);
  for (const row of table.rows) {
    fill.pass(row);
    if (row.aside !== null) found.hiddenRows += 1;
    if (row.aside !== null || isBlankRow(row) || isHeaderAgain(row)) continue;
    const person = personOf((column) => fill.at(row, column));
    if (person !== null && isTotal(person)) continue;
    found.lines += 1;
    const read = readLine(context, row);
    if (person === null) found.problems.push(absenceProblem('missing-person', placeOf(table, row, null)));
    if ('problems' in read) found.problems.push(...read.problems);
    else if (person !== null) found.add(person, read.said);
  }
}

const missingColumn = ({ sheet, header }: Table): AbsenceProblem =>
  absenceProblem('missing-column', { ...nowhere, sheet: sheet.name, row: header.row });

const dateRoles = ['day', 'from', 'to'] as const;

const datesOf = (table: Table): DateReading[] =>
  table.rows.flatMap((row) =>
    row.aside !== null
      ? []
      : dateRoles.map((role) => dateOfCell(row.cells[columnOf(table, role)], table.sheet.date1904)),
  );

function contextOf(table: Table, order: DateOrder, year: number | null): LineContext {
  const partsOf = (role: 'half' | 'half-from' | 'half-to') =>
    partsOfDay(table.rows.map((row) => textAt(row.cells[columnOf(table, role)])));
  return {
    ...{ table, order, year, fill: makeFillDown(table.sheet) },
    parts: { half: partsOf('half'), 'half-from': partsOf('half-from'), 'half-to': partsOf('half-to') },
  };
}
