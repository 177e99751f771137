// Commits of any git repository, through the git binary: no forge's API, no quota, pull-request heads included.
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { Refusal } from '../../model/refusal.ts';
import { canonicalAddress } from '../../model/repository.ts';
import { type Forge, type ForgeCommit, type ForgePage, type ForgeStart, StartGone } from '../../ports/forge.ts';
import { bringUpToDate, networkOptions } from './git-cache.ts';
import { gitLicences } from './git-licences.ts';
import { GitFailed, type GitRunner, gitRunner, type RunGit, runGit } from './git-process.ts';
import { readLicenceFiles } from './licence-walk.ts';
import { readRawCommit } from './raw-commit.ts';
import { type SafeSource, type SourceRules, safeSource } from './safe-source.ts';

export interface GitForgeOptions extends SourceRules {
  /** Holds one bare clone per repository: a cache that may be emptied at any time. */
  readonly workDirectory: string;
  readonly run?: RunGit;
  /** Of a page; 250 unless given: a page lives and dies young, and reading stays below 128 MiB at any size. */
  readonly pageCommits?: number;
}

const usualPageCommits = 250;

/**
 * Two walks: the default branch, then all that only other refs reach; `skip` commits of it were given before. The walk starts at ids
 * and not at names, so the same cursor meets the same commits in the same order. A run that goes on in the same process pays nothing;
 * a resumed one has git walk past what it skips, without printing it: measured, 6 µs a commit.
 */
const cursor = z.object({ walk: z.enum(['default', 'others']), skip: z.int().min(0) });
type Cursor = z.infer<typeof cursor>;

/** In `first` only: the tips that the walk leaves out, with all that they reach. */
const firstCursor = cursor.extend({ without: z.array(z.string()) });

const nothingNew = { first: null, acts: null, bytesTransferred: 0 } as const;
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

const wantedRef = /^refs\/(?:heads|tags)\/|^refs\/(?:pull|merge-requests)\/[^/]+\/head$/;

/**
 * One request: the branch that HEAD names on the other side, which a clone without a checkout does not keep, and today's tips, an
 * annotated tag as what it leads to.
 */
async function listRemote(
  git: GitRunner,
  source: SafeSource,
): Promise<{ readonly head: string | null; readonly tips: Readonly<Record<string, string>> }> {
  const from = source.kind === 'local' ? source.path : source.url;
  const args = [...networkOptions(source), 'ls-remote', '--symref', '--', from];
  const tips: Record<string, string> = {};
  let head: string | null = null;
  for await (const line of git.pieces({ args }, '\n')) {
    head ??= /^ref: (refs\/heads\/\S+)\tHEAD$/.exec(line)?.[1] ?? null;
    const [, sha, ref, peeled] = /^([0-9a-f]{40,64})\t(\S+?)(\^\{\})?$/.exec(line) ?? [];
    if (sha !== undefined && ref !== undefined && wantedRef.test(ref) && (peeled !== undefined || !(ref in tips))) {
      tips[ref] = sha;
    }
  }
  return { head, tips };
}

/** The branch that the walk calls the default one: as the other side says, else the usual names, else any. */
function defaultRefOf(head: string | null, tips: Readonly<Record<string, string>>): string {
  const branches = Object.keys(tips)
    .filter((ref) => ref.startsWith('refs/heads/'))
    .sort();
  const usual = [head, 'refs/heads/main', 'refs/heads/master'].find((ref) => ref !== null && ref in tips);
  return usual ?? branches[0] ?? 'refs/heads/main';
}

const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

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
  for (const sha of await notHeld(git, folder, asked)) lost.add(sha);
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
  { walk: of, skip }: Cursor,
  revisions: readonly string[],
  refOf: (sha: string) => string | undefined,
): AsyncGenerator<ForgeCommit> {
  const args = [
    ...['-C', folder, '-c', 'log.mailmap=false', '-c', 'log.showSignature=false'],
    ...['log', '-z', '--pretty=raw', '--source', '--no-notes', '--no-color', '--no-decorate', '--encoding=UTF-8'],
    ...[`--skip=${skip}`, '--stdin'],
  ];
  for await (const texts of git.batches({ args, input: lines(revisions) }, '\0')) {
    for (const text of texts) {
      const commit = readRawCommit(text, of === 'default', refOf);
      if (commit !== null) yield commit;
    }
  }
}

/** What each of the two walks starts from, and leaves out. */
function revisionsOf(
  { tips, defaultBranch }: ForgeStart,
  of: Cursor['walk'],
  without: readonly string[],
): readonly string[] {
  const main = tips[`refs/heads/${defaultBranch}`];
  const out = without.map((sha) => `^${sha}`);
  if (of === 'default') return main === undefined ? [] : [main, ...out];
  const others = [...new Set(refsInOrder(tips).map(([, sha]) => sha))].filter((sha) => sha !== main);
  return others.length === 0 ? [] : [...others, ...(main === undefined ? [] : [`^${main}`]), ...out];
}

