// PapaParse, the best known, on the whole text; zod behind it.
import { readFileSync } from 'node:fs';
import { makeTally, type Prepare } from '../intake/answer.ts';
import { zodLine } from './zod-line.ts';

interface Papa {
  readonly parse: (
    text: string,
    options: { readonly header: true; readonly skipEmptyLines: true },
  ) => { readonly data: readonly object[] };
}

export const prepare: Prepare = async (load) => {
  const take = await zodLine(load);
  const { default: papa } = await load<{ readonly default: Papa }>('papaparse');
  return async (path) => {
    const tally = makeTally();
    const { data } = papa.parse(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true });
    for (const [at, cells] of data.entries()) take(tally, at + 2, cells);
    return tally.answer();
  };
};
