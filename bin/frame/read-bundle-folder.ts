// A folder that a command is given in place of a file: the files of a bundle in it, whatever else lies beside them.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleNames } from '../../lib/statement/bundle/bundle-names.ts';
import { readInput } from './read-input.ts';

/** @returns the files by name; null if the path is no folder @throws Refusal `unreadable-file`, `too-large` */
export async function readBundleFolder(path: string): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const found = await readdir(path).catch(() => null);
  if (found === null) return null;
  const names = bundleNames.filter((name) => found.includes(name));
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await readInput(join(path, name))).bytes] as const)),
  );
}
