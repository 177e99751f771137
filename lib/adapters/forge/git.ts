// Commits of any git repository, through the git binary: no forge's API, no quota, pull-request heads included.
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { Refusal } from '../../model/refusal.ts';
import { canonicalAddress } from '../../model/repository.ts';
import type { Forge, ForgeCommit, ForgeReading } from '../../ports.ts';
import { bringUpToDate, networkOptions } from './git-cache.ts';
import { GitFailed, type GitRunner, gitRunner, type RunGit, runGit } from './git-process.ts';
import { readRawCommit } from './raw-commit.ts';
import { type SafeSource, type SourceRules, safeSource } from './safe-source.ts';

export interface GitForgeOptions extends SourceRules {
  /** Holds one bare clone per repository: a cache that may be emptied at any time. */
  readonly workDirectory: string;
  readonly run?: RunGit;
}

const progressEvery = 1000;
const objectName = /^[0-9a-f]{40}$/;

const unreachable = (url: string, failure: GitFailed): Refusal =>
  new Refusal(
    'repository-unreachable',
    {
      fr: `Le dépôt ${url} n’a pas pu être lu. git dit : « ${failure.said} ». Vérifiez l’adresse (un dépôt renommé redirige : donnez la nouvelle), puis recommencez ; ce qui est déjà tiré reste valable.`,
      en: `The repository ${url} could not be read. git says: "${failure.said}". Check the address (a renamed repository redirects: give the new one), then try again; what was pulled before stays valid.`,
    },
    { cause: failure },
  );

/** The branch that HEAD names on the other side; git is asked because a clone without a checkout does not keep it. */
async function remoteDefaultBranch(git: GitRunner, source: SafeSource): Promise<string | null> {
  const from = source.kind === 'local' ? source.path : source.url;
  const said = await git.text({ args: [...networkOptions(source), 'ls-remote', '--symref', '--', from, 'HEAD'] });
  return /^ref: (refs\/heads\/\S+)\tHEAD$/m.exec(said)?.[1] ?? null;
}

async function tipsOf(git: GitRunner, folder: string): Promise<Record<string, string>> {
  const tips: Record<string, string> = {};
  // An annotated tag leads to its commit (`*`), which no branch may reach any more.
  const format = '%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)';
  for await (const line of git.pieces({ args: ['-C', folder, 'for-each-ref', `--format=${format}`] }, '\n')) {
    const [ref = '', type, sha, taggedType, tagged] = line.split(' ');
    const commit = type === 'commit' ? sha : taggedType === 'commit' ? tagged : undefined;
    if (commit !== undefined) tips[ref] = commit;
  }
  return tips;
}

const lines = (values: readonly string[]): string => values.map((value) => `${value}\n`).join('');

/** Known tips that git no longer holds, or that no tip of today has among its ancestors. */
async function findLostTips(
  git: GitRunner,
  folder: string,
  known: readonly string[],
  tips: readonly string[],
): Promise<string[]> {
  const today = new Set(tips);
  const candidates = new Set(known.filter((sha) => !today.has(sha)));
  if (candidates.size === 0) return [];
  const lost = new Set([...candidates].filter((sha) => !objectName.test(sha)));
  const asked = [...candidates].filter((sha) => objectName.test(sha));
  const check = { args: ['-C', folder, 'cat-file', '--batch-check=%(objectname) %(objecttype)'], input: lines(asked) };
  for await (const line of git.pieces(check, '\n')) {
    const [sha, type] = line.split(' ');
    if (type !== 'commit' && sha !== undefined) lost.add(sha);
  }
  const held = asked.filter((sha) => !lost.has(sha));
  if (held.length > 0) {
    // What the known tips reach and today's do not: a known tip among it has left the history.
    const input = lines([...held, ...tips.map((sha) => `^${sha}`)]);
    const remaining = new Set(held);
    for await (const sha of git.pieces({ args: ['-C', folder, 'rev-list', '--stdin'], input }, '\n')) {
      if (remaining.has(sha)) lost.add(sha);
    }
  }
  return [...lost].sort();
}

