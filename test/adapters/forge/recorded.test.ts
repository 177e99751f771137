// Recorded contributions: what a line says, what a second read brings, and files that are none.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { recordedForge } from '../../../lib/adapters/forge/recorded.ts';
import type { ForgeCommit, ForgeStart } from '../../../lib/ports/forge.ts';
import { describeWithShared } from '../../shared.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-recorded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha = (n: number): string => n.toString(16).padStart(40, '0');
const recordedLine = (n: number, more: object = {}): object => ({
  sha: sha(n),
  tree: sha(n + 1000),
  parents: 1,
  author: 'Alix Exemple',
  author_email: 'alix@example.org',
  author_date: '2024-05-16T23:30:00-10:00',
  committer: 'Alix Exemple',
  committer_email: 'alix@example.org',
  committer_date: '2024-05-19T10:29:27+02:00',
  additions: 39,
  deletions: 27,
  ...more,
});

function file(name: string, lines: readonly object[]): string {
  const path = join(folder, name);
  writeFileSync(path, gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
  return path;
}

async function read(
  url: string,
  known: readonly string[] = [],
): Promise<{ reading: ForgeStart; commits: ForgeCommit[] }> {
  const [forge, source] = [recordedForge(), { repository: 'r', url }];
  const reading = await forge.start(source, { tips: known, acts: null });
  const commits: ForgeCommit[] = [];
  if (reading.first !== null) {
    for await (const page of forge.pages(source, reading, reading.first)) commits.push(...page.commits);
  }
  return { reading, commits };
}

describe('a recorded set', () => {
  it('gives each line as a commit, sizes and patch ids included, unknown ones as null', async () => {
    const { commits } = await read(
      file('fields.jsonl.gz', [
        recordedLine(3, {
          patch_id: 'p',
          pr: 12,
          signed: true,
          coauthors: [{ name: 'Bao', email: 'bao@example.org' }],
        }),
        recordedLine(2, { parents: 2, additions: null, deletions: null, on_default: false }),
      ]),
    );
    expect(commits[0]).toMatchObject({
      changedLines: 66,
      patchId: 'p',
      pullRequest: 12,
      signed: true,
      onDefaultBranch: true,
    });
    expect(commits[0]!.coAuthors).toEqual([{ name: 'Bao', address: 'bao@example.org', account: null }]);
    expect(commits[0]!.authoredAt).toBe('2024-05-16T23:30:00-10:00');
    expect(commits[1]).toMatchObject({ changedLines: null, patchId: null, onDefaultBranch: false });
    expect(commits[1]!.parents).toHaveLength(2);
  });

  it('yields nothing again from its known tip, all of it after new lines, and names a tip that is gone', async () => {
    const path = file('again.jsonl.gz', [recordedLine(2), recordedLine(1)]);
    const first = await read(path);
    expect(first.reading.tips).toEqual({ recorded: sha(2) });
    expect((await read(path, [sha(2)])).commits).toEqual([]);
    file('again.jsonl.gz', [recordedLine(3), recordedLine(2), recordedLine(1)]);
    const grown = await read(path, [sha(2)]);
    expect([grown.commits.length, grown.reading.lostTips]).toEqual([3, []]);
    file('again.jsonl.gz', [recordedLine(4), recordedLine(1)]);
    expect((await read(path, [sha(2)])).reading.lostTips).toEqual([sha(2)]);
  });

  it('refuses a file that is none, and names the line that cannot be read', async () => {
    await expect(read(join(folder, 'missing.jsonl.gz'))).rejects.toMatchObject({ code: 'unreadable-file' });
    writeFileSync(join(folder, 'plain.jsonl.gz'), 'not compressed');
    await expect(read(join(folder, 'plain.jsonl.gz'))).rejects.toMatchObject({ code: 'unreadable-file' });
    const broken = file('broken.jsonl.gz', [recordedLine(2), { sha: 'x' }]);
    await expect(read(broken)).rejects.toThrow('line 2');
  });
});

describeWithShared('the recorded histories', 'data/commits', (shared) => {
  const commits = join(shared, 'data', 'commits');
  it.each(readdirSync(commits).filter((name) => name.endsWith('.jsonl.gz')))('%s is read whole', async (name) => {
    const { reading, commits: seen } = await read(join(commits, name));
    expect(new Set(seen.map((commit) => commit.sha)).size).toBe(seen.length);
    expect(reading.tips.recorded).toBe(seen[0]!.sha);
    expect(seen.length).toBeGreaterThan(100);
  });
});
