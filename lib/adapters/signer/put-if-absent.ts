// Writes a key file that is there whole or not at all, and that no second process can overwrite.
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Temporary file, fsync, then a hard link under its name, which fails if the name is taken (rename would replace it).
 * A crash before the link leaves a `.tmp` that nobody reads; after it, the key is there.
 * @returns 'taken' if another process was first: read its file
 */
export async function putIfAbsent(path: string, text: string): Promise<'put' | 'taken'> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(temporary, path);
    return 'put';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'taken';
    throw error;
  } finally {
    await unlink(temporary);
    await syncDirectory(folder);
  }
}
