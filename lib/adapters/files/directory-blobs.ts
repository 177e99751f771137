// Bytes under names, in a directory: directories 700, files 600.
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blobs } from './blobs.ts';
import { putIfAbsent, replaceFile } from './write-file.ts';

/**
 * A file is called after the SHA-256 of its name, in one of 256 folders: any name will do, of any length, in any letters, on
 * file systems that know no capitals too, and none reaches out of the directory.
 */
export function directoryBlobs(directory: string): Blobs {
  const pathOf = (name: string): string => {
    const hex = createHash('sha256').update(name).digest('hex');
    return join(directory, hex.slice(0, 2), hex);
  };
  return {
    putIfAbsent: (name, bytes) => putIfAbsent(pathOf(name), bytes),
    replace: (name, bytes) => replaceFile(pathOf(name), bytes),
    get: (name) =>
      readFile(pathOf(name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}
