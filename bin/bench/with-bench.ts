// A place to work that leaves nothing behind.
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench-case.ts';

/** Whatever `act` opened is closed when it ends, however it ends, and its folder is removed. */
export async function withBench<T>(act: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'communs-bench-')));
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    return await act({ folder, afterwards: (close) => closing.push(close) });
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}
