// Makes a git repository out of the planned history, by `git fast-import`: a real pull, and no real person in it.
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../lib/model/refusal.ts';
import type { RepositoryName } from '../cast.ts';
import { historyOf, mainBranch, type Person, type PlannedCommit, type ZonedInstant } from './history.ts';

export interface SampleRepositoryOptions {
  readonly name: RepositoryName;
  /** Leaves out what was committed after this ISO instant; the shas of the rest are the same. */
  readonly until?: string;
}

export interface SampleRepository {
  /** A bare repository. */
  readonly path: string;
  /** Ref name → commit id. */
  readonly tips: Readonly<Record<string, string>>;
}

// Nobody's own settings may change a byte of the sample.
const gitEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  LC_ALL: 'C',
});

/**
 * Runs git to its end.
 * @returns what it wrote
 * @throws Refusal `git-missing` if there is no git on this machine
 */
export function runGit(parameters: readonly string[], input?: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', parameters, { env: gitEnvironment(), stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => complaints.push(piece));
    child.on('error', (cause: NodeJS.ErrnoException) => reject(cause.code === 'ENOENT' ? gitMissing(cause) : cause));
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new Error(`git ${parameters.join(' ')} ended with ${code}: ${Buffer.concat(complaints).toString()}`));
    });
    // A git that ends early closes its input; its exit code tells why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

const gitMissing = (cause: Error): Refusal =>
  new Refusal(
    'git-missing',
    {
      fr: 'git n’est pas installé. Installez-le (Debian, Ubuntu : sudo apt install git ; macOS : xcode-select --install ; Windows : https://git-scm.com), puis recommencez. Sans git, l’exemple prend les contributions enregistrées.',
      en: 'git is not installed. Install it (Debian, Ubuntu: sudo apt install git; macOS: xcode-select --install; Windows: https://git-scm.com), then start again. Without git, the sample takes the recorded contributions.',
    },
    { cause },
  );

const identity = ({ name, address }: Person, { seconds, offset }: ZonedInstant): string =>
  `${name} <${address}> ${seconds} ${offset}`;

const block = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

interface Branch {
  mark: number;
  readonly files: Map<string, readonly string[]>;
}

/** The stream of git-fast-import(1) for these commits. */
export function fastImportStream(commits: readonly PlannedCommit[]): Buffer {
  const branches = new Map<string, Branch>();
  const parts: string[] = ['feature done\n'];
  commits.forEach((commit, index) => {
    const mark = index + 1;
    const isNew = !branches.has(commit.branch);
    const start = branches.get(mainBranch);
    const branch: Branch = branches.get(commit.branch) ?? { mark: start?.mark ?? 0, files: new Map(start?.files) };
    parts.push(`commit refs/heads/${commit.branch}\nmark :${mark}\n`);
    parts.push(`author ${identity(commit.author, commit.authoredAt)}\n`);
    parts.push(`committer ${identity(commit.committer, commit.committedAt)}\n`);
    parts.push(block(commit.message));
    if (isNew && branch.mark > 0) parts.push(`from :${branch.mark}\n`);
    const merged = commit.merges === null ? undefined : branches.get(commit.merges);
    if (merged !== undefined) parts.push(`merge :${merged.mark}\n`);
    if (commit.change !== null) {
      const { path, lines, anew } = commit.change;
      const content = anew ? lines : [...(branch.files.get(path) ?? []), ...lines];
      branch.files.set(path, content);
      parts.push(`M 100644 inline ${path}\n`, block(`${content.join('\n')}\n`));
    }
    parts.push('\n');
    branch.mark = mark;
    branches.set(commit.branch, branch);
  });
  parts.push('done\n');
  return Buffer.from(parts.join(''));
}

/**
 * Makes (or brings further) the bare repository `<directory>/<name>.git`.
 * @throws Refusal `git-missing` if there is no git on this machine
 */
export async function makeSampleRepository(
  directory: string,
  options: SampleRepositoryOptions,
): Promise<SampleRepository> {
  const path = join(directory, `${options.name}.git`);
  await mkdir(directory, { recursive: true });
  const last = options.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(options.until) / 1000;
  const commits = historyOf(options.name).filter(({ committedAt }) => committedAt.seconds <= last);
  await runGit(['init', '--quiet', '--bare', '--object-format=sha1', `--initial-branch=${mainBranch}`, path]);
  await runGit(['-C', path, 'fast-import', '--quiet', '--force', '--done'], fastImportStream(commits));
  const refs = await runGit(['-C', path, 'for-each-ref', '--format=%(refname) %(objectname)']);
  const tips = Object.fromEntries(
    refs
      .toString()
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(' ') as [string, string]),
  );
  return { path, tips };
}
