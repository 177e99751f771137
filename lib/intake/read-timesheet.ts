// Spreadsheet bytes in, time entries and row problems out: the whole reading of one timesheet file, in two passes over its rows.
import { type Sha256, toHex } from '../model/hashing.ts';
import { columnName, type Sheet } from './cell.ts';
import { type ChosenRows, makeChosenRows } from './chosen-rows.ts';
import { reportSheets, wantedSheets } from './chosen-sheets.ts';
import type { Entry } from './entry.ts';
import { type Found, makeFound } from './found.ts';
import type { Evidence, Layout, ReadingOptions } from './layout.ts';
import { type OpenedFile, openFile } from './open-file.ts';
import { makeProblem } from './problems.ts';
import { makeOtherReader, makeSheetReader, type SheetReader } from './read-sheet.ts';
import type { Reading, ReadingTotals } from './reading.ts';
import { fileRefusal } from './refusals.ts';
import { settleEvidence } from './settle-evidence.ts';
import { type SheetSurvey, surveySheets } from './survey.ts';
import { sourceOf, type TimesheetFile, type TimesheetSource } from './timesheet-source.ts';
import { decimalSign, understand } from './understand.ts';

export interface TimesheetOptions extends ReadingOptions {
  readonly sha256: Sha256;
}

/** Takes some entries, in the order of the file; the array is used again once it has answered. */
type OnEntries = (entries: readonly Entry[]) => void | Promise<void>;

/**
 * Reads a timesheet as HR sends it: CSV, XLSX or ODS; a list of lines or monthly grids.
 * Entries hold whole minutes or half-days; every row that gives none is among the problems or the ignored rows.
 * @throws Refusal if the file cannot be read at all (`not-a-spreadsheet`, `zip-bomb`, `no-header-found`…)
 */
export async function readTimesheet(file: TimesheetFile, options: TimesheetOptions): Promise<Reading> {
  const source = sourceOf(file, () => toHex(options.sha256(file.bytes)));
  const entries: Entry[] = [];
  const reading = await readTimesheetLines(source, options, (batch) => {
    for (const entry of batch) entries.push(entry);
  });
  return { ...reading, entries };
}

/**
 * The same reading for a file that is never whole in memory: entries are handed on in batches and not kept.
 * @throws Refusal as above; maybe after the first batches, where a file turns out damaged or too long
 */
export async function readTimesheetLines(
  source: TimesheetSource,
  options: ReadingOptions,
  onEntries: OnEntries,
): Promise<Omit<Reading, 'entries'>> {
  const { choices = {} } = options;
  const opened = await openFile(source, choices, wantedSheets(choices));
  const chosen = makeChosenRows(choices);
  const surveys = await surveySheets(opened.rows, chosen, choices);
  const layouts = [...surveys.values()].flatMap(({ layout, below }) =>
    layout === null ? [] : [layout, ...below.map((table) => table.layout)],
  );
  if ([...surveys.values()].some(({ hasPresences }) => hasPresences)) {
    throw fileRefusal('unsupported-layout', {
      fr: 'chaîne de présence : un caractère par jour du mois',
      en: 'a presence string: one character for each day of the month',
    });
  }
  const found = makeFound();
  reportSheets(opened.rows.sheets, surveys, choices, found);
  if (layouts.length === 0 && found.problemCount() === 0) {
    throw fileRefusal([...surveys.values()].every(({ isBlank }) => isBlank) ? 'empty' : 'no-header-found');
  }
  const settled = settleEvidence(layouts, options);
  await readRows(opened, chosen, makeReaders(surveys, settled.evidenceOf, found), found, onEntries);
  for (const { name, hiddenColumns } of surveys.keys()) {
    for (const column of hiddenColumns) found.ignore(name, null, 'hidden', columnName(column));
  }
  for (const problem of [...chosen.problems(), ...found.repeated(), ...mixedUnits(found)]) {
    found.addProblem(problem);
  }
  const fileTotalMinutes = reconcile(found);
  const saysNothing = found.sums.entries + found.problemCount() === 0;
  if (saysNothing && found.ignored.every(({ why }) => why !== 'hidden' && why !== 'left-out')) {
    throw fileRefusal('empty');
  }
  const { facts, rows } = opened;
  const decimal = decimalSign(settled.columns);
  return {
    file: {
      name: source.name,
      sha256: await source.sha256(),
      bytes: source.size,
      ...facts,
      ...(facts.kind !== 'csv' && { sheets: [...new Set(layouts.map(({ sheet }) => sheet.name ?? ''))] }),
      ...(facts.kind === 'csv' && decimal !== null && { decimal }),
    },
    problems: found.problems(),
    ignored: found.ignored,
    totals: totalsOf(found, fileTotalMinutes),
    understood: understand({ sheets: rows.sheets, surveys, facts, settled, sample: found.sample }),
  };
}

