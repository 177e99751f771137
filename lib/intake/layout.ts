// What every layout (list, grid) offers to the reading of a whole file: its evidence first, then its lines.
import type { Day } from '../model/calendar.ts';
import { type Cell, cellName, type Row, type Sheet } from './cell.ts';
import { cellQuote, cellText } from './cell-text.ts';
import type { DateOrder, DateReading } from './date.ts';
import type { Entry } from './entry.ts';
import type { Header } from './header.ts';
import { makeProblem, type ProblemPlace } from './problems.ts';
import { type Quantity, type QuantityUnit, quantityOfCell } from './quantity.ts';
import type { Ignored, Problem, ProblemCode } from './reading.ts';
import { type QuantityColumn, settleQuantity } from './settle-quantity.ts';
import type { StatedTotal } from './total-row.ts';

export interface ReadingOptions {
  /** The calendar year that the days must be in; null = any. */
  readonly year: number | null;
  /** Minutes of one working day; null = not known. */
  readonly dayMinutes: number | null;
}

/** What the whole file settled. */
export interface Evidence extends ReadingOptions {
  readonly column: QuantityColumn;
  readonly order: DateOrder;
}

export interface Layout {
  readonly sheet: Sheet;
  readonly header: Header;
  /** The unit that header or titles name. */
  readonly unit: QuantityUnit | null;
  readonly isDecimal: boolean;
  readonly hasMarks: boolean;
  readonly quantities: () => Iterable<Quantity>;
  readonly dates: () => Iterable<DateReading>;
  readonly read: (evidence: Evidence, findings: Findings) => void;
}

/** What has been found so far; each layout adds to it. */
export interface Findings {
  readonly entries: Entry[];
  readonly problems: Problem[];
  readonly ignored: Ignored[];
  /** Lines that claim time and cannot be posted. */
  toFix: number;
  /** Totals by sheet, for those with lines. */
  readonly totals: { readonly sheet: Sheet; readonly stated: readonly StatedTotal[] }[];
  /** The first line in hours and the first in days. */
  readonly units: Map<'hours' | 'days', ProblemPlace>;
}

export const noFindings = (): Findings => ({
  entries: [],
  problems: [],
  ignored: [],
  toFix: 0,
  totals: [],
  units: new Map(),
});

/** Points at a cell for a problem. @param column from 0; null for a whole row */
export function placeOf(layout: Pick<Layout, 'sheet' | 'header'>, row: Row, column: number | null): ProblemPlace {
  const text = column === null ? '' : (layout.header.texts[column] ?? '').trim();
  return {
    sheet: layout.sheet.name,
    row: row.number,
    column: text === '' ? null : text,
    cell: column === null ? null : cellName(layout.sheet, row.number, column),
    value: column === null ? null : cellQuote(row.cells[column], layout.sheet.date1904),
  };
}

/** Reads each distinct cell once: sheets repeat few quantities and few days. */
export function memo<T>(read: (cell: Cell | undefined) => T): (cell: Cell | undefined) => T {
  const known = new Map<Cell | undefined, T>();
  return (cell) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const value = read(cell);
    known.set(cell, value);
    return value;
  };
}

/** The problem of a formula without a usable result, or of a text out of bounds; null if the cell is usable. */
export const faultOf = (cell: Cell | undefined): ProblemCode | null => (cell?.kind === 'unusable' ? cell.why : null);

export interface NamedLine {
  readonly sheet: Sheet;
  readonly row: Row;
  readonly person: string;
  readonly project: string;
  readonly comment: string | null;
}

/** Turns one quantity into an entry, or into a problem. @returns true unless a blocking problem stands */
export function claim(
  line: NamedLine,
  day: Day,
  quantity: Quantity,
  place: () => ProblemPlace,
  evidence: Evidence,
  findings: Findings,
): boolean {
  const settled = settleQuantity(quantity, evidence.column, evidence.dayMinutes);
  if ('code' in settled) {
    const problem = makeProblem(settled.code, place());
    findings.problems.push(problem);
    return !problem.blocking;
  }
  const unit = writtenUnit(quantity, evidence.column);
  if (!findings.units.has(unit)) findings.units.set(unit, place());
  const { sheet, row, person, project, comment } = line;
  const at = { sheet: sheet.name, row: row.number, person, day, project };
  findings.entries.push(comment === null ? { ...at, ...settled } : { ...at, ...settled, comment });
  return true;
}

function writtenUnit(quantity: Quantity, column: QuantityColumn): 'hours' | 'days' {
  if (quantity.kind === 'mark') return 'days';
  const unit = quantity.kind === 'amount' ? (quantity.unit ?? column.unit) : 'hour';
  return unit === 'day' || unit === 'percent' ? 'days' : 'hours';
}

/** The person of a line: matricule, else e-mail, else full name (first name first). Null if nobody is named. */
export function personOf(header: Header, cellAt: (column: number) => Cell | undefined): string | null {
  const text = (column: number | undefined): string => {
    const cell = column === undefined ? undefined : cellAt(column);
    return cell === undefined || cell.kind === 'unusable' ? '' : cellText(cell);
  };
  for (const role of ['person-id', 'email', 'full-name'] as const) {
    const found = text(header.columns.get(role));
    if (found !== '') return found;
  }
  const parts = [text(header.columns.get('first-name')), text(header.columns.get('last-name'))];
  const name = parts.filter((part) => part !== '').join(' ');
  return name === '' ? null : name;
}

export const memoQuantity = (): ((cell: Cell | undefined) => Quantity) => memo(quantityOfCell);
