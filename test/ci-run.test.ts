// The whole check seen from outside, with stand-ins for npm, apt and dpkg: what it installs, and what it says last.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = resolve(import.meta.dirname, '../.ci/run');
let programs: string;

beforeEach(() => {
  programs = mkdtempSync(join(tmpdir(), 'communs-ci-'));
});
afterEach(() => rmSync(programs, { recursive: true, force: true }));

/** Bodies of the stand-ins; what is not given does nothing and succeeds. */
interface StandIns {
  readonly npmCi?: string;
  readonly npmTest?: string;
  readonly dpkgQuery?: string;
  readonly aptGet?: string;
  readonly userId?: string;
}

function run(given: StandIns): { lastLine: string | undefined; status: number | null; output: string; apt: string[] } {
  const calls = join(programs, 'apt-calls');
  const standIn = (name: string, body: string): void =>
    writeFileSync(join(programs, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  standIn('npm', `if [ "$1" = ci ]; then ${given.npmCi ?? ':'}; else ${given.npmTest ?? ':'}; fi`);
  standIn('dpkg-query', given.dpkgQuery ?? "printf 'install ok installed'");
  standIn('apt-get', `echo "$@" >>${calls}; ${given.aptGet ?? ':'}`);
  standIn('id', `echo ${given.userId ?? '0'}`);
  writeFileSync(calls, '');
  const { stdout, stderr, status } = spawnSync('bash', [script], {
    encoding: 'utf8',
    env: { PATH: `${programs}${delimiter}${process.env.PATH}` },
  });
  const lines = stdout.split('\n');
  expect(lines.at(-1)).toBe('');
  return {
    lastLine: lines.at(-2),
    status,
    output: stdout + stderr,
    apt: readFileSync(calls, 'utf8').trim().split('\n'),
  };
}

const passed = "echo '12 passed, 0 failed'";

describe('.ci/run', () => {
  it.each<[what: string, given: StandIns, lastLine: string, status: number]>([
    ['everything passes', { npmTest: passed }, '12 passed, 0 failed', 0],
    ['some were skipped', { npmTest: "echo '12 passed, 0 failed, 2 skipped'" }, '12 passed, 0 failed, 2 skipped', 0],
    ['the line has colours', { npmTest: "printf '\\033[32m12 passed, 0 failed\\033[0m\\n'" }, '12 passed, 0 failed', 0],
    ['a test fails', { npmTest: "echo '11 passed, 1 failed'; exit 1" }, '11 passed, 1 failed', 1],
    ['types or lint fail, and no test is reached', { npmTest: 'echo error; exit 2' }, '0 passed, 1 failed', 2],
    ['something fails after the tests', { npmTest: `${passed}; exit 3` }, '12 passed, 1 failed', 3],
    ['nothing is said of tests', { npmTest: 'echo done' }, '0 passed, 1 failed', 1],
    ['the last words end without a line', { npmTest: `${passed}; printf 'and more'` }, '12 passed, 0 failed', 0],
    ['the packages cannot be installed', { npmCi: 'exit 4', npmTest: passed }, '0 passed, 1 failed', 4],
  ])('when %s', (_what, given, lastLine, status) => {
    expect(run(given)).toMatchObject({ lastLine, status });
  });

  it('installs the packages that are missing, and no other', () => {
    const dpkgQuery = 'case "$*" in *poppler-utils*|*jose*) exit 1;; *) printf "install ok installed";; esac';
    const { apt, status } = run({ dpkgQuery, npmTest: passed });
    expect(apt).toEqual([expect.stringMatching(/^update\b/), expect.stringMatching(/^install .* poppler-utils jose$/)]);
    expect(status).toBe(0);
  });

  it('asks apt for nothing where nothing is missing', () => {
    expect(run({ npmTest: passed }).apt).toEqual(['']);
  });

  it('says which packages are missing where they cannot be installed', () => {
    const missing = { dpkgQuery: 'exit 1', npmTest: passed };
    for (const given of [
      { ...missing, aptGet: 'echo no route; exit 100' },
      { ...missing, userId: '1000' },
    ]) {
      const { lastLine, status, output } = run(given);
      expect({ lastLine, status }).toEqual({ lastLine: '0 passed, 1 failed', status: 1 });
      expect(output).toMatch(/libnss3 .*jose/);
    }
  });
});
