// Spreadsheet bytes in, time entries and row problems out: the whole reading of one timesheet file.
import { type Sha256, toHex } from '../model/hashing.ts';
import { isBlankRow, type Sheet, type Workbook } from './cell.ts';
import { columnFacts } from './column-facts.ts';
import { readCsv } from './csv.ts';
import { orderOf } from './date.ts';
import { duplicateLines } from './duplicate-lines.ts';
import type { FileFacts } from './file-facts.ts';
import { gridLayout } from './grid-layout.ts';
import { type Findings, type Layout, noFindings, type ReadingOptions } from './layout.ts';
import { listLayout } from './list-layout.ts';
import { isOds, readOds } from './ods.ts';
import { makeProblem } from './problems.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { fileRefusal } from './refusals.ts';
import { ignoreAbove } from './row-kind.ts';
import type { QuantityColumn } from './settle-quantity.ts';
import { sniff } from './sniff.ts';
import { grandTotal } from './total-row.ts';
import { readXlsx, workbookPart } from './xlsx.ts';
import { openArchive } from './zip.ts';

export interface TimesheetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface TimesheetOptions extends ReadingOptions {
  readonly sha256: Sha256;
}

/**
 * Reads a timesheet as HR sends it: CSV, XLSX or ODS; a list of lines or monthly grids.
 * Entries hold whole minutes or half-days; every row that gives none is among the problems or the ignored rows.
 * @throws Refusal if the file cannot be read at all (`not-a-spreadsheet`, `zip-bomb`, `no-header-found`…)
 */
export async function readTimesheet(file: TimesheetFile, options: TimesheetOptions): Promise<Reading> {
  const { facts, workbook } = openFile(file.bytes);
  const layouts = findLayouts(workbook);
  const findings = noFindings();
  const columns = columnsByUnit(layouts.used);
  const order = orderOf(
    layouts.used.flatMap((layout) => [...new Set(layout.dates())]),
    layouts.used.some((layout) => layout.header.isEnglish),
  );
  for (const layout of layouts.used) {
    layout.read({ ...options, order, column: columnOf(columns, layout) }, findings);
  }
  for (const sheet of layouts.others) ignoreOther(sheet, findings);
  for (const name of workbook.hiddenSheets) findings.ignored.push({ sheet: name, row: null, why: 'hidden' });
  findings.problems.push(...duplicateLines(findings.entries), ...mixedUnits(findings));
  const fileTotalMinutes = reconcile(findings);
  const saysNothing = findings.entries.length + findings.problems.length === 0;
  if (saysNothing && findings.ignored.every(({ why }) => why !== 'hidden')) throw fileRefusal('empty');
  return {
    file: {
      name: file.name,
      sha256: toHex(options.sha256(file.bytes)),
      bytes: file.bytes.length,
      ...facts,
      ...(facts.kind === 'csv' ? decimalOf(columns) : { sheets: layouts.used.map(({ sheet }) => sheet.name ?? '') }),
    },
    entries: findings.entries,
    problems: findings.problems,
    ignored: findings.ignored,
    totals: totalsOf(findings, fileTotalMinutes),
  };
}

type OpenedFacts = Pick<FileFacts, 'kind' | 'encoding' | 'delimiter'>;

function openFile(bytes: Uint8Array): { readonly facts: OpenedFacts; readonly workbook: Workbook } {
  if (sniff(bytes) === 'text') {
    const { encoding, delimiter, sheet } = readCsv(bytes);
    return { facts: { kind: 'csv', encoding, delimiter }, workbook: { sheets: [sheet], hiddenSheets: [] } };
  }
  const archive = openArchive(bytes);
  if (isOds(archive)) return { facts: { kind: 'ods' }, workbook: readOds(archive) };
  const part = workbookPart(archive);
  if (part === null) {
    throw archive.names.some((name) => name.endsWith('workbook.bin'))
      ? fileRefusal('unsupported-layout', { fr: 'classeur binaire .xlsb', en: 'a binary .xlsb workbook' })
      : fileRefusal('not-a-spreadsheet');
  }
  return { facts: { kind: 'xlsx' }, workbook: readXlsx(archive, part) };
}

interface Layouts {
  readonly used: readonly Layout[];
  /** Sheets without a table, beside some with one: a cover page, a legend. */
  readonly others: readonly Sheet[];
}

