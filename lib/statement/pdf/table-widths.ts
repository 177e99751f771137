// How wide the columns of a table are, and how large its letters: no number is ever cut or broken.
import type { Table, TableColumn } from './blocks.ts';
import type { Metrics } from './measure.ts';

export interface TableSetting {
  /** Of the letters, in points. */
  readonly size: number;
  readonly widths: readonly number[];
}

/** Left and right of the text in each cell. */
export const cellPadding = 3.5;

const sizes = [8, 7.5, 7, 6.5, 6, 5.5] as const;
/** A column of text narrower than this is a column of fragments. */
const narrowest = 58;

/** The room that one column asks for: at least, and to stand on one line. */
interface Asked {
  readonly least: number;
  readonly natural: number;
}

function askedBy(metrics: Metrics, table: Table, column: TableColumn, at: number, size: number): Asked {
  const padding = 2 * cellPadding;
  const headerFace = 'bold';
  const headerWord = table.hasHeader ? metrics.widestWord(headerFace, size, column.header) : 0;
  let [natural, word] = [0, 0];
  for (const { cells, isTotal } of table.rows) {
    const text = cells[at] ?? '';
    const face = isTotal ? 'bold' : 'regular';
    natural = Math.max(natural, metrics.width(face, size, text));
    word = Math.max(word, metrics.widestWord(face, size, text));
  }
  if (column.align === 'right') {
    const width = Math.max(natural, headerWord) + padding;
    return { least: width, natural: width };
  }
  const header = table.hasHeader ? metrics.width(headerFace, size, column.header) : 0;
  return {
    least: Math.max(Math.min(Math.max(word, headerWord) + padding, narrowest), Math.min(headerWord + padding, 120)),
    natural: Math.max(natural, header) + padding,
  };
}

/** Gives each column of text its share of the room; one that needs less leaves the rest to the others. */
function shareRoom(columns: readonly TableColumn[], asked: readonly Asked[], room: number): number[] {
  const widths = asked.map(({ natural }, i) => (columns[i]!.align === 'right' ? natural : 0));
  let open = columns.flatMap(({ align }, i) => (align === 'left' ? [i] : []));
  let left = room - widths.reduce((sum, width) => sum + width, 0);
  const weightOf = (i: number): number => columns[i]!.weight ?? 1;
  while (open.length > 0) {
    const weights = open.reduce((sum, i) => sum + weightOf(i), 0);
    const shared = left;
    const share = (i: number): number => (shared * weightOf(i)) / weights;
    const settled = open.filter((i) => asked[i]!.natural <= share(i) || asked[i]!.least >= share(i));
    if (settled.length === 0) {
      for (const i of open) widths[i] = share(i);
      break;
    }
    for (const i of settled) {
      widths[i] = asked[i]!.natural <= share(i) ? asked[i]!.natural : asked[i]!.least;
      left -= widths[i]!;
    }
    open = open.filter((i) => !settled.includes(i));
  }
  return widths;
}

/** Facts stand under one another from table to table, as far as their names allow. */
const factNames = { least: 150, most: 0.45 };

function factsSetting(metrics: Metrics, table: Table, room: number): TableSetting {
  const size = sizes[0];
  const { natural } = askedBy(metrics, table, table.columns[0]!, 0, size);
  const first = Math.min(Math.max(natural, factNames.least), room * factNames.most);
  return { size, widths: [first, room - first] };
}

/** @returns the largest letters at which every column has the room it needs; the smallest ones where none do */
export function settingOf(metrics: Metrics, table: Table, room: number): TableSetting {
  if (!table.hasHeader) return factsSetting(metrics, table, room);
  const at = (size: number): { readonly setting: TableSetting; readonly fits: boolean } => {
    const asked = table.columns.map((column, i) => askedBy(metrics, table, column, i, size));
    const fits = asked.reduce((sum, { least }) => sum + least, 0) <= room;
    const widths = shareRoom(table.columns, asked, room);
    const total = widths.reduce((sum, width) => sum + width, 0);
    // What nobody needs is spread over all columns.
    const spread = total < room ? (room - total) / widths.length : 0;
    return { setting: { size, widths: widths.map((width) => width + spread) }, fits };
  };
  for (const size of sizes) {
    const { setting, fits } = at(size);
    if (fits) return setting;
  }
  const { setting } = at(sizes.at(-1)!);
  const total = setting.widths.reduce((sum, width) => sum + width, 0);
  return { ...setting, widths: setting.widths.map((width) => (width * room) / total) };
}