function makeReaders(
  surveys: ReadonlyMap<Sheet, SheetSurvey>,
  evidenceOf: ReadonlyMap<Layout, Evidence>,
  found: Found,
): ReadonlyMap<Sheet, SheetReader> {
  const readers = new Map<Sheet, SheetReader>();
  for (const [sheet, { layout, below, isBlank }] of surveys) {
    const tables = layout === null ? [] : [{ from: 0, layout }, ...below];
    const inTables = tables.flatMap(({ from, layout: table }) => {
      const evidence = evidenceOf.get(table);
      return evidence === undefined ? [] : [{ from, reader: makeSheetReader(table, evidence, found) }];
    });
    if (inTables.length > 0) readers.set(sheet, oneAfterAnother(inTables));
    else if (!isBlank) readers.set(sheet, makeOtherReader(sheet, found));
  }
  return readers;
}

/** Each row goes to the table that it stands in. */
function oneAfterAnother(tables: readonly { readonly from: number; readonly reader: SheetReader }[]): SheetReader {
  let at = 0;
  return {
    read: (row) => {
      while (row.number >= (tables[at + 1]?.from ?? Number.POSITIVE_INFINITY)) at += 1;
      tables[at]?.reader.read(row);
    },
    close: () => {
      for (const { reader } of tables) reader.close();
    },
  };
}

/** So many entries wait before they are handed on. */
const batchSize = 250;

async function readRows(
  opened: OpenedFile,
  chosen: ChosenRows,
  readers: ReadonlyMap<Sheet, SheetReader>,
  found: Found,
  onEntries: OnEntries,
): Promise<void> {
  const { batch } = found;
  const handOn = async (): Promise<void> => {
    await onEntries(batch);
    batch.length = 0;
  };
  for await (const { sheet, rows } of opened.rows.read()) {
    const reader = readers.get(sheet);
    if (reader === undefined) continue;
    for (const row of rows) reader.read(chosen.apply(sheet, row));
    if (batch.length >= batchSize) await handOn();
  }
  if (batch.length > 0) await handOn();
  for (const reader of readers.values()) reader.close();
}

function mixedUnits({ units }: Found) {
  const [, second] = units.values();
  return second === undefined ? [] : [makeProblem('mixed-units', second)];
}

/** @returns the file's own grand total; where it is not the sum of the lines, a problem is added */
function reconcile(found: Found): number | null {
  const [first] = found.totals;
  if (first === undefined) return null;
  let sum = 0;
  for (const { total } of found.totals) {
    if (total?.minutes === null || total?.minutes === undefined) return null;
    sum += total.minutes;
  }
  if (sum !== found.sums.minutes && found.sums.toFix === 0) {
    found.addProblem(
      makeProblem('total-differs', {
        sheet: first.sheet,
        row: first.total?.row ?? null,
        column: null,
        cell: null,
        value: `${Math.floor(sum / 60)}:${String(sum % 60).padStart(2, '0')}`,
      }),
    );
  }
  return sum;
}

function totalsOf({ sums }: Found, fileTotalMinutes: number | null): ReadingTotals {
  const { entries, toFix, ignored, minutes, halfDays } = sums;
  return { rows: entries + toFix, ready: entries, toFix, ignored, minutes, halfDays, fileTotalMinutes };
}