function findLayouts({ sheets }: Workbook): Layouts {
  const filled = sheets.filter((sheet) => sheet.rows.some((row) => !isBlankRow(row)));
  if (filled.length === 0) throw fileRefusal('empty');
  const used: Layout[] = [];
  const others: Sheet[] = [];
  for (const sheet of filled) {
    const layout = gridLayout(sheet) ?? listLayout(sheet);
    if (layout === null) others.push(sheet);
    else used.push(layout);
  }
  if (used.length === 0) throw fileRefusal('no-header-found');
  return { used, others };
}

/** A page of words is a title page; a page with numbers beside words may be hours, and is asked about. */
function ignoreOther(sheet: Sheet, findings: Findings): void {
  const isTable = sheet.rows.filter((row) => {
    const kinds = row.cells.map((cell) => cell?.kind);
    return !row.hidden && kinds.includes('number') && kinds.filter((kind) => kind !== undefined).length >= 3;
  });
  if (isTable.length > 0) {
    const place = { sheet: sheet.name, row: null, column: null, cell: null, value: null };
    findings.problems.push(makeProblem('unknown-column-layout', place));
  }
  ignoreAbove(sheet, sheet.rows, findings);
}

const unitKey = (layout: Layout): string => `${layout.unit} ${layout.isDecimal} ${layout.hasMarks}`;

/** Sheets of one file that name the same unit are one column for what decimals and units may mean. */
function columnsByUnit(layouts: readonly Layout[]): ReadonlyMap<string, QuantityColumn> {
  const groups = new Map<string, { readonly layout: Layout; readonly quantities: Set<Quantity> }>();
  for (const layout of layouts) {
    const group = groups.get(unitKey(layout)) ?? { layout, quantities: new Set<Quantity>() };
    for (const quantity of layout.quantities()) group.quantities.add(quantity);
    groups.set(unitKey(layout), group);
  }
  return new Map(
    [...groups].map(([key, { layout, quantities }]) => [
      key,
      columnFacts(quantities, layout.unit, layout.isDecimal, layout.hasMarks),
    ]),
  );
}

function columnOf(columns: ReadonlyMap<string, QuantityColumn>, layout: Layout): QuantityColumn {
  const column = columns.get(unitKey(layout));
  if (column === undefined) throw new Error('a layout outside its own file');
  return column;
}

/** Stated only where one sign is in use. */
function decimalOf(columns: ReadonlyMap<string, QuantityColumn>): Pick<FileFacts, 'decimal'> {
  const [sign, other] = [...columns.values()].flatMap(({ signs }) => [...signs]);
  return sign === undefined || other !== undefined ? {} : { decimal: sign };
}

function mixedUnits({ units }: Findings) {
  const [, second] = units.values();
  return second === undefined ? [] : [makeProblem('mixed-units', second)];
}

/** @returns the file's own grand total; where it is not the sum of the lines, a problem is added */
function reconcile(findings: Findings): number | null {
  const grand = findings.totals.map(({ sheet, stated }) => ({ sheet, total: grandTotal(stated) }));
  let sum = 0;
  for (const { total } of grand) {
    if (total?.minutes === null || total?.minutes === undefined) return null;
    sum += total.minutes;
  }
  const [first] = grand;
  const read = findings.entries.reduce((minutes, entry) => minutes + (entry.minutes ?? 0), 0);
  if (first === undefined || grand.length === 0) return null;
  if (sum !== read && findings.toFix === 0) {
    findings.problems.push(
      makeProblem('total-differs', {
        sheet: first.sheet.name,
        row: first.total?.row ?? null,
        column: null,
        cell: null,
        value: `${Math.floor(sum / 60)}:${String(sum % 60).padStart(2, '0')}`,
      }),
    );
  }
  return sum;
}

function totalsOf({ entries, ignored, toFix }: Findings, fileTotalMinutes: number | null): Reading['totals'] {
  let minutes = 0;
  let halfDays = 0;
  for (const entry of entries) {
    minutes += entry.minutes ?? 0;
    halfDays += entry.halfDays ?? 0;
  }
  return {
    rows: entries.length + toFix,
    ready: entries.length,
    toFix,
    ignored: ignored.length,
    minutes,
    halfDays,
    fileTotalMinutes,
  };
}
