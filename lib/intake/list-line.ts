// One line of a list: who, when, for what, how long; every problem of the line at once.
import type { Day } from '../model/calendar.ts';
import type { Bilingual } from '../model/text.ts';
import type { Cell, Row } from './cell.ts';
import { shownText } from './cell-text.ts';
import { isBySheetName } from './chosen-header.ts';
import { type DateReading, frenchDay, type SettledDate, settleDate } from './date.ts';
import { makeFillDown } from './fill-down.ts';
import type { Findings } from './findings.ts';
import { nameRoles, namesPeriod, type Role } from './header.ts';
import {
  amountOf,
  claim,
  type Evidence,
  faultOf,
  type Layout,
  makePersonReader,
  type NamedLine,
  perUnit,
  placeOf,
} from './layout.ts';
import { memo } from './memo.ts';
import { makeProblem, saidProblem } from './problems.ts';
import { inUnit, type Quantity, type QuantityUnit } from './quantity.ts';
import type { Problem, ProblemPlace } from './reading.ts';
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
  findings: Findings,
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
  const amountIn = perUnit((unit) => memo((cell) => amountOf(inUnit(quantityOf(cell), unit), evidence)));
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
      findings.addProblem(makeProblem(fault, placeOf(layout, row, at)));
      faulty.add(at);
    });
    return faulty;
  };

  const line = (row: Row): boolean => {
    const before = findings.problemCount();
    const faulty = row.cells.some(isUnusable) ? faultyCells(row) : noColumns;
    // An open quote took the rest of the row with it: nothing more can be said of it.
    if (faulty.size > 0 && row.cells.some((cell) => faultOf(cell) === 'text-too-many-rows')) return false;
    const at = (each: number) => (each < 0 ? undefined : fill.at(row, each));
    const person = personOf(at);
    if (person === null && !personColumns.some((each) => faulty.has(each))) {
      findings.addProblem(makeProblem('missing-person', placeOf(layout, row, personColumns[0] ?? null)));
    }
    const projectCell = project < 0 ? soFar.stated.get('project') : at(project);
    if (projectCell === undefined) findings.addProblem(makeProblem('missing-project', placeOf(layout, row, project)));
    const day = dayOf(at(date));
    if ('code' in day && !faulty.has(date)) findings.addProblem(problemOfDay(day, placeOf(layout, row, date)));
    if ('day' in day && isPeriod)
      findings.addProblem(saidProblem('ambiguous-date', placeOf(layout, row, date), wholePeriod));
    const last = lastDay < 0 ? undefined : at(lastDay);
    if (last !== undefined && 'day' in day && !faulty.has(lastDay) && quantityOf(last).kind !== 'clock') {
      const until = dayOf(last);
      if ('code' in until) findings.addProblem(problemOfDay(until, placeOf(layout, row, lastDay)));
      else if (until.day !== day.day) {
        findings.addProblem(
          saidProblem('ambiguous-date', placeOf(layout, row, lastDay), severalDays(day.day, until.day)),
        );
      }
    }
    const unitCell = row.cells[unitColumn];
    const unit = unitOf?.(unitCell) ?? null;
    if (unitCell !== undefined && unit === null && !faulty.has(unitColumn)) {
      findings.addProblem(saidProblem('ambiguous-duration', placeOf(layout, row, unitColumn), noUnit));
    }
    const amount = amountIn(unit)(row.cells[quantity]);
    if (findings.problemCount() > before || person === null || projectCell === undefined || 'code' in day) {
      const { settled } = amount;
      if ('code' in settled && !faulty.has(quantity)) {
        findings.addProblem(makeProblem(settled.code, placeOf(layout, row, quantity)));
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
    return claim(named, day.day, amount, () => placeOf(layout, row, quantity), findings);
  };
  const pass = (row: Row): void => {
    fill.pass(row);
    soFar.pass(row);
  };
  return { pass, line };
}

const problemOfDay = ({ code, says }: Exclude<SettledDate, { readonly day: Day }>, place: ProblemPlace): Problem =>
  says === undefined ? makeProblem(code, place) : saidProblem(code, place, says);

const severalDays = (first: Day, last: Day): Bilingual => ({
  fr: `la ligne va du ${frenchDay(first)} au ${frenchDay(last)}, et ne dit pas quel temps revient à chaque jour. Écrivez une ligne par jour ; si cette colonne ne dit pas la fin du travail, choisissez « aucune colonne » pour le dernier jour.`,
  en: `the line goes from ${first} to ${last}, and does not say which day has how much of its time. Write one line per day; if this column does not say when the work ended, choose no column for the last day.`,
});

const wholePeriod: Bilingual = {
  fr: 'cette colonne dit une semaine ou un mois, et non le jour du travail. Écrivez une ligne par jour ; si ce sont bien les jours, choisissez cette colonne pour le jour.',
  en: 'this column says a week or a month, not the day of the work. Write one line per day; if these are the days, choose this column for the day.',
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
