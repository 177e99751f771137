// The end of a test run: what was left out, in a frame that nobody overlooks, then "N passed, N failed" as the very last line.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** How many of each; what broke before or outside any test counts as failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** `12 passed, 0 failed`, and `, 3 skipped` where there are any. */
export const lastLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;

/** @returns the lines in a frame, under a title that gives their number; '' if there are none */
export function frameOf(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const rows = [`LEFT OUT OF THIS RUN: ${lines.length}`, ...lines];
  const width = Math.max(...rows.map((row) => row.length));
  const bar = '='.repeat(width + 4);
  return ['', bar, ...rows.map((row) => `| ${row.padEnd(width)} |`), bar, ''].join('\n');
}

/** @param errorsOutside what nobody caught, in no test */
export function countsOf(modules: readonly TestModule[], errorsOutside: number): Counts {
  const counts = { passed: 0, failed: errorsOutside, skipped: 0 };
  for (const module of modules) {
    // A file that does not load, or a hook that breaks, fails no test: it would go unseen.
    counts.failed += module.errors().length;
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // What never ended (somebody pressed Ctrl-C) has not passed.
      counts[state === 'pending' ? 'failed' : state] += 1;
    }
  }
  return counts;
}

/** Stands behind the default reporter: vitest asks its reporters in their order. */
export class LastLines implements Reporter {
  readonly #leftOutFile: string;

  /** @param leftOutFile one line for each suite left out, written by all workers (`leaveOut` in test/shared.ts) */
  constructor(leftOutFile: string) {
    this.#leftOutFile = leftOutFile;
  }

  onTestRunStart(): void {
    rmSync(this.#leftOutFile, { force: true });
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const text = existsSync(this.#leftOutFile) ? readFileSync(this.#leftOutFile, 'utf8') : '';
    rmSync(this.#leftOutFile, { force: true });
    const lines = [...new Set(text.split('\n'))].filter((line) => line !== '').sort();
    process.stdout.write(`${frameOf(lines)}\n${lastLine(countsOf(modules, errors.length))}\n`);
  }
}
