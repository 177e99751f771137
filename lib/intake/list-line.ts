// One line of a list: who, when, for what, how long; every problem of the line at once.
import type { Day } from '../model/calendar.ts';
import type { Bilingual } from '../model/text.ts';
import type { Cell, Row } from './cell.ts';
import { shownText } from './cell-text.ts';
import { isBySheetName } from './chosen-header.ts';
import { type Amount, amountOf, claim, type NamedLine } from './claim.ts';
import { nameRoles, namesPeriod, type Role } from './column-roles.ts';
import { type DateReading, frenchDay, type SettledDate, settleDate } from './date.ts';
import { makeFillDown } from './fill-down.ts';
import type { Found } from './found.ts';
import { type Evidence, faultOf, type Layout, perUnit, placeOf } from './layout.ts';
import { memo } from './memo.ts';
import { makePersonReader } from './person-reader.ts';
import { makeProblem, saidProblem } from './problems.ts';
import { inUnit, type Quantity, type QuantityUnit } from './quantity.ts';
import { settleQuantity } from './settle-quantity.ts';
import { makeStatedSoFar } from './stated-titles.ts';

interface CellReaders {
  readonly dateOf: (cell: Cell | undefined) => DateReading;
  readonly quantityOf: (cell: Cell | undefined) => Quantity;
  /** Null where no column says the unit of each line. */
  readonly unitOf: ((cell: Cell | undefined) => QuantityUnit | null) | null;
}

/** @returns what is told of every row and reads the lines among them; a line says whether it can be posted */
export function makeLineReader(
  layout: Layout,
  { dateOf, quantityOf, unitOf }: CellReaders,
  evidence: Evidence,
  found: Found,
): { readonly pass: (row: Row) => void; readonly line: (row: Row) => boolean } {
  const { sheet, header } = layout;
  const fill = makeFillDown(sheet);
  const column = (role: Role): number => header.columns.get(role) ?? -1;
  const personColumns = nameRoles.map(column).filter((each) => each >= 0);
  const [date, project, quantity] = [column('date'), column('project'), column('quantity')];
  const [comment, written, dayTotal] = [column('comment'), column('written'), column('day-total')];
  const lastDay = column('last-day');
  const soFar = makeStatedSoFar(header, isBySheetName(evidence.choices));
  const personOf = makePersonReader({ ...header, stated: soFar.stated });
  const dayOf = memo((cell) => settleDate(dateOf(cell), evidence.order, evidence.year, evidence.shortYears));
  const amountOfUnit = perUnit((unit) => memo((cell) => amountOf(inUnit(quantityOf(cell), unit), evidence)));
  const unitColumn = unitOf === null ? -1 : column('unit');
  const writtenOf = memo((cell) => writtenDay(dateOf(cell), evidence));
  const dayTotalOf = memo((cell) => wholeDay(quantityOf(cell), evidence));
  // Unless somebody says that it is the day all the same.
  const isPeriod = evidence.choices?.columns?.date === undefined && namesPeriod(header.texts[date] ?? '');
  const core = new Set([...personColumns, date, project, quantity]);

  /** Reports cells that cannot be used. @returns their columns */
  const faultyCells = (row: Row): ReadonlySet<number> => {
    const faulty = new Set<number>();
    row.cells.forEach((cell, at) => {
      const fault = faultOf(cell);
      if (fault === null || (fault.startsWith('formula') && !core.has(at))) return;
      found.addProblem(makeProblem(fault, placeOf(layout, row, at)));
      faulty.add(at);
    });
    return faulty;
  };

  const complainOfDay = (row: Row, column: number, faulty: ReadonlySet<number>, why: NoDay): void => {
    if (faulty.has(column)) return;
    const place = placeOf(layout, row, column);
    found.addProblem(why.says === undefined ? makeProblem(why.code, place) : saidProblem(why.code, place, why.says));
  };

  /** Reports what stands against the day of a line: it is none, or more than one. @returns the first day, if one can be read */
  const dayIn = (row: Row, at: (column: number) => Cell | undefined, faulty: ReadonlySet<number>): Day | null => {
    const first = dayOf(at(date));
    if ('code' in first) {
      complainOfDay(row, date, faulty, first);
      return null;
    }
    if (isPeriod) complainOfDay(row, date, faulty, wholePeriod);
    const last = lastDay < 0 ? undefined : at(lastDay);
    if (last === undefined || quantityOf(last).kind === 'clock') return first.day;
    const until = dayOf(last);
    if ('code' in until) complainOfDay(row, lastDay, faulty, until);
    else if (until.day !== first.day) complainOfDay(row, lastDay, faulty, severalDays(first.day, until.day));
    return first.day;
  };

  /** The amount of a line, in the unit that stands beside it if one does. */
  const amountIn = (row: Row, faulty: ReadonlySet<number>): Amount => {
    const cell = row.cells[unitColumn];
    const unit = unitOf?.(cell) ?? null;
    if (cell !== undefined && unit === null && !faulty.has(unitColumn)) {
      found.addProblem(saidProblem('ambiguous-duration', placeOf(layout, row, unitColumn), noUnit));
    }
    return amountOfUnit(unit)(row.cells[quantity]);
  };

  const line = (row: Row): boolean => {
    const before = found.problemCount();
    const faulty = row.cells.some(isUnusable) ? faultyCells(row) : noColumns;
    // An open quote took the rest of the row with it: nothing more can be said of it.
    if (faulty.size > 0 && row.cells.some((cell) => faultOf(cell) === 'text-too-many-rows')) return false;
    const at = (each: number) => (each < 0 ? undefined : fill.at(row, each));
    const person = personOf(at);
    if (person === null && !personColumns.some((each) => faulty.has(each))) {
      found.addProblem(makeProblem('missing-person', placeOf(layout, row, personColumns[0] ?? null)));
    }
    const projectCell = project < 0 ? soFar.stated.get('project') : at(project);
    if (projectCell === undefined) found.addProblem(makeProblem('missing-project', placeOf(layout, row, project)));
    const day = dayIn(row, at, faulty);
    const amount = amountIn(row, faulty);
    if (found.problemCount() > before || person === null || projectCell === undefined || day === null) {
      const { settled } = amount;
      if ('code' in settled && !faulty.has(quantity)) {
        found.addProblem(makeProblem(settled.code, placeOf(layout, row, quantity)));
      }
      return false;
    }
    const said = at(comment);
    const named: NamedLine = {
      sheet,
      row,
      person,
      project: shownText(projectCell, sheet.date1904),
      comment: said === undefined || said.kind === 'unusable' ? null : shownText(said, sheet.date1904),
      written: written < 0 ? null : writtenOf(at(written)).day,
      dayTotal: dayTotal < 0 ? noTotal : dayTotalOf(at(dayTotal)),
    };
    return claim(named, day, amount, () => placeOf(layout, row, quantity), found);
  };
  const pass = (row: Row): void => {
    fill.pass(row);
    soFar.pass(row);
  };
  return { pass, line };
}

