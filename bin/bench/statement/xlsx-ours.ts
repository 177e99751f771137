// Our own way: the row writer behind every workbook that leaves the house.
import { closeSync, openSync, writeSync } from 'node:fs';
import { workbookWriter } from '../../../lib/statement/xlsx/file/workbook.ts';
import type { Prepare } from '../beside/way.ts';
import { inFile } from './in-file.ts';
import { columns, madeRows } from './made-rows.ts';
import { rowsInWorkbook } from './rows-in-workbook.ts';
import { timed } from './timed.ts';

function write(path: string, size: number): void {
  const file = openSync(path, 'w');
  const properties = { title: 'bench', subject: 'bench', language: 'en', created: null } as const;
  const writer = workbookWriter((bytes) => writeSync(file, bytes), properties);
  const sheet = writer.sheet({
    ...{ name: 'rows', widths: columns.map(() => 16), frozenRows: 0, frozenColumns: 0 },
    ...{ pagesWide: 1, orientation: 'landscape', header: '', footer: '' },
  });
  for (const row of madeRows(size)) sheet.row(columns.map((name) => ({ value: row[name] })));
  sheet.close();
  writer.close(['rows']);
  closeSync(file);
}

export const prepare: Prepare = async (_load, size) => () =>
  inFile('ours.xlsx', (path) =>
    timed(
      'file',
      () => write(path, size),
      async () => ({ rows: await rowsInWorkbook(path) }),
    ),
  );
