// What stands around the rows of a sheet: its view, its columns, its set-up for print.

import { xmlText } from '../../../model/xml-text.ts';
import { letters } from './cell-xml.ts';

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
  /** Of each printed page; `&P` and `&N` are its number and their count. */
  readonly header: string;
  readonly footer: string;
}

export function viewXml({ frozenRows, frozenColumns }: SheetSetting): string {
  const pane =
    frozenRows === 0 && frozenColumns === 0
      ? ''
      : `<pane${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''}${frozenRows > 0 ? ` ySplit="${frozenRows}"` : ''} topLeftCell="${letters(frozenColumns)}${frozenRows + 1}" activePane="${frozenRows > 0 && frozenColumns > 0 ? 'bottomRight' : frozenRows > 0 ? 'bottomLeft' : 'topRight'}" state="frozen"/>`;
  return `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

export const columnsXml = (widths: readonly number[]): string =>
  `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;

export const printXml = ({ pagesWide, orientation, header, footer }: SheetSetting): string =>
  `<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="0"/><headerFooter><oddHeader>${xmlText(header)}</oddHeader><oddFooter>${xmlText(footer)}</oddFooter></headerFooter>`;
