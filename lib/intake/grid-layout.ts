// The monthly grid: one row per person and project, one column per day, the month in the sheet's name or title.
import { type Cell, isBlankRow, type Row, type Sheet } from './cell.ts';
import { chosenHeader, isBySheetName } from './chosen-header.ts';
import { amountOf } from './claim.ts';
import { noQuantities } from './column-facts.ts';
import { nameRoles, type Role } from './column-roles.ts';
import {
  arePeriods,
  type DayColumn,
  dayColumns,
  gridHeader,
  isWeekdayRow,
  makeDayOf,
  monthOfColumns,
  otherWeekday,
  timeOfGrid,
} from './day-columns.ts';
import { makeFillDown } from './fill-down.ts';
import type { Found } from './found.ts';
import { readGridRow } from './grid-row.ts';
import type { Header } from './header.ts';
import {
  type Evidence,
  type GridShape,
  type Layout,
  type LineReader,
  makeDateEvidence,
  makeQuantityReader,
  placeOf,
  type StatedUnit,
  titledUnit,
} from './layout.ts';
import { memo } from './memo.ts';
import { reportMissing } from './missing-columns.ts';
import { makePersonReader } from './person-reader.ts';
import { makeProblem, nowhere, saidProblem } from './problems.ts';
import { inUnit, type Quantity } from './quantity.ts';
import { isFootnote, makeHeaderAgain, type RowKind } from './row-kind.ts';
import { makeStatedSoFar, statesAgain, withStatedTitles } from './stated-titles.ts';
import { titleTexts, unitOfTitles } from './titles.ts';
import { totalKindOf, totalKindOfRow } from './total-row.ts';
import type { Choices } from './understanding.ts';
import { unitOfWords } from './unit-words.ts';

/**
 * @param above the rows above `headerRow`
 * @param previous the table above it on the sheet: what its titles say holds until others say something else
 * @returns null if the row does not hold days as columns
 */
export function gridLayout(
  sheet: Sheet,
  headerRow: Row,
  above: readonly Row[],
  choices: Choices,
  previous: Layout | null = null,
): Layout | null {
  const days = dayColumns(headerRow, sheet);
  if (days.length === 0) return null;
  const labels = labelsOf(chosenHeader(gridHeader(headerRow, above.at(-1), days), sheet, choices));
  const header = withStatedTitles(labels, above);
  const titles = titleTexts(above, sheet);
  const timeIn = timeOfGrid(sheet, titles, previous?.grid?.timeIn ?? null);
  const quantities = makeQuantityReader();
  const isTotal = (text: string): boolean => totalKindOf({ kind: 'text', text }) !== null;
  const totalColumn = header.texts.findLastIndex(isTotal);
  const needsMonth = days.some((day) => 'ofMonth' in day);

  const layout: Layout = {
    sheet,
    shape: 'grid',
    header,
    stated: statedUnit(choices, titles, header.texts.filter(isTotal), previous),
    isDecimal: false,
    isClock: false,
    hasMarks: true,
    grid: { heads: JSON.stringify(days), timeIn },
    needsMonth,
    dayColumns: new Set(days.map(({ column }) => column)),
    monthIn: (year, chosen) => (needsMonth ? timeIn(year, chosen).month : monthOfColumns(days)),
    quantities: quantities.evidence,
    dayTotals: noQuantities(),
    dayTotalUnit: null,
    dates: makeDateEvidence(),
    written: makeDateEvidence(),
    kind: makeGridRowKind(sheet, header, days),
    // Dates and weekdays; the numbers of days look like amounts, and stand under the same labels again.
    mayBeHeader: ({ cells }) =>
      days.filter(({ column }) => cells[column] !== undefined && quantities.of(cells[column]).kind === 'unreadable')
        .length >= 2,
    observe: (row) => {
      for (const { column } of claimed(days, row)) quantities.observe(row.cells[column], null);
    },
    total: ({ cells }) => inUnit(quantities.of(cells[totalColumn]), unitOfWords(header.texts[totalColumn] ?? '').unit),
    begin: (evidence, found) =>
      beginGrid(layout, { headerRow, days, timeIn, quantityOf: quantities.of }, evidence, found),
  };
  return layout;
}

const claimed = (days: readonly DayColumn[], { cells }: Row): DayColumn[] =>
  days.filter(({ column }) => cells[column] !== undefined);

/** The kind of each row below the header of a grid. */
function makeGridRowKind(sheet: Sheet, header: Header, days: readonly DayColumn[]): (row: Row) => RowKind {
  const projectColumn = header.columns.get('project');
  const firstDay = Math.min(...days.map(({ column }) => column));
  const named = makePersonReader({ ...header, stated: new Map() });
  const hasName = ({ cells }: Row): boolean => named((column) => cells[column]) !== null;
  const repeats = makeHeaderAgain(header, [...header.columns.values()]);
  return (row) => {
    if (row.aside !== null) return row.aside;
    if (isBlankRow(row)) return 'blank';
    if (statesAgain(row, header).length > 0) return 'title';
    const labels = row.cells.slice(0, firstDay);
    const total = totalKindOfRow({ ...row, cells: labels }, undefined);
    const isLabelled = projectColumn !== undefined && row.cells[projectColumn] !== undefined && hasName(row);
    if (total !== null && !isLabelled) return { total };
    if (isFootnote(sheet, row) && row.cells.findIndex((cell) => cell !== undefined) < firstDay) return 'title';
    if (header.columns.size > 0 && repeats(row)) return 'repeated-header';
    if (labels.every((cell) => cell === undefined) && isRowOfSums(row, days)) return { total: 'named' };
    return isWeekdayRow(row, labels, days) ? 'title' : 'line';
  };
}

