// The folder of real histories and labelled timesheets beside the checkout. A user's clone has none; CI does.
import { appendFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'vitest';

const candidate = resolve(import.meta.dirname, '../../shared');

/** Absolute path, or null where the folder is missing. */
export const sharedFolder: string | null = existsSync(join(candidate, 'design.md')) ? candidate : null;

/** Where the run notes what it left out; test/reporter.ts prints it at the end. */
export const leftOutFile = process.env.COMMUNS_LEFT_OUT ?? join(tmpdir(), `communs-left-out-${process.ppid}`);

/** Notes loudly that something was left out of this run, and why. */
export function leaveOut(what: string, why: string): void {
  appendFileSync(leftOutFile, `${what}: ${why}\n`);
}

/** A suite that needs the real data; without it, the run says so at the end. */
export function describeWithShared(name: string, what: string, suite: (folder: string) => void): void {
  if (sharedFolder === null) {
    const why = `${what} is not beside this checkout`;
    leaveOut(name, why);
    // A file without any suite would count as failed.
    describe.skip(name, () => it(why, () => {}));
    return;
  }
  const folder = sharedFolder;
  describe(name, () => suite(folder));
}