const refsInOrder = (tips: ForgeStart['tips']): [ref: string, sha: string][] =>
  Object.entries(tips).sort(([a], [b]) => (a < b ? -1 : 1));

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
  const pageCommits = options.pageCommits ?? usualPageCommits;
  const git = gitRunner(options.run ?? runGit, environment, [workDirectory]);

  const folderOf = (url: string): string => {
    const digest = createHash('sha256').update(canonicalAddress(url)).digest('hex').slice(0, 32);
    return join(workDirectory, `${digest}.git`);
  };

  /** @throws what git says, in words */
  async function told<T>(url: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (failure) {
      throw failure instanceof GitFailed ? unreachable(canonicalAddress(url), failure) : failure;
    }
  }

  /** Another process may have emptied the cache since the start, or the tips may be gone from the other side. @throws StartGone */
  async function requireTips(url: string, folder: string, source: SafeSource, tips: readonly string[]): Promise<void> {
    if ((await missing(git, folder, tips)).length === 0) return;
    await told(url, () => bringUpToDate(git, folder, source));
    const gone = await missing(git, folder, tips);
    if (gone.length > 0) throw new StartGone(`${gone.length} of ${tips.length} tips are there no more`);
  }

  return {
    async start({ url }, known): Promise<ForgeStart> {
      const source = await safeSource(url, options);
      const folder = folderOf(url);
      return told(url, async () => {
        const remote = await listRemote(git, source);
        const defaultBranch = (tips: ForgeStart['tips']): string =>
          defaultRefOf(remote.head, tips).replace('refs/heads/', '');
        const before = new Set(known.tips);
        if (before.size > 0 && isSameSet(before, new Set(Object.values(remote.tips)))) {
          const { tips } = remote;
          return { ...{ tips, defaultBranch: defaultBranch(tips), lostTips: [] }, ...nothingNew };
        }
        const bytesTransferred = await bringUpToDate(git, folder, source);
        const tips = await tipsOf(git, folder);
        const lostTips = await findLostTips(git, folder, known.tips, Object.values(tips));
        const without = lostTips.length > 0 ? [] : known.tips;
        const isNew = Object.values(tips).some((sha) => lostTips.length > 0 || !before.has(sha));
        return {
          ...{ tips, defaultBranch: defaultBranch(tips), lostTips },
          first: isNew ? { walk: 'default', skip: 0, without: [...without] } : null,
          // git leaves out all that the known tips reach.
          ...{ acts: null, bytesTransferred, isExact: true },
        };
      });
    },

    async *pages({ url }, start, from): AsyncGenerator<ForgePage> {
      const source = await safeSource(url, options);
      const folder = folderOf(url);
      const { without } = firstCursor.parse(start.first);
      let at = cursor.parse(from);
      await requireTips(url, folder, source, [...new Set(Object.values(start.tips))]);
      const refs = new Map(
        refsInOrder(start.tips)
          .reverse()
          .map(([ref, sha]) => [sha, ref]),
      );
      const walks = (['default', 'others'] as const).filter((of) => revisionsOf(start, of, without).length > 0);
      let page: ForgeCommit[] = [];
      const full = (next: Cursor | null): ForgePage => {
        const commits = page;
        page = [];
        return { commits, acts: [], next };
      };
      try {
        for (const of of walks.slice(Math.max(walks.indexOf(at.walk), 0))) {
          if (of !== at.walk) at = { walk: of, skip: 0 };
          for await (const commit of walk(git, folder, at, revisionsOf(start, of, without), (sha) => refs.get(sha))) {
            // Given only once another commit follows: the last page is the one that says so.
            if (page.length === pageCommits) yield full(at);
            page.push(commit);
            at = { walk: of, skip: at.skip + 1 };
          }
        }
        yield full(null);
      } catch (failure) {
        throw failure instanceof GitFailed ? unreachable(canonicalAddress(url), failure) : failure;
      }
    },

    async licences({ url }, { tip, folder, known }) {
      if (!objectName.test(tip)) return null;
      const source = await safeSource(url, options);
      const clone = folderOf(url).replace(/\.git$/, '-licences.git');
      return told(url, async () =>
        readLicenceFiles(await gitLicences(git, { clone, source, folder }, tip), { tip, known }),
      );
    },
  };
}

/** Those of these commits that the clone does not hold. */
async function notHeld(git: GitRunner, folder: string, shas: readonly string[]): Promise<readonly string[]> {
  const lost: string[] = [];
  const check = { args: ['-C', folder, 'cat-file', '--batch-check=%(objectname) %(objecttype)'], input: lines(shas) };
  for await (const line of git.pieces(check, '\n')) {
    const [sha = '', type] = line.split(' ');
    if (type !== 'commit') lost.push(sha);
  }
  return lost;
}

/** As above, or all of them if there is no clone. */
async function missing(git: GitRunner, folder: string, shas: readonly string[]): Promise<readonly string[]> {
  try {
    return await notHeld(git, folder, shas);
  } catch (failure) {
    if (failure instanceof GitFailed) return shas;
    throw failure;
  }
}
