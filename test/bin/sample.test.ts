// `communs sample` on the golden statement: offline, from the bundle alone, the same lines each time.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import { communs } from './communs.ts';

const golden = resolve(import.meta.dirname, '../golden/statement-1');
const folder = mkdtempSync(join(tmpdir(), 'communs-sample-'));
const bundle = ['--statement', join(golden, 'statement.jws'), '--disclosures', join(golden, 'disclosures.txt')];

it('draws the same from the same files, and says how', async () => {
  const draw = () => communs(['sample', ...bundle, '--method', 'monetary-unit', '--size', '4', '--json']);
  const first = await draw();
  expect(first.exitCode).toBe(0);
  const drawn = JSON.parse(first.out);
  expect(drawn).toMatchObject({ method: 'monetary-unit', size: 4, interval: { parts: 4 } });
  expect(drawn.rows.flatMap(({ hits }: { hits: number[] }) => hits)).toHaveLength(4);
  expect(JSON.parse((await draw()).out)).toEqual(drawn);
  const other = await communs([
    'sample',
    ...bundle,
    '--method',
    'monetary-unit',
    '--size',
    '4',
    '--word',
    'x',
    '--json',
  ]);
  expect(JSON.parse(other.out).seed).not.toBe(drawn.seed);
});

it('writes a workbook with empty columns for findings', async () => {
  const out = join(folder, 'sample.xlsx');
  const answer = await communs([
    'sample',
    ...bundle,
    '--method',
    'random',
    '--size',
    '3',
    '--out',
    out,
    '--lang',
    'fr',
  ]);
  expect(answer.exitCode).toBe(0);
  expect(answer.out).toContain('Graine');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(out);
  const sheet = workbook.getWorksheet('Échantillon')!;
  const header = (
    sheet.getRow(sheet.views[0]!.state === 'frozen' ? (sheet.views[0] as { ySplit: number }).ySplit : 1)
      .values as string[]
  ).slice(1);
  expect(header).toEqual(expect.arrayContaining(['Pièces vues', 'Conforme (oui / non)', 'Écart (€)', 'Constat']));
  expect(workbook.getWorksheet('Tirage')!.getColumn(2).values).toContain('Au hasard');
});

it.each([
  [
    'of a statement that was altered',
    1,
    () => {
      const path = join(folder, 'altered.jws');
      const text = readFileSync(join(golden, 'statement.jws'), 'utf8');
      writeFileSync(
        path,
        text.replace(/^(.{200})(.)/, (_all, before, at) => `${before}${at === 'A' ? 'B' : 'A'}`),
      );
      return [
        '--statement',
        path,
        ...bundle.slice(2),
        '--jwks',
        join(golden, 'jwks.json'),
        '--method',
        'random',
        '--size',
        '2',
      ];
    },
  ],
  ['without the lines', 1, () => [...bundle.slice(0, 2), '--method', 'random', '--size', '2']],
  ['by a method of no name', 2, () => [...bundle, '--method', 'mine', '--size', '2']],
  ['of no size', 2, () => [...bundle, '--method', 'random', '--size', '0']],
  ['of nothing', 2, () => ['--method', 'random', '--size', '2']],
] as const)('draws nothing %s', async (_what, exitCode, options) => {
  const answer = await communs(['sample', ...options()]);
  expect([answer.exitCode, answer.out.includes('Graine') || answer.out.includes('Seed')]).toEqual([exitCode, false]);
});
