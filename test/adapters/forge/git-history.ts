// Small real repositories for the tests of the git adapter, made with `git fast-import`: no network, no clock.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'communs-git-'));

/** @returns makes folders that go when the tests of the file are over */
export function temporaryFolders(): () => string {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = temporaryFolder();
    folders.push(folder);
    return folder;
  };
}

/** git itself, as the tests ask it for the truth. */
export function git(folder: string, args: readonly string[], input = ''): string {
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C.UTF-8' };
  const done = spawnSync('git', ['-C', folder, ...args], { input, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

export interface MadeCommit {
  readonly ref: string;
  readonly author?: string;
  readonly committer?: string;
  /** `<seconds> <zone>` */
  readonly at: string;
  readonly committed?: string;
  readonly message: string;
  /** Marks or names of the parents; the first after nothing begins a history. */
  readonly from?: string;
  readonly merge?: string;
  readonly mark?: number;
  /** Content of the one file. */
  readonly file?: string;
}

const counted = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

function command(commit: MadeCommit): string {
  const author = commit.author ?? 'Alix Exemple <alix@example.org>';
  return [
    `commit ${commit.ref}\n`,
    commit.mark === undefined ? '' : `mark :${commit.mark}\n`,
    `author ${author} ${commit.at}\n`,
    `committer ${commit.committer ?? author} ${commit.committed ?? commit.at}\n`,
    counted(commit.message),
    commit.from === undefined ? '' : `from ${commit.from}\n`,
    commit.merge === undefined ? '' : `merge ${commit.merge}\n`,
    commit.file === undefined ? '' : `M 100644 inline file.txt\n${counted(commit.file)}`,
    '\n',
  ].join('');
}

/** Adds commits to a bare repository, made if it is missing. */
export function addCommits(folder: string, commits: readonly MadeCommit[]): void {
  git(folder, ['init', '--quiet', '--bare', '--initial-branch=main', folder]);
  git(folder, ['fast-import', '--quiet', '--force'], commits.map(command).join(''));
}

/** A straight line of commits on one ref, one an hour from a second on. */
export const line = (ref: string, count: number, from?: string, start = 1_700_000_000): MadeCommit[] =>
  Array.from({ length: count }, (_, i) => ({
    ref,
    at: `${start + i * 3600} +0100`,
    message: `Change ${i} of ${ref}`,
    file: `${ref} ${i} ${start}\n`,
    ...(i === 0 && from !== undefined ? { from } : {}),
  }));
