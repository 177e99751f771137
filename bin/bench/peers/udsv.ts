// uDSV, the quickest of the CSV parsers, on the whole text; zod behind it.
import { readFileSync } from 'node:fs';
import { makeTally, type Prepare } from '../intake/answer.ts';
import { zodLine } from './zod-line.ts';

interface Udsv {
  readonly inferSchema: (text: string) => object;
  readonly initParser: (schema: object) => { readonly stringObjs: (text: string) => readonly object[] };
}

export const prepare: Prepare = async (load) => {
  const take = await zodLine(load);
  const { inferSchema, initParser } = await load<Udsv>('udsv');
  return async (path) => {
    const tally = makeTally();
    const text = readFileSync(path, 'utf8');
    for (const [at, cells] of initParser(inferSchema(text)).stringObjs(text).entries()) take(tally, at + 2, cells);
    return tally.answer();
  };
};
