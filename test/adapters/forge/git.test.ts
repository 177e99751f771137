// The git adapter on real repositories: everything git shows, only what is new, rewritten history, hostile addresses, a kill in the middle.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitForge } from '../../../lib/adapters/forge/git.ts';
import { runGit } from '../../../lib/adapters/forge/git-process.ts';
import { Refusal } from '../../../lib/model/refusal.ts';
import { type Forge, type ForgeCommit, type ForgePage, type ForgeStart, StartGone } from '../../../lib/ports/forge.ts';
import { addCommits, git, line, temporaryFolders } from './git-history.ts';

const folder = temporaryFolders();

const startAt = (forge: Forge, url: string, known: readonly string[] = []): Promise<ForgeStart> =>
  forge.start({ repository: 'r', url }, { tips: known, acts: null });

async function pull(
  work: string,
  url: string,
  known: readonly string[] = [],
): Promise<{ reading: ForgeStart; commits: ForgeCommit[] }> {
  const forge = gitForge({ allowLocalPaths: true, workDirectory: work });
  const reading = await startAt(forge, url, known);
  const commits: ForgeCommit[] = [];
  if (reading.first !== null) {
    for await (const page of forge.pages({ repository: 'r', url }, reading, reading.first)) {
      commits.push(...page.commits);
    }
  }
  return { reading, commits };
}
const ids = (commits: readonly ForgeCommit[]): string[] => commits.map(({ sha }) => sha).sort();
const allOf = (origin: string): string[] => git(origin, ['log', '--all', '--format=%H']).trim().split('\n').sort();

async function refusal(promise: Promise<unknown>): Promise<Refusal> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

