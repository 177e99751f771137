// hucre, the quickest reader of workbooks in JavaScript, as a stream of rows.
import { readFileSync } from 'node:fs';
import { makeTally, type Prepare } from '../intake/answer.ts';
import { minutesOfCells } from '../intake/line-rules.ts';

interface Hucre {
  readonly streamXlsxRows: (bytes: Uint8Array) => AsyncIterable<{ readonly values: readonly unknown[] }>;
}

export const prepare: Prepare = async (load) => {
  const { streamXlsxRows } = await load<Hucre>('hucre');
  return async (path) => {
    const tally = makeTally();
    let row = 0;
    for await (const { values } of streamXlsxRows(readFileSync(path))) {
      row += 1;
      if (row > 1) tally.take(row, minutesOfCells(values));
    }
    return tally.answer();
  };
};
