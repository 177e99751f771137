// csv-parse as a stream, line by line; zod behind it.
import { createReadStream } from 'node:fs';
import { makeTally, type Prepare } from '../intake/answer.ts';
import { zodLine } from './zod-line.ts';

interface CsvParse {
  readonly parse: (options: { readonly columns: true }) => NodeJS.ReadWriteStream;
}

export const prepare: Prepare = async (load) => {
  const take = await zodLine(load);
  const { parse } = await load<CsvParse>('csv-parse');
  return async (path) => {
    const tally = makeTally();
    let row = 1;
    for await (const cells of createReadStream(path).pipe(parse({ columns: true }))) {
      row += 1;
      take(tally, row, cells);
    }
    return tally.answer();
  };
};
