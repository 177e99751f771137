// exceljs as a stream of rows, with nothing asked of it but the cells.
import { makeTally, type Prepare } from '../intake/answer.ts';
import { minutesOfCells } from '../intake/line-rules.ts';

interface ExcelJs {
  readonly stream: {
    readonly xlsx: {
      readonly WorkbookReader: new (
        path: string,
        options: Readonly<Record<string, string>>,
      ) => AsyncIterable<AsyncIterable<{ readonly values: readonly unknown[] }>>;
    };
  };
}

export const prepare: Prepare = async (load) => {
  const { default: excel } = await load<{ readonly default: ExcelJs }>('exceljs');
  return async (path) => {
    const tally = makeTally();
    const sheets = new excel.stream.xlsx.WorkbookReader(path, {
      ...{ worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'ignore', entries: 'emit' },
    });
    let row = 0;
    for await (const sheet of sheets) {
      for await (const { values } of sheet) {
        row += 1;
        // Its columns count from 1.
        if (row > 1) tally.take(row, minutesOfCells(values.slice(1)));
      }
    }
    return tally.answer();
  };
};