interface GridParts {
  readonly headerRow: Row;
  readonly days: readonly DayColumn[];
  readonly timeIn: GridShape['timeIn'];
  readonly quantityOf: (cell: Cell | undefined) => Quantity;
}

/** What must be said of the grid as a whole comes first, once; then its rows are read, unless it leaves their days open. */
function beginGrid(
  layout: Layout,
  { headerRow, days, timeIn, quantityOf }: GridParts,
  evidence: Evidence,
  found: Found,
): LineReader {
  const { sheet, header } = layout;
  const dayOf = makeDayOf(days, timeIn(evidence.year, evidence.month));
  const isMissing = reportMissing(layout, ['project'], found);
  if (dayOf === null) reportMonth(layout, found);
  // A month that a person chose is hers: weekdays left over from the month before do not say otherwise.
  const isChosen = layout.needsMonth && evidence.month !== null;
  const other = dayOf === null || isChosen ? null : otherWeekday(days, dayOf);
  if (other !== null) reportWeekday(layout, headerRow, other, found);
  const fill = makeFillDown(sheet);
  const soFar = makeStatedSoFar(header, isBySheetName(evidence.choices));
  const { stated } = soFar;
  const person = makePersonReader({ ...header, stated });
  const amount = memo((cell) => amountOf(quantityOf(cell), evidence));
  const ofPeriods = arePeriods(days);
  if (ofPeriods) reportPeriods(layout, found);
  const tools =
    ofPeriods || dayOf === null || other !== null || isMissing
      ? null
      : { fill: fill.at, amountOf: amount, personOf: person, stated, dayOf };
  return {
    pass: (row) => {
      fill.pass(row);
      soFar.pass(row);
    },
    line: (row) => {
      const columns = claimed(days, row);
      if (tools === null) found.sums.toFix += columns.length;
      else readGridRow(layout, row, columns, tools, evidence, found);
    },
  };
}

function statedUnit(
  { unit: chosen }: Choices,
  titles: readonly string[],
  totalHeaders: readonly string[],
  previous: Layout | null,
): StatedUnit {
  if (chosen !== undefined) return { unit: chosen, from: 'chosen' };
  const titled = unitOfTitles(titles) ?? titledUnit(previous);
  if (titled !== null) return { unit: titled, from: 'title' };
  // « Total jours » beside « Total heures » is the same time twice, and does not say in which unit the days are.
  const [unit = null, ...others] = new Set(totalHeaders.flatMap((text) => unitOfWords(text).unit ?? []));
  return others.length > 0 || unit === null ? { unit: null, from: null } : { unit, from: 'header' };
}

/** Sums below the days, whatever stands beside them. */
function isRowOfSums(row: Row, days: readonly DayColumn[]): boolean {
  const cells = days.flatMap(({ column }) => row.cells[column] ?? []);
  return cells.length > 0 && cells.every((cell) => (cell.kind === 'number' || cell.kind === 'unusable') && cell.sum);
}

const labelRoles: readonly Role[] = [...nameRoles, 'project'];

/** All that a grid says beside its days is who and for what. */
const labelsOf = (header: Header): Header => ({
  ...header,
  columns: new Map([...header.columns].filter(([role]) => labelRoles.includes(role))),
});

/** One weekday that is not that of its day: the month, the year or the weekdays are those of another sheet. */
function reportWeekday(layout: Layout, headerRow: Row, { column }: DayColumn, found: Found): void {
  found.addProblem(
    saidProblem('ambiguous-date', placeOf(layout, headerRow, column), {
      fr: 'le jour de la semaine de cette colonne n’est pas celui de sa date. Corrigez le mois, l’année ou les jours de la semaine, ou choisissez le mois de la grille.',
      en: 'the weekday of this column is not that of its date. Correct the month, the year or the weekdays, or choose the month of the grid.',
    }),
  );
}

function reportPeriods({ sheet, header }: Layout, found: Found): void {
  found.addProblem(
    saidProblem(
      'ambiguous-date',
      { ...nowhere, sheet: sheet.name, row: header.row },
      {
        fr: 'ces colonnes sont à une semaine ou plus les unes des autres : des semaines ou des mois, et non des jours. Envoyez une colonne ou une ligne par jour.',
        en: 'these columns are a week or more apart: weeks or months, and not days. Send one column or one line for each day.',
      },
    ),
  );
}

/** What the sheet as a whole does not say is asked once. */
function reportMonth({ sheet, header }: Layout, found: Found): void {
  const name = sheet.name === null ? { fr: '', en: '' } : { fr: ` « ${sheet.name} »`, en: ` “${sheet.name}”` };
  found.addProblem(
    makeProblem(
      'ambiguous-date',
      { ...nowhere, sheet: sheet.name, row: header.row, value: sheet.name },
      { fr: `mois et année de la grille${name.fr}`, en: `month and year of the grid${name.en}` },
    ),
  );
}
