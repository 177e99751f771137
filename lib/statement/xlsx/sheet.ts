// One sheet of the workbook, written row by row: its look, its print set-up, and on each the sentence that a proposal must bear.
import type { CellValue, stream } from 'exceljs';
import type { Bilingual, Language } from '../../model/text.ts';
import { type Look, looks, rowHeight } from './looks.ts';

/** What is the same on every sheet of one workbook. */
export interface Edition {
  readonly writer: stream.xlsx.WorkbookWriter;
  readonly language: Language;
  /** Names the statement in the title of each sheet and on each printed page. */
  readonly number: string;
  /** Printed on each sheet and page under a proposed scheme; else null. */
  readonly banner: string | null;
}

export const say = ({ language }: Pick<Edition, 'language'>, text: Bilingual): string => text[language];

export interface Formula {
  /** Without the equals sign. */
  readonly formula: string;
  /** What it gives, for readers that do not recalculate. */
  readonly result: number | string;
}

export interface Cell {
  /** A Date stands for its UTC fields: a spreadsheet knows no zone. */
  readonly value: string | number | Date | Formula | null;
  /** A number format of the spreadsheet. */
  readonly format?: string;
  readonly look?: Look;
}

export interface Sheet {
  /** @returns the number of the row written, from 1 */
  readonly row: (cells: readonly Cell[]) => number;
  /** The number that the next row will have. */
  readonly next: () => number;
  /** @param rows from header to last line, without the total @param columns how many */
  readonly filter: (fromRow: number, toRow: number, columns: number) => void;
  readonly close: () => void;
}

export interface SheetSetting {
  readonly name: string;
  /** In characters, one for each column. */
  readonly widths: readonly number[];
  /** The last row of the header: it stays in view, and is repeated on each printed page. 0 = none. */
  readonly frozenRows: number;
  /** Columns that stay in view, and are repeated on each printed page. */
  readonly frozenColumns: number;
  /** How many printed pages stand side by side. */
  readonly pagesWide: number;
  readonly orientation: 'portrait' | 'landscape';
}

/** The name of a column by its place: `0` → `A`, `26` → `AA`. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** A text for the header or footer of a printed page, where & begins a command. */
const printed = (text: string): string => text.replaceAll('&', '&&');

/** What XML 1.0 cannot hold would be dropped unseen, or make a file that no program opens. */
const xmlText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '\ufffd');

const cellValue = (value: Cell['value']): CellValue =>
  typeof value === 'string' ? xmlText(value) : (value as CellValue);

/** Opens the next sheet and writes its title, and the banner under it where there is one: the next row is `firstRow(edition)`. */
export function openSheet(edition: Edition, title: string, setting: SheetSetting): Sheet {
  const { writer, number, banner, language } = edition;
  const { name, widths, frozenRows, frozenColumns, pagesWide, orientation } = setting;
  const isFrozen = frozenRows > 0 || frozenColumns > 0;
  const heading = language === 'fr' ? `État n° ${number}` : `Statement ${number}`;
  const page = language === 'fr' ? 'page &P sur &N' : 'page &P of &N';
  const sheet = writer.addWorksheet(name, {
    views: [
      isFrozen
        ? { state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows, showGridLines: false }
        : { state: 'normal', showGridLines: false },
    ],
    pageSetup: {
      paperSize: 9,
      orientation,
      fitToPage: true,
      fitToWidth: pagesWide,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(frozenRows > 0 && { printTitlesRow: `1:${frozenRows}` }),
      ...(frozenColumns > 0 && { printTitlesColumn: `A:${letters(frozenColumns - 1)}` }),
    },
    headerFooter: {
      oddHeader: `&L${printed(heading)}${banner === null ? '' : `&R&B${printed(banner)}`}`,
      oddFooter: `&L${printed(name)}&R${page}`,
    },
  });
  sheet.columns = widths.map((width) => ({ width }));
  let rows = 0;
  const row = (cells: readonly Cell[]): number => {
    rows += 1;
    const target = sheet.getRow(rows);
    const height = rowHeight(cells, widths);
    if (height !== null) target.height = height;
    cells.forEach(({ value, format, look = 'plain' }, i) => {
      if (value === null && look === 'plain') return;
      const cell = target.getCell(i + 1);
      cell.value = cellValue(value);
      cell.style = format === undefined ? looks[look] : { ...looks[look], numFmt: format };
    });
    target.commit();
    return rows;
  };
  row([{ value: `${heading} · ${title}`, look: 'title' }]);
  if (banner !== null) row(widths.map((_, i) => ({ value: i === 0 ? banner : null, look: 'banner' })));
  return {
    row,
    next: () => rows + 1,
    filter: (fromRow, toRow, columns) => {
      sheet.autoFilter = { from: { row: fromRow, column: 1 }, to: { row: toRow, column: columns } };
    },
    close: () => sheet.commit(),
  };
}

/** The row after title and banner. */
export const firstRow = ({ banner }: Edition): number => (banner === null ? 2 : 3);
