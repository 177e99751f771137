// The first of two readings of a file: which tables its sheets hold, and what their columns say together. No line is made yet.
import { caps } from './caps.ts';
import { type Cell, isBlankRow, type Row, type RowSource, type Sheet } from './cell.ts';
import type { ChosenRows } from './chosen-rows.ts';
import { isProblemList } from './copy/problem-list.ts';
import type { Layout } from './layout.ts';
import { layoutOf, tableBelow } from './sheet-layout.ts';
import type { Choices } from './understanding.ts';

export interface SheetSurvey {
  /** Null where no table was found. */
  readonly layout: Layout | null;
  /** The tables further down on the sheet, and the row from which each is the one that counts: that of its title. */
  readonly below: readonly { readonly from: number; readonly layout: Layout }[];
  readonly isBlank: boolean;
  /** Rows with numbers beside words: it may well be a table. */
  readonly hasNumbers: boolean;
  /** What a copy with marks lists, to be left out: the marked lines are on the other sheets. */
  readonly isList: boolean;
  /** Some cell holds a month of presences, one character for each day, and no column holds durations. */
  readonly hasPresences: boolean;
}

/** @returns what each sheet that is read holds, in order */
export async function surveySheets(
  source: RowSource,
  chosen: ChosenRows,
  choices: Choices,
): Promise<ReadonlyMap<Sheet, SheetSurvey>> {
  const surveys = new Map<Sheet, ReturnType<typeof makeSurveyor>>();
  for await (const { sheet, rows } of source.read()) {
    const surveyor = surveys.get(sheet) ?? makeSurveyor(sheet, choices);
    surveys.set(sheet, surveyor);
    for (const row of rows) surveyor.see(chosen.apply(sheet, row));
  }
  return new Map([...surveys].map(([sheet, surveyor]) => [sheet, surveyor.close()]));
}

function makeSurveyor(sheet: Sheet, choices: Choices) {
  const head: Row[] = [];
  let layout: Layout | null = null;
  let isDecided = false;
  let isBlank = true;
  let hasNumbers = false;
  let isList = false;
  let hasPresences = false;

  const below: { readonly from: number; readonly layout: Layout }[] = [];
  let current: Layout | null = null;
  // Titles and blank rows since the last line: they may belong to a table that begins below them.
  let between: Row[] = [];

  const observe = (row: Row): void => {
    if (current === null || row.number <= current.header.row) return;
    const kind = current.kind(row);
    const isHeader = kind === 'repeated-header' || (kind === 'line' && current.mayBeHeader(row));
    const next = isHeader ? tableBelow(current, row, between, choices) : null;
    if (next !== null) {
      below.push({ from: between[0]?.number ?? row.number, layout: next });
      current = next;
      between = [];
    } else if (kind === 'title' || kind === 'blank' || (kind === 'line' && isTitleLike(row))) {
      if (between.length < caps.headerRows) between.push(row);
    } else if (kind === 'line' || kind === 'repeated-header' || typeof kind === 'object') between = [];
    if (next === null && kind === 'line') current.observe(row);
  };
  const decide = (): void => {
    isDecided = true;
    layout = layoutOf(sheet, head, choices);
    current = layout;
    head.forEach(observe);
    head.length = 0;
  };
  return {
    see: (row: Row): void => {
      isList ||= isBlank && isProblemList(row);
      if (isList) return;
      isBlank &&= isBlankRow(row);
      if (!hasDurations(layout)) hasPresences ||= row.aside === null && row.cells.some(isPresences);
      if (layout === null) hasNumbers ||= row.aside === null && isRowOfNumbers(row);
      if (isDecided) observe(row);
      else if (head.push(row) === caps.headerRows) decide();
    },
    close: (): SheetSurvey => {
      if (!isDecided) decide();
      return { layout, below, isBlank, hasNumbers, isList, hasPresences: hasPresences && !hasDurations(layout) };
    },
  };
}

const hasDurations = (layout: Layout | null): boolean =>
  layout !== null && (layout.shape === 'grid' || layout.header.columns.has('quantity'));

/** `PPPPP--PPPP/`, ` ///--  `: a day is a character. */
const isPresences = (cell: Cell | undefined): boolean =>
  cell?.kind === 'text' &&
  cell.text.length >= 20 &&
  cell.text.length <= 62 &&
  /^[ /\-.xpa01]+$/i.test(cell.text) &&
  !/^[\d.]+$/.test(cell.text);

/** Two cells at most, such as « Mois » beside « Novembre 2026 ». */
const isTitleLike = ({ cells }: Row): boolean => cells.filter((cell) => cell !== undefined).length <= 2;

function isRowOfNumbers({ cells }: Row): boolean {
  let filled = 0;
  let hasNumber = false;
  for (const cell of cells) {
    if (cell === undefined) continue;
    filled += 1;
    hasNumber ||= cell.kind === 'number';
  }
  return hasNumber && filled >= 3;
}
