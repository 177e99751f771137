// Readers built as the product is shipped, and started once for each file.
import { join, resolve } from 'node:path';
import { buildPrograms } from '../beside/built-programs.ts';
import type { Timed } from './read-alone.ts';
import type { Reader } from './readers.ts';

export type TimeReader = (reader: Reader, path: string) => Promise<Timed>;

/** The program of one reader. */
const program = (bench: string, entry: string): string =>
  [
    `import { readAlone } from ${JSON.stringify(join(bench, 'intake/read-alone.ts'))};`,
    `import { prepare } from ${JSON.stringify(join(bench, `${entry}.ts`))};`,
    'await readAlone(prepare, (name) => import(name));',
  ].join('\n');

/**
 * @param folder where the built readers go
 * @param peers the folder with the packages of the others, if there is one
 */
export async function buildReaders(
  folder: string,
  readers: readonly Reader[],
  peers: string | undefined,
): Promise<TimeReader> {
  const bench = resolve(import.meta.dirname, '..');
  const programs = new Map(readers.map(({ name, entry }) => [name, program(bench, entry)]));
  const run = await buildPrograms(folder, programs, peers);
  return ({ name }, path) => run<Timed>(name, [path]);
}
