// The last lines of a run, seen from outside: another vitest is started on a small house with every sort of trouble.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'communs-reporter-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs these test files and gives what was printed, line by line, and the exit code. */
function runOf(files: Readonly<Record<string, string>>): { lines: string[]; status: number | null } {
  const leftOut = join(folder, 'left-out');
  const reporter = join(root, 'test/reporter.ts');
  const settings = `import { LastLines } from ${JSON.stringify(reporter)};
    export default { test: {
      globals: true, env: { COMMUNS_LEFT_OUT: ${JSON.stringify(leftOut)} },
      reporters: ['default', new LastLines(${JSON.stringify(leftOut)})] } };`;
  mkdirSync(join(folder, 'test'));
  writeFileSync(join(folder, 'vitest.config.ts'), settings);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'test', name), text);
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder],
    { encoding: 'utf8', env: { PATH: process.env.PATH, CI: 'true', NO_COLOR: '1' } },
  );
  return { lines: stdout.trimEnd().split('\n'), status };
}

it('ends with the counts, and nothing about left-out suites where there are none', () => {
  const { lines, status } = runOf({ 'a.test.ts': "it('adds up', () => expect(1 + 1).toBe(2));" });
  expect(lines.at(-1)).toBe('1 passed, 0 failed');
  expect(lines.join()).not.toContain('LEFT OUT');
  expect(status).toBe(0);
});

it('counts a file that does not load, a broken hook and an error outside any test as failed', () => {
  const { lines, status } = runOf({
    'a.test.ts': "it('passes', () => {}); it('fails', () => expect(1).toBe(2)); it.skip('waits', () => {});",
    'b.test.ts': "throw new Error('does not load');",
    'c.test.ts':
      "describe('c', () => { beforeAll(() => { throw new Error('hook'); }); it('is never run', () => {}); });",
    'd.test.ts': "it('lets go', () => { setTimeout(() => { throw new Error('late'); }, 0); });",
  });
  expect(lines.at(-1)).toBe('2 passed, 4 failed, 2 skipped');
  expect(status).toBe(1);
});

it('tells in a frame what every worker left out, once each, before the last line', () => {
  const leaves = (what: string): string =>
    `import { appendFileSync } from 'node:fs';
     appendFileSync(process.env.COMMUNS_LEFT_OUT, ${JSON.stringify(`${what}\n`)});
     it('runs', () => {});`;
  const { lines } = runOf({
    'a.test.ts': leaves('histories: not beside this checkout'),
    'b.test.ts': leaves('timesheets: not beside this checkout'),
    'c.test.ts': leaves('timesheets: not beside this checkout'),
  });
  const frame = lines.slice(lines.findIndex((line) => line.startsWith('====')));
  expect(frame).toEqual([
    '========================================',
    '| LEFT OUT OF THIS RUN: 2              |',
    '| histories: not beside this checkout  |',
    '| timesheets: not beside this checkout |',
    '========================================',
    '',
    '3 passed, 0 failed',
  ]);
});

it('passes where the real data is missing, and tells what was left out', () => {
  const { lines, status } = runOf({
    'shared.ts': readFileSync(join(root, 'test/shared.ts'), 'utf8'),
    'a.test.ts':
      "import { describeWithShared } from './shared.ts'; describeWithShared('the set', 'the folder', () => {});",
  });
  expect(lines).toContain('| the set: the folder is not beside this checkout |');
  expect(lines.at(-1)).toBe('0 passed, 0 failed, 1 skipped');
  expect(status).toBe(0);
});
