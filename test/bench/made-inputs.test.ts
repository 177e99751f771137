// The inputs of the matching and pull benches are those that the published figures were taken with.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { madeColumns } from '../../bin/bench/matching/made-columns.ts';
import { prepare } from '../../bin/bench/matching/ours.ts';
import { makeHistory } from '../../bin/bench/pull/made-history.ts';
import { describeWithShared } from '../shared.ts';

const nothing = async () => {
  throw new Error('no package of others is asked for');
};

describeWithShared('the inputs of the benches', 'the generators of the performance figures', (shared) => {
  const perf = join(shared, 'perf');
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'communs-made-inputs-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...words: string[]): string =>
    execFileSync(process.execPath, words, { cwd: perf, env: { ...process.env, PERF_DATA: folder } }).toString();

  it('hold the same pairs', async () => {
    const work = await prepare(nothing, madeColumns(20_000, 100_000));
    const theirs = JSON.parse(run('j3.mjs', 'js-dense-histogram', '20000', '100000')) as object;
    const { answer, milliseconds } = await work();
    expect(theirs).toMatchObject(answer);
    expect(Object.keys(milliseconds)).toEqual(['communs']);
  });

  it('hold the same commits', async () => {
    await makeHistory(join(folder, 'ours.git'), 400);
    run('gen-git.mjs', '400');
    const tip = (name: string): string =>
      execFileSync('git', ['-C', join(folder, name), 'rev-parse', 'refs/heads/main']).toString();
    expect(tip('ours.git')).toBe(tip('git-400.git'));
  });
});
