// Numbered key files in a directory, of which the newest signs; the former ones stay, because what was signed with them stays.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { putIfAbsent } from '../files/write-file.ts';
import { once } from '../once.ts';
import type { Rotating } from './rotating.ts';

export interface KindOfKeyFile<Key> {
  /** `…-<ordinal>.TEST.…`; the first may go without a number. */
  readonly fileName: (ordinal: number) => string;
  /** @returns the text of a new key file */
  readonly make: () => string;
  /** @throws Error that names the file if it is none */
  readonly parse: (text: string, name: string) => Key;
}

/** @returns of the files of this name, newest first */
export async function ordinalsIn(directory: string, fileName: (ordinal: number) => string): Promise<number[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .map((name) => [name, Number(/-([1-9]\d{0,5})\.TEST\./.exec(name)?.[1] ?? 1)] as const)
    .flatMap(([name, ordinal]) => (name === fileName(ordinal) ? [ordinal] : []))
    .sort((a, b) => b - a);
}

/**
 * @param directory made with mode 700 if it is missing; the first key is made at first use, with mode 600
 * @returns `keys`: newest first. Of processes that make a key at once, one makes it and all read it
 */
export function keyFiles<Key>(
  directory: string,
  { fileName, make, parse }: KindOfKeyFile<Key>,
): Rotating & { readonly keys: () => Promise<readonly Key[]> } {
  const addAfter = (newest: number): Promise<unknown> => putIfAbsent(join(directory, fileName(newest + 1)), make());
  const load = () =>
    once(async () => {
      if ((await ordinalsIn(directory, fileName)).length === 0) await addAfter(0);
      const names = (await ordinalsIn(directory, fileName)).map(fileName);
      return Promise.all(names.map(async (name) => parse(await readFile(join(directory, name), 'utf8'), name)));
    });
  let keys = load();
  return {
    keys: () => keys(),
    rotate: async () => {
      const [newest = 0] = await ordinalsIn(directory, fileName);
      await addAfter(newest);
      keys = load();
    },
  };
}
