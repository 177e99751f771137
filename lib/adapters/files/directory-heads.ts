// Signed heads in a directory, one file a book under its name: an operator may copy them elsewhere, and read them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Heads } from '../../ports/books.ts';
import { replaceFile } from './write-file.ts';

const ending = '.jws';

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  return reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

export function directoryHeads(directory: string): Heads {
  const pathOf = (book: string): string => join(directory, `${encodeURIComponent(book)}${ending}`);
  return {
    get: (book) => orNull(readFile(pathOf(book), 'utf8')),
    put: (book, text) => replaceFile(pathOf(book), text),
    books: async function* () {
      const names = ((await orNull(readdir(directory))) ?? []).filter((name) => name.endsWith(ending));
      for (const name of names.sort()) yield decodeURIComponent(name.slice(0, -ending.length));
    },
  };
}
