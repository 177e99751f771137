// One claim of time: an amount of a line becomes an entry, or a problem at its place.
import type { Day } from '../model/calendar.ts';
import type { Row, Sheet } from './cell.ts';
import type { Entry } from './entry.ts';
import type { Found } from './found.ts';
import type { Evidence } from './layout.ts';
import { makeProblem } from './problems.ts';
import type { Quantity } from './quantity.ts';
import type { ProblemCode, ProblemPlace } from './reading.ts';
import { type QuantityColumn, type Settled, settleQuantity } from './settle-quantity.ts';

export interface NamedLine {
  readonly sheet: Sheet;
  readonly row: Row;
  readonly person: string;
  readonly project: string;
  readonly comment: string | null;
  readonly written: Day | null;
  readonly dayTotal: Pick<Entry, 'dayTotalMinutes' | 'dayTotalHalfDays'>;
}

/** A quantity with what its column makes of it. */
export interface Amount {
  readonly settled: Settled;
  readonly unit: 'hours' | 'days';
}

export function amountOf(quantity: Quantity, { column, dayMinutes }: Evidence): Amount {
  return { settled: settleQuantity(quantity, column, dayMinutes), unit: writtenUnit(quantity, column) };
}

/** Turns one amount into an entry, or into a problem. @returns true unless a blocking problem stands */
export function claim(
  line: NamedLine,
  day: Day,
  { settled, unit }: Amount,
  place: () => ProblemPlace,
  found: Found,
): boolean {
  if ('code' in settled) {
    const problem = makeProblem(settled.code, place());
    found.addProblem(problem);
    return !problem.blocking;
  }
  if (!found.units.has(unit)) found.units.set(unit, place());
  found.addEntry(entryOf(line, day, settled));
  return true;
}

/** Written member by member: a million lines are made of it. */
function entryOf(line: NamedLine, day: Day, settled: Exclude<Settled, { readonly code: ProblemCode }>): Entry {
  const { sheet, row, person, project, comment, written, dayTotal } = line;
  const entry: { -readonly [Key in keyof Entry]: Entry[Key] } =
    'minutes' in settled
      ? { sheet: sheet.name, row: row.number, person, day, project, minutes: settled.minutes }
      : { sheet: sheet.name, row: row.number, person, day, project, halfDays: settled.halfDays };
  if (comment !== null) entry.comment = comment;
  if (written !== null) entry.written = written;
  if (dayTotal.dayTotalMinutes !== undefined) entry.dayTotalMinutes = dayTotal.dayTotalMinutes;
  if (dayTotal.dayTotalHalfDays !== undefined) entry.dayTotalHalfDays = dayTotal.dayTotalHalfDays;
  return entry as Entry;
}

function writtenUnit(quantity: Quantity, column: QuantityColumn): 'hours' | 'days' {
  if (quantity.kind === 'mark') return 'days';
  const unit = quantity.kind === 'amount' ? (quantity.unit ?? column.unit) : 'hour';
  return unit === 'day' || unit === 'half-day' || unit === 'percent' ? 'days' : 'hours';
}
