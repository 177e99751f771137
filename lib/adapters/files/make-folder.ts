// Makes a folder that somebody named, with those on the way to it.
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Not by node's own `recursive`, which asks for ever where a folder that exists takes none, as /proc.
 * @param mode of what is made; a folder that is there keeps its own
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  const make = (): Promise<void> => mkdir(path, mode);
  try {
    await make();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path), mode);
    await make();
  }
}
