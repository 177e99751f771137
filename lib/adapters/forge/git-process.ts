// Runs the git binary: never a shell, no prompt, no settings of the machine, only the protocols named, its words made safe to show.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { Refusal } from '../../model/refusal.ts';

/** Starts git; replaced in tests. */
export type RunGit = (args: readonly string[], environment: NodeJS.ProcessEnv) => ChildProcessWithoutNullStreams;

export const runGit: RunGit = (args, environment) => spawn('git', [...args], { env: environment, stdio: 'pipe' });

/** git said no. `said` is safe to show. */
export class GitFailed extends Error {
  readonly said: string;
  constructor(said: string) {
    super(`git: ${said}`);
    this.name = 'GitFailed';
    this.said = said;
  }
}

/** The last thing git complained of, without control characters, credentials or paths of this machine. */
export function sanitised(stderr: string, secretPaths: readonly string[]): string {
  const lines = stderr.split(/[\r\n]+/).filter((line) => /^(?:fatal|error|remote|warning):/.test(line));
  const said = lines.findLast((line) => line.startsWith('fatal:')) ?? lines.at(-1) ?? 'no reason given';
  const hidden = secretPaths.reduce((text, path) => text.replaceAll(path, '…'), said);
  return hidden
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\/\/[^/@\s]*@/g, '//…@')
    .slice(0, 300);
}

const gitMissing = (cause: unknown): Refusal =>
  new Refusal(
    'git-missing',
    {
      fr: 'Le programme git est introuvable sur cette machine. Installez-le (« apt install git », ou git-scm.com), ou tirez des contributions enregistrées : un fichier .jsonl.gz à la place de l’adresse.',
      en: 'The git program is not on this machine. Install it ("apt install git", or git-scm.com), or pull recorded contributions: a .jsonl.gz file in place of the address.',
    },
    { cause },
  );

export interface GitCall {
  readonly args: readonly string[];
  readonly input?: string;
}

/** One folder of git, and how git is called on it. */
export interface GitRunner {
  /** @returns what git wrote @throws GitFailed, Refusal `git-missing` */
  readonly text: (call: GitCall) => Promise<string>;
  /** What git writes, cut at `separator`, never held as a whole. The process ends when the loop does. */
  readonly pieces: (call: GitCall, separator: string) => AsyncGenerator<string>;
  /** The same, as many at once as came at once: a turn of the loop costs as much as reading a commit. */
  readonly batches: (call: GitCall, separator: string) => AsyncGenerator<readonly string[]>;
}

// stderr is kept for one message only; --progress could fill memory.
const keptStderr = 16_384;
// A commit message has no business above this; a hostile one must not fill memory.
const longestPiece = 16 * 1024 * 1024;

/**
 * @param environment whole environment of git
 * @param secretPaths never shown
 */
export function gitRunner(run: RunGit, environment: NodeJS.ProcessEnv, secretPaths: readonly string[]): GitRunner {
  async function* batches({ args, input }: GitCall, separator: string): AsyncGenerator<readonly string[]> {
    const child = run(args, environment);
    let stderr = '';
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on('error', (cause) => reject('code' in cause && cause.code === 'ENOENT' ? gitMissing(cause) : cause));
      child.on('close', resolve);
    });
    // A loop left early never awaits it.
    ended.catch(() => undefined);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-keptStderr);
    });
    // git may end before it has read its input: what it says is told by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    try {
      let rest = '';
      for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
        const parts = (rest + chunk).split(separator);
        rest = parts.pop()!;
        if (rest.length > longestPiece) throw new GitFailed('one commit is longer than 16 MB');
        if (parts.length > 0) yield parts;
      }
      if ((await ended) !== 0) throw new GitFailed(sanitised(stderr, secretPaths));
      if (rest !== '') yield [rest];
    } finally {
      child.kill();
    }
  }
  async function* pieces(call: GitCall, separator: string): AsyncGenerator<string> {
    for await (const batch of batches(call, separator)) yield* batch;
  }
  return {
    pieces,
    batches,
    async text(call) {
      let text = '';
      for await (const line of pieces(call, '\n')) text += `${line}\n`;
      return text;
    },
  };
}
