// A workbook written sheet after sheet, row after row: what Office Open XML (ECMA-376) asks of its parts, and no more.
import { xmlHead } from '../../../model/xml-text.ts';
import { rowHeight } from '../looks.ts';
import { type Cell, cellXml, letters } from './cell-xml.ts';
import { mainSchema, type Properties, packageParts, sheetFile, type WrittenSheet } from './package-xml.ts';
import { columnsXml, printXml, type SheetSetting, viewXml } from './sheet-xml.ts';
import { styleTable } from './styles.ts';
import { type Sink, zipStream } from './zip-stream.ts';

export interface SheetWriter {
  /** @returns the number of the row written, from 1 */
  readonly row: (cells: readonly Cell[]) => number;
  /** The number that the next row will have. */
  readonly next: () => number;
  /** @param rows from header to last line, without the total @param columns how many */
  readonly filter: (fromRow: number, toRow: number, columns: number) => void;
  readonly close: () => void;
}

export interface WorkbookWriter {
  /** One sheet is open at a time; its formulas may name sheets that come later. */
  readonly sheet: (setting: SheetSetting) => SheetWriter;
  /** @param order names of the sheets as they shall stand; each one written, once */
  readonly close: (order: readonly string[]) => void;
}

/** Of one sheet, by the format. */
const mostRows = 1_048_576;

/**
 * Nothing is kept but the table of styles and what each sheet is called: a sheet of a million rows takes no more room than one of ten.
 * @param sink gets the bytes while they are made. The same calls give the same bytes
 */
export function workbookWriter(sink: Sink, properties: Properties): WorkbookWriter {
  const zip = zipStream(sink);
  const styles = styleTable();
  const written: WrittenSheet[] = [];
  const part = (name: string, xml: string): void => {
    const { write, close } = zip.open(name);
    write(xmlHead + xml);
    close();
  };
  const sheet = (setting: SheetSetting): SheetWriter => {
    const { widths, name } = setting;
    const place = written.length;
    const columns = widths.map((_, i) => letters(i));
    const { write, close } = zip.open(sheetFile(place));
    write(
      `${xmlHead}<worksheet ${mainSchema}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${viewXml(setting)}<sheetFormatPr defaultRowHeight="15"/>${columnsXml(widths)}<sheetData>`,
    );
    let rows = 0;
    let filter: string | null = null;
    return {
      row: (cells) => {
        rows += 1;
        if (rows > mostRows) throw new Error(`workbook: the sheet ${name} has more than ${mostRows} rows`);
        const height = rowHeight(cells, widths);
        let xml = `<row r="${rows}"${height === null ? '' : ` ht="${height}" customHeight="1"`}>`;
        for (let i = 0; i < cells.length; i += 1) xml += cellXml(`${columns[i]}${rows}`, cells[i]!, styles);
        write(`${xml}</row>`);
        return rows;
      },
      next: () => rows + 1,
      filter: (fromRow, toRow, count) => {
        filter = `A${fromRow}:${letters(count - 1)}${toRow}`;
      },
      close: () => {
        write(`</sheetData>${filter === null ? '' : `<autoFilter ref="${filter}"/>`}${printXml(setting)}</worksheet>`);
        close();
        written.push({ place, setting, filter });
      },
    };
  };
  return {
    sheet,
    close: (order) => {
      const inOrder = order.flatMap((name) => written.find(({ setting }) => setting.name === name) ?? []);
      if (new Set(inOrder).size !== written.length || order.length !== written.length) {
        throw new Error(`workbook: ${order.join(', ')} are not the sheets that were written`);
      }
      part('xl/styles.xml', styles.xml());
      for (const [name, xml] of packageParts(inOrder, properties)) part(name, xml);
      zip.finish();
    },
  };
}
