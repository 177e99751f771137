// What the lint must find by name, shown by planted faults: local time, and numbers read as floats.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'communs-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reported = [
  'date.getFullYear()',
  'date?.getMonth()',
  'new Date().getDate()',
  'date.getHours()',
  'date.getMinutes()',
  'date.getDay()',
  'date.getTimezoneOffset()',
  'date.setHours(0)',
  "date.toLocaleDateString('fr')",
  'date.toLocaleTimeString()',
  'date.toDateString()',
  "parseFloat('7,5')",
];
const allowed = ['date.getUTCFullYear()', 'date.toISOString()', 'date.getTime()', 'Date.now()', 'Number(7)'];

/** Lints files of these texts by the rules of the repository. @returns `file:line` of each report */
function lint(files: Readonly<Record<string, string>>): string[] {
  for (const name of ['biome.json', 'test/local-time.grit']) {
    mkdirSync(join(folder, 'test'), { recursive: true });
    copyFileSync(join(root, name), join(folder, name));
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const biome = join(root, 'node_modules/.bin/biome');
  const said = spawnSync(biome, ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--colors=off', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return [
    ...`${said.stdout}${said.stderr}`.matchAll(/^(\S+\.ts:\d+):\d+ (?:plugin|lint\/style\/noRestrictedGlobals)/gm),
  ].map(([, place = '']) => place);
}

it('reports each way to read local time, and parseFloat, wherever it stands but in the home of local time', {
  timeout: 60_000,
}, () => {
  const text = [...reported, ...allowed].map((call) => `console.log(${call});\n`).join('');
  const found = lint({
    'lib/rules/planted.ts': text,
    'lib/model/calendar.ts': 'console.log(new Date().getFullYear());\n',
  });
  expect(found.toSorted()).toEqual(reported.map((_, index) => `lib/rules/planted.ts:${index + 1}`).toSorted());
});
