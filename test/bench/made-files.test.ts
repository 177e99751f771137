// The files of the intake bench are byte for byte those that the published figures were taken with.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeCsv, writeXlsx } from '../../bin/bench/intake/made-files.ts';
import { describeWithShared } from '../shared.ts';

const lines = 6_000;

describeWithShared('the files of the intake bench', 'the generators of the performance figures', (shared) => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'communs-made-files-'));
    // The generators look for their packages beside themselves.
    cpSync(join(shared, 'perf'), folder, { recursive: true });
    symlinkSync(resolve(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'), 'dir');
    const run = (...words: string[]) =>
      execFileSync(process.execPath, words, { cwd: folder, env: { ...process.env, PERF_DATA: folder } });
    run('gen-csv.mjs', String(lines));
    run('gen-xlsx.mjs', String(lines), 'shared');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('hold the same CSV', () => {
    writeCsv(join(folder, 'ours.csv'), lines);
    expect(readFileSync(join(folder, 'ours.csv')).equals(readFileSync(join(folder, `timesheet-${lines}.csv`)))).toBe(
      true,
    );
  });

  it('hold the same sheet and the same shared texts; the frame around them says when it was written', () => {
    writeXlsx(join(folder, 'ours.xlsx'), lines);
    const [ours, theirs] = ['ours', `timesheet-${lines}-shared`].map((name) =>
      unzipSync(readFileSync(join(folder, `${name}.xlsx`))),
    );
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']) {
      expect(Buffer.from(ours![part]!).equals(theirs![part]!), part).toBe(true);
    }
  });
});
