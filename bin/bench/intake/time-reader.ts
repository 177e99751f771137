// Readers built as the product is shipped, and started once for each file.
import { buildPrograms, programOfWay } from '../beside/built-programs.ts';
import type { Timed } from '../beside/time-alone.ts';
import type { Answer } from './answer.ts';
import type { Reader } from './readers.ts';

export type TimeReader = (reader: Reader, path: string) => Promise<Timed<Answer | null>>;

/**
 * @param folder where the built readers go
 * @param peers the folder with the packages of the others, if there is one
 */
export async function buildReaders(
  folder: string,
  readers: readonly Reader[],
  peers: string | undefined,
): Promise<TimeReader> {
  const programs = new Map(
    readers.map(({ name, entry }) => [name, programOfWay(['readAlone', 'intake/read-alone'], entry)]),
  );
  const run = await buildPrograms(folder, programs, peers);
  return ({ name }, path) => run<Timed<Answer | null>>(name, [path]);
}