type NoDay = Exclude<SettledDate, { readonly day: Day }>;

const severalDays = (first: Day, last: Day): NoDay => ({
  code: 'ambiguous-date',
  says: {
    fr: `la ligne va du ${frenchDay(first)} au ${frenchDay(last)}, et ne dit pas quel temps revient à chaque jour. Écrivez une ligne par jour ; si cette colonne ne dit pas la fin du travail, choisissez « aucune colonne » pour le dernier jour.`,
    en: `the line goes from ${first} to ${last}, and does not say which day has how much of its time. Write one line per day; if this column does not say when the work ended, choose no column for the last day.`,
  },
});

const wholePeriod: NoDay = {
  code: 'ambiguous-date',
  says: {
    fr: 'cette colonne dit une semaine ou un mois, et non le jour du travail. Écrivez une ligne par jour ; si ce sont bien les jours, choisissez cette colonne pour le jour.',
    en: 'this column says a week or a month, not the day of the work. Write one line per day; if these are the days, choose this column for the day.',
  },
};

const noUnit: Bilingual = {
  fr: 'cette unité n’est ni des heures, ni des minutes, ni des jours. Écrivez « h », « min » ou « j ».',
  en: 'this unit is neither hours, nor minutes, nor days. Write “h”, “min” or “d”.',
};

const noColumns: ReadonlySet<number> = new Set();
const noTotal: NamedLine['dayTotal'] = {};
const isUnusable = (cell: Cell | undefined): boolean => cell?.kind === 'unusable';

/** A day that is not written without doubt, year included, is none: nothing about the line depends on a guess. */
function writtenDay(reading: DateReading, evidence: Evidence): { readonly day: Day | null } {
  const settled = settleDate(reading, evidence.writtenOrder, null, evidence.shortYears);
  return { day: 'day' in settled ? settled.day : null };
}

/** What is no total of one day (blank, a word, 0, more than 24 h) states none. */
function wholeDay(quantity: Quantity, evidence: Evidence): NamedLine['dayTotal'] {
  const settled = settleQuantity(quantity, evidence.dayTotals, evidence.dayMinutes);
  if ('minutes' in settled) return { dayTotalMinutes: settled.minutes };
  return 'halfDays' in settled ? { dayTotalHalfDays: settled.halfDays } : noTotal;
}
