// A file to write into, which is gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function inFile<T>(name: string, act: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'communs-bench-'));
  try {
    return await act(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
