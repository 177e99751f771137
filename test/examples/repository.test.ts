// The made repositories are the same everywhere, grow month by month, and are what the recorded sets say.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { repositoryNames } from '../../examples/cast.ts';
import { makeSampleRepository, runGit } from '../../examples/repository/make-repository.ts';
import { type RecordedCommit, recordCommits, recordedName } from '../../examples/repository/record-commits.ts';

const directory = mkdtempSync(join(tmpdir(), 'communs-examples-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const examples = join(import.meta.dirname, '../../examples');
const recorded = (name: (typeof repositoryNames)[number]): RecordedCommit[] =>
  gunzipSync(readFileSync(join(examples, recordedName(name))))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RecordedCommit);

describe.each(repositoryNames)('the repository %s', (name) => {
  test('made twice has the same tips, and as many commits as recorded lines', async () => {
    const first = await makeSampleRepository(join(directory, 'first'), { name });
    const second = await makeSampleRepository(join(directory, 'second'), { name });
    expect(second.tips).toEqual(first.tips);
    const count = await runGit(['-C', first.path, 'rev-list', '--all', '--count']);
    expect(Number(count.toString())).toBe(recorded(name).length);
    expect(await recordCommits(first.path)).toEqual(recorded(name));
    await runGit(['-C', first.path, 'fsck', '--strict', '--no-dangling']);
  }, 30_000);

  test('made up to a day and brought further has the tips of one made at once', async () => {
    const where = join(directory, 'stepwise');
    const early = await makeSampleRepository(where, { name, until: '2025-06-03T03:00:00.000Z' });
    const midway = early.tips['refs/heads/main'] ?? '';
    const late = await makeSampleRepository(where, { name });
    const whole = await makeSampleRepository(join(directory, 'whole'), { name });
    expect(late.tips).toEqual(whole.tips);
    expect(midway).not.toBe(whole.tips['refs/heads/main']);
    await runGit(['-C', late.path, 'merge-base', '--is-ancestor', midway, 'main']);
  }, 30_000);
});

test('the histories show every trap: zones, aliases, co-authors, squashes, rebases, bots, a merge, a revert, a licence', () => {
  const all = repositoryNames.flatMap(recorded);
  const some = (holds: (commit: RecordedCommit) => boolean): boolean => all.some(holds);
  expect(new Set(all.map(({ author_date }) => author_date.slice(19))).size).toBeGreaterThanOrEqual(5);
  const aliases = new Set(all.filter(({ author }) => author === 'Alice Vernois').map((commit) => commit.author_email));
  expect(aliases.size).toBe(2);
  expect(some(({ coauthors }) => coauthors !== undefined)).toBe(true);
  expect(some(({ pr, committer_email }) => pr !== undefined && committer_email === 'noreply@git.example')).toBe(true);
  expect(some((commit) => commit.author_date.slice(0, 10) < commit.committer_date.slice(0, 10))).toBe(true);
  expect(some(({ author_kind }) => author_kind === 'bot')).toBe(true);
  expect(some(({ is_merge }) => is_merge)).toBe(true);
  expect(some(({ reverts }) => reverts !== undefined)).toBe(true);
  expect(some((commit) => commit.licence_change === true && commit.author_date.startsWith('2025-10-01'))).toBe(true);
  const copies = all.filter((commit) => commit.on_default === undefined && commit.pr === undefined);
  const rebased = all
    .filter((commit) => commit.patch_id !== undefined)
    .filter((commit) => copies.some((copy) => copy.sha !== commit.sha && copy.patch_id === commit.patch_id));
  expect(rebased.length).toBeGreaterThanOrEqual(3);
});

test('nobody in the histories has an address that a network could reach', () => {
  for (const { author_email, committer_email, coauthors } of repositoryNames.flatMap(recorded)) {
    for (const address of [author_email, committer_email, ...(coauthors ?? []).map(({ email }) => email)]) {
      expect(address).toMatch(/\.example$/);
    }
  }
});

test('a machine without git is told how to install it', async () => {
  vi.stubEnv('PATH', join(directory, 'nothing-here'));
  const attempt = makeSampleRepository(join(directory, 'none'), { name: 'supervision' });
  await expect(attempt).rejects.toMatchObject({ name: 'Refusal', code: 'git-missing' });
  vi.unstubAllEnvs();
});
