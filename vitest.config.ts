// How the tests run: two workers, thirty seconds a test, and a last line that anybody can read.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LastLines } from './test/reporter.ts';

// One file for all workers of this run: test/shared.ts notes in it what was left out, the reporter prints it.
const leftOutFile = join(tmpdir(), `communs-left-out-${process.pid}`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { COMMUNS_LEFT_OUT: leftOutFile },
    // Each file in a process of its own, so that environment and working directory are nobody else's.
    pool: 'forks',
    // More than the cores would make every measured time a matter of luck.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A test left focused by mistake would hide all the others.
    allowOnly: false,
    reporters: ['default', new LastLines(leftOutFile)],
  },
});
