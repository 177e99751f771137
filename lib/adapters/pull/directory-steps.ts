// Steps of pulls as files of a directory, one folder a run. What a crash left behind goes after two weeks.
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../ports/primitives.ts';
import type { PullSteps } from '../../ports/pulls.ts';
import { putIfAbsent } from '../files/write-file.ts';
import { checkedStep, keptDays } from './step-name.ts';

/** @param clock of the machine: ages of files are measured on it */
export function directorySteps(directory: string, clock: Clock): PullSteps {
  const folderOf = (run: string): string => join(directory, checkedStep(run));

  /** A run that another process goes on with is younger: its folder changes with each step. */
  async function sweep(): Promise<void> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    for (const run of await readdir(directory)) {
      const seen = await stat(join(directory, run)).catch(() => null);
      if (seen !== null && clock.now() - seen.mtimeMs > keptDays * 86_400_000) {
        await rm(join(directory, run), { recursive: true, force: true });
      }
    }
  }

  let swept: Promise<void> | null = null;
  return {
    put: async (run, step, bytes) => {
      swept ??= sweep();
      await swept;
      return putIfAbsent(join(folderOf(run), checkedStep(step)), bytes);
    },
    get: (run, step) =>
      readFile(join(folderOf(run), checkedStep(step))).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
    clear: (run) => rm(folderOf(run), { recursive: true, force: true }),
  };
}