/** Commits reachable from some revisions and not from others, newest first, one at a time. */
async function* walk(
  git: GitRunner,
  folder: string,
  revisions: readonly string[],
  onDefaultBranch: boolean,
): AsyncGenerator<ForgeCommit> {
  const args = [
    ...['-C', folder, '-c', 'log.mailmap=false', '-c', 'log.showSignature=false'],
    ...[
      'log',
      '-z',
      '--pretty=raw',
      '--source',
      '--no-notes',
      '--no-color',
      '--no-decorate',
      '--encoding=UTF-8',
      '--stdin',
    ],
  ];
  for await (const texts of git.batches({ args, input: lines(revisions) }, '\0')) {
    for (const text of texts) {
      const commit = readRawCommit(text, onDefaultBranch);
      if (commit !== null) yield commit;
    }
  }
}

/**
 * @param options what may be read, and where the clones are kept
 * @returns a forge whose commits have no sizes and no patch ids (`--filter=tree:0` brings neither trees nor files)
 */
export function gitForge(options: GitForgeOptions): Forge {
  const workDirectory = resolve(options.workDirectory);
  const environment = {
    PATH: process.env.PATH,
    // Behind a company's proxy, and with its certificates, git needs to be told.
    HTTPS_PROXY: process.env.HTTPS_PROXY,
    SSL_CERT_FILE: process.env.SSL_CERT_FILE,
    HOME: workDirectory,
    LC_ALL: 'C.UTF-8',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: join(workDirectory, 'gitconfig'),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
  const git = gitRunner(options.run ?? runGit, environment, [workDirectory]);

  return {
    async read({ url }, knownTips, progress): Promise<ForgeReading> {
      const source = await safeSource(url, options);
      const digest = createHash('sha256').update(canonicalAddress(url)).digest('hex').slice(0, 32);
      const folder = join(workDirectory, `${digest}.git`);
      try {
        const bytesTransferred = await bringUpToDate(git, folder, source);
        const tips = await tipsOf(git, folder);
        const named = await remoteDefaultBranch(git, source);
        const branches = Object.keys(tips).filter((ref) => ref.startsWith('refs/heads/'));
        const usual = [named, 'refs/heads/main', 'refs/heads/master'].find((ref) => ref !== null && ref in tips);
        const defaultRef = usual ?? branches[0] ?? 'refs/heads/main';
        const lostTips = await findLostTips(git, folder, knownTips, Object.values(tips));
        const stop = new AbortController();
        return {
          tips,
          defaultBranch: defaultRef.replace('refs/heads/', ''),
          lostTips,
          commits: commits(folder, tips, defaultRef, lostTips.length > 0 ? [] : knownTips, stop.signal, progress),
          bytesTransferred,
          close: async () => stop.abort(),
        };
      } catch (failure) {
        throw failure instanceof GitFailed ? unreachable(canonicalAddress(url), failure) : failure;
      }
    },
  };

  /** Two walks: the default branch, then all that only other refs reach. No set of commits is held. */
  async function* commits(
    folder: string,
    tips: Readonly<Record<string, string>>,
    defaultRef: string,
    knownTips: readonly string[],
    stop: AbortSignal,
    progress: (done: number, total: number | null) => void,
  ): AsyncGenerator<ForgeCommit> {
    const without = knownTips.map((sha) => `^${sha}`);
    const inDefault = defaultRef in tips;
    const others = Object.keys(tips).filter((ref) => ref !== defaultRef);
    const walks = [
      ...(inDefault ? [walk(git, folder, [defaultRef, ...without], true)] : []),
      ...(others.length > 0
        ? [walk(git, folder, [...others, ...(inDefault ? [`^${defaultRef}`] : []), ...without], false)]
        : []),
    ];
    let done = 0;
    for (const one of walks) {
      for await (const commit of one) {
        if (stop.aborted) return;
        yield commit;
        done += 1;
        if (done % progressEvery === 0) progress(done, null);
      }
    }
    progress(done, done);
  }
}
