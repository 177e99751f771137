// Writes a file that is there whole or not at all, whoever else writes it and whenever the process dies.
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A crash in here leaves at most a `.tmp` that nobody reads. */
async function withTemporary<T>(
  path: string,
  content: string | Uint8Array,
  settle: (temporary: string) => Promise<T>,
): Promise<T> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return await settle(temporary);
  } finally {
    await rm(temporary, { force: true });
    await syncDirectory(folder);
  }
}

/**
 * Temporary file, fsync, then a hard link under its name, which fails if the name is taken (rename would replace it).
 * @returns 'taken' if the name was there before: read that file
 */
export const putIfAbsent = (path: string, content: string | Uint8Array): Promise<'put' | 'taken'> =>
  withTemporary(path, content, async (temporary) => {
    try {
      await link(temporary, path);
      return 'put';
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'taken';
      throw error;
    }
  });

/** Puts the file, in place of one of that name if there is one. */
export const replaceFile = (path: string, content: string | Uint8Array): Promise<void> =>
  withTemporary(path, content, (temporary) => rename(temporary, path));
