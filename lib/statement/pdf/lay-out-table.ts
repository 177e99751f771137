// A table over as many pages as it takes: its header again on each, no row torn apart, no last row alone.
import type { Table, TableRow } from './blocks.ts';
import { colors } from './colors.ts';
import type { Metrics } from './measure.ts';
import type { Element, Face, PlacedLine } from './placed.ts';
import { margins, type Sheets } from './sheets.ts';
import { cellPadding, settingOf, type TableSetting } from './table-widths.ts';

const padding = 2.3;
const leading = 1.32;

interface Row {
  readonly cells: readonly (readonly string[])[];
  readonly face: Face;
  readonly isTotal: boolean;
}

interface Laying {
  readonly metrics: Metrics;
  readonly sheets: Sheets;
  readonly table: Table;
  readonly setting: TableSetting;
  readonly element: Element;
  /** Of the sides of the table. */
  readonly x: number;
  readonly width: number;
}

const rowOf = ({ metrics, setting }: Laying, { cells, isTotal = false }: TableRow): Row => {
  const face = isTotal ? 'bold' : 'regular';
  return {
    face,
    isTotal,
    cells: setting.widths.map((width, i) =>
      metrics.wrap(face, setting.size, cells[i] ?? '', width - 2 * cellPadding + 0.01),
    ),
  };
};

const mostLines = ({ cells }: Row): number => Math.max(1, ...cells.map(({ length }) => length));
const heightOf = ({ setting }: Laying, row: Row): number => mostLines(row) * setting.size * leading + 2 * padding;

function linesOf({ metrics, setting, table }: Laying, row: Row, at: number, x: number, y: number): PlacedLine[] {
  const { align } = table.columns[at]!;
  const width = setting.widths[at]!;
  return (row.cells[at] ?? []).map((text, i) => ({
    text,
    x: align === 'left' ? x + cellPadding : x + width - cellPadding - metrics.width(row.face, setting.size, text),
    y: y + padding + i * setting.size * leading,
  }));
}

/** @param cellOf the element of each cell; null: not read out (a header that is only repeated) */
function putRow(laying: Laying, row: Row, color: string, cellOf: ((at: number) => Element) | null): void {
  const { sheets, setting } = laying;
  const y = sheets.y();
  let x = laying.x;
  for (const [at, width] of setting.widths.entries()) {
    sheets.put({
      kind: 'text',
      element: cellOf === null ? null : cellOf(at),
      ...{ face: row.face, size: setting.size, color, lines: linesOf(laying, row, at, x, y) },
    });
    x += width;
  }
  sheets.down(heightOf(laying, row));
}

function putHeader(laying: Laying, header: Row, isRepeated: boolean): void {
  const { sheets, x, width, element } = laying;
  sheets.put({ kind: 'box', x, y: sheets.y(), width, height: heightOf(laying, header), color: colors.green });
  const tr: Element = { tag: 'TR', parent: element };
  putRow(laying, header, colors.white, isRepeated ? null : () => ({ tag: 'TH', scope: 'Column', parent: tr }));
}

function putBodyRow(laying: Laying, row: Row, place: number): void {
  const { sheets, table, x, width, element } = laying;
  const height = heightOf(laying, row);
  if (row.isTotal) sheets.put({ kind: 'box', x, y: sheets.y(), width, height: 0.9, color: colors.green });
  else if (place % 2 === 1) sheets.put({ kind: 'box', x, y: sheets.y(), width, height, color: colors.stripe });
  const tr: Element = { tag: 'TR', parent: element };
  putRow(laying, row, colors.ink, (at) =>
    at === 0 || (!table.hasHeader && at % 2 === 0)
      ? { tag: 'TH', scope: 'Row', parent: tr }
      : { tag: 'TD', parent: tr },
  );
}

/** Parts of a row that is higher than a page: each holds as many lines as fit. Its cells are read as parts of one table all the same. */
function parts(laying: Laying, row: Row, room: number): Row[] {
  const lines = Math.max(1, Math.floor((room - 2 * padding) / (laying.setting.size * leading)));
  const count = Math.ceil(mostLines(row) / lines);
  return Array.from({ length: count }, (_, i) => ({
    ...row,
    cells: row.cells.map((cell) => cell.slice(i * lines, (i + 1) * lines)),
  }));
}

interface Measured {
  readonly laying: Laying;
  readonly header: Row | null;
  readonly headerHeight: number;
  readonly rows: readonly Row[];
  /** Of the first `count` rows from one on. */
  readonly heightFrom: (at: number, count: number) => number;
  /** What an empty page holds under the header. */
  readonly full: number;
}

function measured(metrics: Metrics, sheets: Sheets, table: Table, element: Element): Measured {
  const width = sheets.width();
  const laying: Laying = {
    ...{ metrics, sheets, table, x: margins.side, width, element },
    setting: settingOf(metrics, table, width),
  };
  const header: Row | null = table.hasHeader
    ? { ...rowOf(laying, { cells: table.columns.map((column) => column.header), isTotal: true }), isTotal: false }
    : null;
  const headerHeight = header === null ? 0 : heightOf(laying, header);
  const full = sheets.height() - headerHeight;
  const whole = table.rows.map((row) => rowOf(laying, row));
  const rows = whole.flatMap((row) => (heightOf(laying, row) > full ? parts(laying, row, full) : [row]));
  const heights = rows.map((row) => heightOf(laying, row));
  const heightFrom = (at: number, count: number): number =>
    heights.slice(at, at + count).reduce((sum, height) => sum + height, 0);
  return { laying, header, headerHeight, rows, heightFrom, full };
}

/** It begins on a new page where not even its first two rows fit. */
const startHeight = ({ headerHeight, heightFrom, full }: Measured): number =>
  headerHeight + Math.min(heightFrom(0, 2), full);

/** @returns the room without which a table begins on the next page: whatever leads to it must leave as much */
export const tableStart = (metrics: Metrics, sheets: Sheets, table: Table): number =>
  startHeight(measured(metrics, sheets, { ...table, rows: table.rows.slice(0, 400) }, { tag: 'Table', parent: null }));

export function layOutTable(metrics: Metrics, sheets: Sheets, table: Table, parent: Element): void {
  const all = measured(metrics, sheets, table, { tag: 'Table', parent });
  const { laying, header, rows, heightFrom, full } = all;
  if (sheets.left() < startHeight(all) && !sheets.isEmpty()) sheets.turn();
  if (header !== null) putHeader(laying, header, false);
  let sinceTurn = 0;
  rows.forEach((row, i) => {
    // The last two rows stand together: a total alone on a page says nothing.
    const together = i === rows.length - 2 && sinceTurn > 0 ? Math.min(heightFrom(i, 2), full) : heightFrom(i, 1);
    if (together > sheets.left() && sinceTurn > 0) {
      sheets.turn();
      sinceTurn = 0;
      if (header !== null) putHeader(laying, header, true);
    }
    putBodyRow(laying, row, i);
    sinceTurn += 1;
  });
  sheets.put({ kind: 'box', x: laying.x, y: sheets.y(), width: laying.width, height: 0.5, color: colors.line });
  sheets.down(7);
}
