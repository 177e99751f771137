// The first of two readings of a file: which tables its sheets hold, and what their columns say together. No line is made yet.
import { caps } from './caps.ts';
import { isBlankRow, type Row, type RowSource, type Sheet } from './cell.ts';
import type { ChosenRows } from './chosen-rows.ts';
import { isProblemList } from './copy/problem-list.ts';
import type { Layout } from './layout.ts';
import { layoutOf } from './sheet-layout.ts';
import type { Choices } from './understanding.ts';

export interface SheetSurvey {
  /** Null where no table was found. */
  readonly layout: Layout | null;
  readonly isBlank: boolean;
  /** Rows with numbers beside words: it may well be a table. */
  readonly hasNumbers: boolean;
  /** What a copy with marks lists, to be left out: the marked lines are on the other sheets. */
  readonly isList: boolean;
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

  const observe = (row: Row): void => {
    if (layout === null || row.number <= layout.header.row) return;
    if (layout.kind(row) === 'line') layout.observe(row);
  };
  const decide = (): void => {
    isDecided = true;
    layout = layoutOf(sheet, head, choices);
    head.forEach(observe);
    head.length = 0;
  };
  return {
    see: (row: Row): void => {
      isList ||= isBlank && isProblemList(row);
      if (isList) return;
      isBlank &&= isBlankRow(row);
      hasNumbers ||= row.aside === null && isRowOfNumbers(row);
      if (isDecided) observe(row);
      else if (head.push(row) === caps.headerRows) decide();
    },
    close: (): SheetSurvey => {
      if (!isDecided) decide();
      return { layout, isBlank, hasNumbers, isList };
    },
  };
}

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
