// exceljs as a stream of rows, without a table of styles or of texts.
import type { Prepare } from '../beside/way.ts';
import { inFile } from '../statement/in-file.ts';
import { columns, madeRows } from '../statement/made-rows.ts';
import { rowsInWorkbook } from '../statement/rows-in-workbook.ts';
import { timed } from '../statement/timed.ts';

interface Writer {
  readonly addWorksheet: (name: string) => {
    readonly addRow: (values: readonly unknown[]) => { readonly commit: () => void };
  };
  readonly commit: () => Promise<void>;
}
interface ExcelJs {
  readonly stream: { readonly xlsx: { readonly WorkbookWriter: new (options: object) => Writer } };
}

export const prepare: Prepare = async (load, size) => {
  const { default: excel } = await load<{ readonly default: ExcelJs }>('exceljs');
  return () =>
    inFile('exceljs.xlsx', (path) =>
      timed(
        'file',
        async () => {
          const options = { filename: path, useStyles: false, useSharedStrings: false };
          const book = new excel.stream.xlsx.WorkbookWriter(options);
          const sheet = book.addWorksheet('rows');
          for (const row of madeRows(size)) sheet.addRow(columns.map((name) => row[name])).commit();
          await book.commit();
        },
        async () => ({ rows: await rowsInWorkbook(path) }),
      ),
    );
};