describe('a pull of a git repository', () => {
  it('gives each commit that `git log --all` gives, once, and says which are on the default branch', async () => {
    const origin = folder();
    addCommits(origin, line('refs/heads/main', 30));
    addCommits(origin, [
      ...line('refs/heads/side', 5, 'refs/heads/main~10', 1_701_000_000),
      ...line('refs/pull/7/head', 3, 'refs/heads/main^0', 1_702_000_000),
    ]);
    const { reading, commits } = await pull(folder(), origin);
    expect(ids(commits)).toEqual(allOf(origin));
    expect(reading.defaultBranch).toBe('main');
    expect(ids(commits.filter((c) => c.onDefaultBranch))).toEqual(
      git(origin, ['rev-list', 'main']).trim().split('\n').sort(),
    );
    expect(commits.filter((c) => c.pullRequest === 7)).toHaveLength(3);
    expect(Object.keys(reading.tips).sort()).toEqual(['refs/heads/main', 'refs/heads/side', 'refs/pull/7/head']);
    expect(reading.bytesTransferred).toBeGreaterThan(0);
  });

  it('gives what only a tag reaches, annotated or not, after its branch is gone', async () => {
    const origin = folder();
    addCommits(origin, line('refs/heads/main', 2));
    addCommits(origin, line('refs/heads/release', 2, 'refs/heads/main^0', 1_701_000_000));
    git(origin, ['update-ref', 'refs/tags/plain', 'refs/heads/release^']);
    git(origin, [
      ...['-c', 'user.name=Alix', '-c', 'user.email=alix@example.org'],
      ...['tag', '-a', 'v1', '-m', 'One', 'refs/heads/release'],
    ]);
    git(origin, ['update-ref', '-d', 'refs/heads/release']);
    const { commits } = await pull(folder(), origin);
    expect(ids(commits)).toEqual(allOf(origin));
    expect(commits).toHaveLength(4);
  });

  it('brings no trees and no files, so that sizes and patch ids are unknown', async () => {
    const origin = folder();
    addCommits(origin, line('refs/heads/main', 10));
    const work = folder();
    const { commits } = await pull(work, origin);
    expect(commits.every((c) => c.changedLines === null && c.patchId === null)).toBe(true);
    const clone = readdirSync(work).find((name) => name.endsWith('.git'))!;
    const held = git(join(work, clone), ['cat-file', '--batch-all-objects', '--batch-check=%(objecttype)']);
    expect(new Set(held.trim().split('\n'))).toEqual(new Set(['commit']));
  });

  it('yields nothing the second time, and later only what is new', async () => {
    const origin = folder();
    const work = folder();
    addCommits(origin, line('refs/heads/main', 20));
    const first = await pull(work, origin);
    const known = Object.values(first.reading.tips);
    const second = await pull(work, origin, known);
    expect(second.commits).toEqual([]);
    expect(second.reading.bytesTransferred).toBe(0);
    expect(second.reading.lostTips).toEqual([]);
    addCommits(origin, line('refs/heads/main', 4, 'refs/heads/main^0', 1_705_000_000));
    const third = await pull(work, origin, known);
    expect(third.commits).toHaveLength(4);
    expect(third.reading.lostTips).toEqual([]);
    const withoutCache = await pull(folder(), origin, known);
    expect(ids(withoutCache.commits)).toEqual(ids(third.commits));
  });

  it('names the lost tip of a branch pushed by force, with or without its cache, and walks everything again', async () => {
    const origin = folder();
    const work = folder();
    addCommits(origin, [...line('refs/heads/main', 5), ...line('refs/heads/side', 3, 'refs/heads/main')]);
    const before = await pull(work, origin);
    const oldSide = before.reading.tips['refs/heads/side']!;
    git(origin, ['update-ref', '-d', 'refs/heads/side']);
    addCommits(origin, line('refs/heads/side', 2, 'refs/heads/main~2', 1_710_000_000));
    git(origin, ['reflog', 'expire', '--expire=now', '--all']);
    git(origin, ['gc', '--quiet', '--prune=now']);
    for (const cache of [work, folder()]) {
      const after = await pull(cache, origin, Object.values(before.reading.tips));
      expect(after.reading.lostTips).toEqual([oldSide]);
      expect(ids(after.commits)).toEqual(allOf(origin));
    }
  });

  it('reads zones, co-authors, pull requests, reverts, cherry-picks and merges as they were written', async () => {
    const origin = folder();
    const sha = 'a'.repeat(40);
    addCommits(origin, [
      {
        ref: 'refs/heads/main',
        at: '1704101400 -1000',
        committed: '1704200000 +0200',
        message:
          'Late evening (#12)\n\nCo-authored-by: Bao Exemple <bao@example.org>\nco-authored-by:  Cléo <cleo@example.org>\n',
        file: 'a',
        mark: 1,
      },
      {
        ref: 'refs/heads/main',
        at: '1704300000 +0530',
        message: `Revert "x"\n\nThis reverts commit ${sha}.\n`,
        file: 'b',
        mark: 2,
      },
      {
        ref: 'refs/heads/main',
        at: '1704400000 +0000',
        author: 'Éloïse <eloise@example.org>',
        message: `Fix\n\n(cherry picked from commit ${sha})\n`,
        file: 'c',
        mark: 3,
      },
      { ref: 'refs/heads/main', at: '1704500000 +0000', message: 'Merge', from: ':3', merge: ':1', mark: 4 },
      { ref: 'refs/heads/main', at: '9999999999999 +0000', message: 'No calendar holds this', file: 'd' },
    ]);
    const { commits } = await pull(folder(), origin);
    const by = (start: string): ForgeCommit => commits.find(({ subject }) => subject.startsWith(start))!;
    const late = by('Late');
    expect(late.authoredAt).toBe('2023-12-31T23:30:00-10:00');
    expect(late.committedAt).toBe('2024-01-02T14:53:20+02:00');
    expect(late.pullRequest).toBe(12);
    expect(late.coAuthors).toEqual([
      { name: 'Bao Exemple', address: 'bao@example.org', account: null },
      { name: 'Cléo', address: 'cleo@example.org', account: null },
    ]);
    expect(by('Revert').reverts).toBe(sha);
    expect(by('Revert').authoredAt).toBe('2024-01-03T22:10:00+05:30');
    expect(by('Fix').cherryPickedFrom).toBe(sha);
    expect(by('Fix').authorName).toBe('Éloïse');
    expect(by('Merge').parents).toHaveLength(2);
    expect(by('No calendar').authoredAt).toBe('1970-01-01T00:00:00+00:00');
    const truth = git(origin, ['log', '--format=%H %aI %T', 'main']).trim().split('\n');
    for (const [sha, at, tree] of truth.slice(1).map((one) => one.split(' '))) {
      const seen = commits.find((commit) => commit.sha === sha)!;
      expect([Date.parse(seen.authoredAt), seen.tree]).toEqual([Date.parse(at!), tree]);
    }
  });

  it('sees that a commit carries a signature without asking whose it is', async () => {
    const origin = folder();
    addCommits(origin, [{ ref: 'refs/heads/main', at: '1704101400 +0100', message: 'Plain', file: 'a' }]);
    const plain = git(origin, ['cat-file', 'commit', 'main']);
    const [headers, message] = [plain.slice(0, plain.indexOf('\n\n')), plain.slice(plain.indexOf('\n\n'))];
    const signed = `${headers}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n aaaa\n -----END PGP SIGNATURE-----${message.replace('Plain', 'Signed')}`;
    const sha = git(origin, ['hash-object', '-t', 'commit', '-w', '--stdin'], signed).trim();
    git(origin, ['update-ref', 'refs/heads/signed', sha]);
    const { commits } = await pull(folder(), origin);
    expect(commits.map(({ subject, signed }) => [subject, signed]).sort()).toEqual([
      ['Plain', false],
      ['Signed', true],
    ]);
  });

  it('answers an empty repository with no tips and no commits', async () => {
    const origin = folder();
    git(origin, ['init', '--quiet', '--bare', origin]);
    const { reading, commits } = await pull(folder(), origin);
    expect([reading.tips, reading.lostTips, commits]).toEqual([{}, [], []]);
  });

  it('gives pages of 250, the same from the same cursor in another process’s clone, and ends git when the reader stops', async () => {
    const origin = folder();
    addCommits(origin, line('refs/heads/main', 312));
    addCommits(origin, line('refs/heads/side', 219, 'refs/heads/main~10', 1_701_000_000));
    const source = { repository: 'r', url: origin };
    const here = gitForge({ allowLocalPaths: true, workDirectory: folder() });
    const start = await startAt(here, origin);
    const pages: ForgePage[] = [];
    for await (const page of here.pages(source, start, start.first)) pages.push(page);
    expect(pages.map(({ commits }) => commits.length)).toEqual([250, 250, 31]);
    expect(pages.map(({ next }) => next)).toEqual([
      { walk: 'default', skip: 250 },
      { walk: 'others', skip: 188 },
      null,
    ]);
    for (const [i, page] of pages.entries()) {
      const elsewhere = gitForge({ allowLocalPaths: true, workDirectory: folder() });
      const from = i === 0 ? start.first : pages[i - 1]!.next;
      for await (const again of elsewhere.pages(source, start, from)) {
        expect(again).toEqual(page);
        break;
      }
    }
  });

  it('says that a start leads nowhere once its tips are gone from the other side and from the cache', async () => {
    const origin = folder();
    addCommits(origin, [
      ...line('refs/heads/main', 3),
      ...line('refs/heads/side', 2, 'refs/heads/main', 1_701_000_000),
    ]);
    const forge = gitForge({ allowLocalPaths: true, workDirectory: folder() });
    const start = await startAt(forge, origin);
    git(origin, ['update-ref', '-d', 'refs/heads/side']);
    git(origin, ['reflog', 'expire', '--expire=now', '--all']);
    git(origin, ['gc', '--quiet', '--prune=now']);
    const another = gitForge({ allowLocalPaths: true, workDirectory: folder() });
    const pages = another.pages({ repository: 'r', url: origin }, start, start.first);
    await expect(pages[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(StartGone);
  });

  it('asks once and fetches nothing where no ref moved, even without its cache', async () => {
    const origin = folder();
    addCommits(origin, line('refs/heads/main', 3));
    git(origin, [
      ...['-c', 'user.name=Alix', '-c', 'user.email=alix@example.org'],
      ...['tag', '-a', 'v1', '-m', 'One', 'refs/heads/main~1'],
    ]);
    const { reading } = await pull(folder(), origin);
    const calls: string[][] = [];
    const counted = gitForge({
      allowLocalPaths: true,
      workDirectory: folder(),
      run: (args, environment) => {
        calls.push([...args]);
        return runGit(args, environment);
      },
    });
    const again = await startAt(counted, origin, Object.values(reading.tips));
    expect(calls.map((args) => args.find((arg) => !arg.startsWith('-') && !arg.includes('.')))).toEqual(['ls-remote']);
    expect([again.first, again.tips, again.defaultBranch, again.bytesTransferred]).toEqual([
      null,
      reading.tips,
      'main',
      0,
    ]);
  });
});

describe('a pull that is killed', () => {
  it('leaves a cache that the next pull can use', async () => {
    const origin = folder();
    addCommits(origin, line('refs/heads/main', 3000));
    for (const delay of [5, 20, 60]) {
      const work = folder();
      const program = `import { gitForge } from ${JSON.stringify(join(import.meta.dirname, '../../../lib/adapters/forge/git.ts'))};
        const forge = gitForge({ allowLocalPaths: true, workDirectory: ${JSON.stringify(work)} });
        console.log('begin');
        const source = { repository: 'r', url: ${JSON.stringify(origin)} };
        const start = await forge.start(source, { tips: [], acts: null });
        for await (const page of forge.pages(source, start, start.first)) void page;`;
      const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill('SIGKILL');
      await once(child, 'close');
      const { commits } = await pull(work, origin);
      expect(commits).toHaveLength(3000);
    }
  });

  it('starts afresh from a cache with a lock left behind or a broken file', async () => {
    const origin = folder();
    const work = folder();
    addCommits(origin, line('refs/heads/main', 10));
    await pull(work, origin);
    addCommits(origin, line('refs/heads/main', 1, 'refs/heads/main^0', 1_705_000_000));
    const clone = join(work, readdirSync(work).find((name) => name.endsWith('.git'))!);
    writeFileSync(join(clone, 'refs', 'heads', 'main.lock'), '');
    expect((await pull(work, origin)).commits).toHaveLength(11);
    writeFileSync(join(clone, 'HEAD'), 'broken');
    expect((await pull(work, origin)).commits).toHaveLength(11);
  });
});

describe('an address that is refused', () => {
  const forge = (
    rules: { allowLocalPaths?: boolean; allowedHosts?: string[]; resolve?: () => Promise<string[]> } = {},
  ) =>
    gitForge({
      allowLocalPaths: false,
      workDirectory: folder(),
      resolve: async () => ['140.82.112.3'],
      ...rules,
      run: () => {
        throw new Error('git was started');
      },
    });

  it.each([
    '--upload-pack=touch /tmp/x',
    'ext::sh -c true',
    'file:///etc',
    'http://example.org/a.git',
    'git://example.org/a.git',
    'ssh://git@example.org/a.git',
    'git@example.org:a/b.git',
    'https://user:secret@example.org/a.git',
    'https://example.org/a.git?x=1',
    '/var/lib/repository.git',
    '../repository.git',
    'https://127.0.0.1/a.git',
    'https://2130706433/a.git',
    'https://0x7f.1/a.git',
    'https://169.254.169.254/latest',
    'https://[::1]/a.git',
    'https://[::ffff:10.0.0.1]/a.git',
    'https://[fd00:ec2::254]/a.git',
    'https://[2002:7f00:1::]/a.git',
    'https://example.org/a\nb',
    '',
  ])('%j is refused before git is started', async (url) => {
    const { code, detail } = await refusal(startAt(forge(), url));
    expect(code).toBe('repository-refused');
    expect(detail.en).not.toContain('secret');
  });

  it('is refused if one of the addresses of its host is private, or the host is not on the list', async () => {
    const url = 'https://forge.example.org/a.git';
    const rebinding = forge({ resolve: async () => ['140.82.112.3', '10.1.2.3'] });
    expect((await refusal(startAt(rebinding, url))).code).toBe('repository-refused');
    const listed = forge({ allowedHosts: ['git.example.org'] });
    expect((await refusal(startAt(listed, url))).code).toBe('repository-refused');
  });

  it('pins the addresses looked at, and allows https alone, when git is started', async () => {
    const calls: string[][] = [];
    const watched = gitForge({
      allowLocalPaths: false,
      workDirectory: folder(),
      resolve: async () => ['140.82.112.3'],
      run: (args, environment) => {
        calls.push([...args]);
        expect(environment.GIT_TERMINAL_PROMPT).toBe('0');
        return runGit(['--version'], environment);
      },
    });
    await startAt(watched, 'https://forge.example.org/a.git');
    const fetch = calls.find((args) => args.includes('fetch'))!;
    expect(fetch).toEqual(
      expect.arrayContaining([
        'protocol.allow=never',
        'protocol.https.allow=always',
        'http.followRedirects=false',
        'http.curloptResolve=forge.example.org:443:140.82.112.3',
      ]),
    );
    expect(fetch.some((arg) => arg.startsWith('protocol.file'))).toBe(false);
  });
});

describe('a pull that cannot be done', () => {
  it('says how to install git where it is missing', async () => {
    const forge = gitForge({
      allowLocalPaths: true,
      workDirectory: folder(),
      run: (_, env) => spawn('git-that-is-not-here', [], { env }),
    });
    const { code, detail } = await refusal(startAt(forge, folder()));
    expect(code).toBe('git-missing');
    expect(detail.fr).toContain('apt install git');
  });

  it('says what git said of a repository that is not there, without our own paths', async () => {
    const work = folder();
    const forge = gitForge({ allowLocalPaths: true, workDirectory: work });
    const { code, detail } = await refusal(startAt(forge, '/nowhere/at/all.git'));
    expect(code).toBe('repository-unreachable');
    expect(detail.en).toContain('git says: "fatal:');
    expect(detail.en).not.toContain(work);
  });
});
