// What every adapter of a forge's API must do, whichever API it speaks: run on each of them.
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../lib/model/refusal.ts';
import { ComeBackLater, type Forge } from '../../../lib/ports/forge.ts';
import { type Fault, resetAtSeconds } from './forge-server/faults.ts';
import { type ForgeServer, forgeServer } from './forge-server/forge-server.ts';
import { grow, makeProject } from './forge-server/made-project.ts';
import { forget, type ServedProject } from './forge-server/served-repository.ts';
import { addCommits, git, line, temporaryFolder } from './git-history.ts';
import { knownAfter, now, pull, source } from './pulling.ts';
import { asTruth, truthOf } from './truth.ts';

/** Stands in for a token: no text that leaves an adapter may hold it. */
export const marker = 'token-that-nobody-may-see';

export interface ContractTerms {
  readonly kind: 'github' | 'gitlab' | 'forgejo';
  /** How many commits the default branch begins with: enough for more than one page. */
  readonly straight: number;
  readonly make: (server: ForgeServer, atMs?: () => number) => Forge;
  /** Requests allowed for a run that gave so many commits, by the commits of the default branch, of other branches and the pull requests seen. */
  readonly allowed: (given: {
    readonly commits: number;
    readonly onMain: number;
    readonly branches: number;
    readonly pulls: number;
  }) => number;
}

export const failureOf = async (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (failure: Error) => failure,
  );

/** Everything that a person or a log could ever be shown of a failure, causes included. */
export function allTextOf(failure: unknown): string {
  const seen = new Set<unknown>();
  const walk = (one: unknown): string => {
    if (typeof one !== 'object' || one === null) return String(one);
    if (seen.has(one)) return '';
    seen.add(one);
    return Object.getOwnPropertyNames(one)
      .map((name) => `${name} ${walk((one as Record<string, unknown>)[name])}`)
      .join(' ');
  };
  return walk(failure);
}

/** Of a repository that gives its commits alone. */
export async function readsCommitsWhereTheRestIsTurnedOff(
  folder: string,
  server: ForgeServer,
  forge: () => Forge,
): Promise<void> {
  server.state.onlyCode = true;
  const { commits, acts } = await pull(forge);
  const onMain = Number(git(folder, ['rev-list', '--count', 'main']));
  expect([acts, commits.filter((one) => one.onDefaultBranch).length]).toEqual([[], onMain]);
  // The last answer again, as a limit that has the same status: it is waited for.
  const requests = server.asked.length;
  server.fail(requests - 1, 'rate-limit');
  expect((await pull(forge)).commits).toEqual(commits);
  expect(server.asked).toHaveLength(2 * requests + 1);
}

export function keepsTheContract({ kind, straight, make, allowed }: ContractTerms): void {
  describe(`a pull of a repository on ${kind}`, () => {
    const folder = temporaryFolder();
    let first: ServedProject;
    let server: ForgeServer;
    const forge = (): Forge => make(server);
    beforeAll(() => {
      first = makeProject(folder, straight);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    beforeEach(async () => {
      server = await forgeServer(kind, first);
    });
    afterEach(() => server.close());

    it('gives the commits that git gives, with days in their own zone, parents and co-authors', async () => {
      const { start, commits } = await pull(forge);
      expect(asTruth(commits)).toEqual(truthOf(folder));
      expect([start.defaultBranch, start.lostTips]).toEqual(['main', []]);
      expect(start.tips['refs/heads/main']).toBe(git(folder, ['rev-parse', 'main']).trim());
      expect(new Set(commits.map(({ authoredAt }) => authoredAt.slice(19)))).toEqual(
        new Set(['+01:00', '+02:00', '-10:00', '+05:30', '+00:00']),
      );
    });

    it('asks no more often than it says', async () => {
      const { commits } = await pull(forge);
      const onMain = commits.filter((one) => one.onDefaultBranch).length;
      const most = allowed({ commits: commits.length, onMain, branches: 1, pulls: 4 });
      expect(server.asked.length).toBeLessThanOrEqual(most);
    });

    it('asks once where nothing is new, also after a restart', async () => {
      const known = knownAfter(await pull(forge));
      const before = server.asked.length;
      const start = await forge().start(source, known);
      expect([server.asked.length - before, start.first, start.lostTips]).toEqual([1, null, []]);
      expect(await forge().start(source, { tips: Object.values(start.tips), acts: start.acts })).toEqual(start);
      expect(server.asked.length - before).toBe(2);
    });

    it('gives, read, what happened: reviews, issues and releases with their accounts, each once', async () => {
      const { acts } = await pull(forge);
      const keys = acts.map((act) => `${act.kind} ${act.key}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(
        acts.filter((act) => act.kind === 'issue').map(({ account, at }) => [account.login, at.slice(0, 10)]),
      ).toEqual([['cleo', '2024-02-01']]);
      expect(acts.filter((act) => act.kind === 'release').map(({ account }) => account)).toEqual([
        { id: '11', login: 'alix' },
      ]);
      const known = await pull(forge);
      expect((await pull(forge, knownAfter(known))).acts).toEqual([]);
    });

    it('knows what a message tells, and keeps nothing else of it', async () => {
      const { commits } = await pull(forge);
      const by = (start: string) => commits.find(({ subject }) => subject.startsWith(start))!;
      expect(by('Revert').reverts).toBe('a'.repeat(40));
      expect(by('Fix').cherryPickedFrom).toBe('a'.repeat(40));
      expect(by('Squashed').pullRequest).toBe(3);
      expect(JSON.stringify(commits)).not.toContain('Why it was done');
    });

    it('names the pull request of commits that a squash has hidden', async () => {
      const { commits } = await pull(forge);
      const hidden = commits.filter((one) => one.pullRequest === 3 && !one.onDefaultBranch);
      expect(new Set(hidden.map(({ sha }) => sha)).size).toBe(14);
    });

    it('comes to the same end whichever of its requests fails, and however', async () => {
      const faults: Fault[] = ['server-error', 'rate-limit', 'truncated', 'disconnected', 'secondary-limit'];
      const whole = await pull(forge);
      const requests = server.asked.length;
      expect(requests).toBeGreaterThan(3);
      for (let n = 0; n < Math.max(requests, 2 * faults.length); n += 1) {
        server.fail(n % requests, faults[n % faults.length]!);
        const pulled = await pull(forge);
        expect(asTruth(pulled.commits)).toEqual(asTruth(whole.commits));
        expect(new Set(pulled.acts.map(({ key }) => key))).toEqual(new Set(whole.acts.map(({ key }) => key)));
        expect(pulled.start).toEqual(whole.start);
      }
    });

    it('comes to the same end if its process ends after each page', async () => {
      const whole = await pull(forge);
      const pulled = await pull(forge, undefined, true);
      expect([pulled.commits, pulled.acts]).toEqual([whole.commits, whole.acts]);
      expect(pulled.pages).toBe(whole.pages);
    });

    it('gives the same page for the same cursor', async () => {
      const start = await forge().start(source, { tips: [], acts: null });
      const pages = async () => {
        for await (const page of forge().pages(source, start, start.first!)) return page;
        return null;
      };
      expect(await pages()).toEqual(await pages());
    });

    it('refuses another host, a path that is no repository, and credentials in an address', async () => {
      for (const url of [
        'https://elsewhere.test/commons/library',
        'https://forge.test/commons',
        'https://u:p@forge.test/a/b',
        'http://forge.test/a/b',
        'https://forge.test/a/..',
      ]) {
        const failure = await failureOf(forge().start({ repository: 'r', url }, { tips: [], acts: null }));
        expect(failure).toMatchObject({ code: 'repository-refused' });
      }
      expect(server.asked).toEqual([]);
    });

    it.each<readonly [Fault, string]>([
      ['not-found', 'shows no repository'],
      ['unauthorized', 'denies access'],
      ['forbidden', 'denies access'],
    ])('says what to do after %s', async (fault, said) => {
      server.fail(0, fault);
      const failure = await failureOf(forge().start(source, { tips: [], acts: null }));
      expect(failure).toBeInstanceOf(Refusal);
      expect(failure).toMatchObject({ code: 'repository-unreachable' });
      expect((failure as Refusal).detail.en).toContain(said);
    });

    it.each<readonly [Fault, number]>([
      ['rate-limit', resetAtSeconds * 1000 + 5000],
      ['secondary-limit', now + 35_000],
      ['server-error', now + 60_000],
      ['truncated', now + 60_000],
      ['disconnected', now + 60_000],
    ])('says when to come back after %s', async (fault, notBefore) => {
      server.fail(0, fault);
      const failure = await failureOf(forge().start(source, { tips: [], acts: null }));
      expect(failure).toBeInstanceOf(ComeBackLater);
      expect(failure).toMatchObject({ notBefore });
    });

    it('keeps a tenth of its quota: the page that was read is given, the next one waits', async () => {
      const one = forge();
      const start = await one.start(source, { tips: [], acts: null });
      server.state.quota = { limit: 5000, remaining: 500 };
      const before = server.asked.length;
      const pages: unknown[] = [];
      const failure = await failureOf(
        (async () => {
          for await (const page of one.pages(source, start, start.first!)) pages.push(page);
        })(),
      );
      expect([pages.length, server.asked.length - before]).toEqual([1, 1]);
      expect(failure).toMatchObject({ notBefore: resetAtSeconds * 1000 + 5000 });
    });

    it('lets no token into any failure', async () => {
      const all: Fault[] = [
        'rate-limit',
        'secondary-limit',
        'server-error',
        'truncated',
        'disconnected',
        'not-found',
        'unauthorized',
        'forbidden',
        'other-error',
        'moved-away',
      ];
      for (const fault of all) {
        server.fail(0, fault);
        const failure = await forge()
          .start(source, { tips: [], acts: null })
          .then(
            () => null,
            (one: unknown) => one,
          );
        expect(allTextOf(failure)).not.toContain(marker);
      }
      expect(server.asked.some(({ headers }) => allTextOf(headers).includes(marker))).toBe(true);
    });

    it('waits longer each time that a forge says no without a word on how long', async () => {
      let at = now;
      const one = make(server, () => at);
      const waits: number[] = [];
      for (let n = 0; n < 3; n += 1) {
        server.fail(0, 'limit-without-words');
        const failure = (await failureOf(one.start(source, { tips: [], acts: null }))) as ComeBackLater;
        waits.push(failure.notBefore - at);
        at = failure.notBefore;
      }
      expect(waits).toEqual([60_000, 120_000, 240_000]);
    });
  });

  describe(`a repository on ${kind} that changes`, () => {
    const folders: string[] = [];
    let server: ForgeServer;
    const forge = (): Forge => make(server);
    beforeEach(async () => {
      const folder = temporaryFolder();
      folders.push(folder);
      server = await forgeServer(kind, makeProject(folder, 40));
    });
    afterEach(() => server.close());
    afterAll(() => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });

    it('gives what came since, side branches older than the last pull included, and no more than that', async () => {
      const { folder } = server.state.project;
      const before = await pull(forge);
      server.state.project = grow(server.state.project);
      const asked = server.asked.length;
      const after = await pull(forge, knownAfter(before));
      expect(asTruth([...before.commits, ...after.commits])).toEqual(truthOf(folder));
      expect(after.start.lostTips).toEqual([]);
      const held = new Set(before.commits.map(({ sha }) => sha));
      expect(after.commits.filter(({ sha }) => held.has(sha))).toEqual([]);
      const onMain = after.commits.filter((one) => one.onDefaultBranch).length;
      const most = allowed({ commits: after.commits.length, onMain, branches: 0, pulls: 2 });
      expect(server.asked.length - asked).toBeLessThanOrEqual(most);
      expect(after.acts.filter((act) => act.kind === 'issue').map(({ account }) => account.login)).toContain('bao');
    });

    it('walks to the tips that stood when it began, however the branch moves meanwhile', async () => {
      const { folder } = server.state.project;
      const start = await forge().start(source, { tips: [], acts: null });
      const truth = truthOf(folder);
      addCommits(folder, line('refs/heads/main', 3, 'refs/heads/main^0', 1_709_000_000));
      const commits = [];
      for await (const page of forge().pages(source, start, start.first!)) commits.push(...page.commits);
      expect(asTruth(commits).map(({ sha }) => sha)).toEqual(truth.map(({ sha }) => sha));
    });

    it.each([false, true])(
      'names the tip of a branch pushed by force, and walks everything again (object gone: %s)',
      async (gone) => {
        const { folder } = server.state.project;
        const before = await pull(forge);
        const old = git(folder, ['rev-parse', 'main']).trim();
        addCommits(folder, line('refs/heads/rewritten', 2, 'refs/heads/main~3', 1_709_000_000));
        git(folder, ['update-ref', 'refs/heads/main', 'refs/heads/rewritten']);
        git(folder, ['update-ref', '-d', 'refs/heads/rewritten']);
        server.state.project = {
          ...server.state.project,
          pulls: server.state.project.pulls.filter(({ number }) => number !== 3),
          releases: [],
        };
        git(folder, ['update-ref', '-d', 'refs/pull/3/head']);
        git(folder, ['tag', '-d', 'v1.0']);
        server.state.goneIsError = gone;
        if (gone) {
          git(folder, ['reflog', 'expire', '--expire=now', '--all']);
          git(folder, ['gc', '--quiet', '--prune=now']);
          forget();
        }
        const after = await pull(forge, knownAfter(before));
        expect(after.start.lostTips).toEqual([old]);
        expect(asTruth(after.commits)).toEqual(truthOf(folder));
      },
    );

    it('names the lost tip of another branch, and does not walk the default one again for it', async () => {
      const { folder } = server.state.project;
      const before = await pull(forge);
      const old = git(folder, ['rev-parse', 'release-1']).trim();
      addCommits(folder, line('refs/heads/anew', 2, 'refs/heads/release-1~1', 1_709_000_000));
      git(folder, ['update-ref', 'refs/heads/release-1', 'refs/heads/anew']);
      git(folder, ['update-ref', '-d', 'refs/heads/anew']);
      const after = await pull(forge, knownAfter(before));
      expect(after.start.lostTips).toEqual([old]);
      expect(after.commits.some(({ onDefaultBranch }) => onDefaultBranch)).toBe(false);
      const held = new Set([...before.commits, ...after.commits].map(({ sha }) => sha));
      expect(truthOf(folder).filter(({ sha }) => !held.has(sha))).toEqual([]);
    });

    it('does not call rewritten what a merge, a squash or a longer branch explains', async () => {
      const { folder } = server.state.project;
      git(folder, ['update-ref', 'refs/heads/topic', 'refs/pull/4/head']);
      const before = await pull(forge);
      expect(before.start.tips['refs/heads/topic']).toBeDefined();
      addCommits(folder, line('refs/heads/release-1', 1, 'refs/heads/release-1^0', 1_709_000_000));
      // Its branch is deleted, its pull request remains.
      git(folder, ['update-ref', '-d', 'refs/heads/topic']);
      const after = await pull(forge, knownAfter(before));
      expect(after.start.lostTips).toEqual([]);
      expect(after.commits.some(({ onDefaultBranch }) => onDefaultBranch)).toBe(false);
      expect(asTruth([...before.commits, ...after.commits])).toEqual(truthOf(folder));
    });

    it('refuses another repository that took the name', async () => {
      const known = knownAfter(await pull(forge));
      const other = temporaryFolder();
      folders.push(other);
      server.state.project = { ...makeProject(other, 20), id: 778 };
      const failure = await failureOf(pull(forge, known));
      expect(failure).toMatchObject({ code: kind === 'gitlab' ? 'repository-unreachable' : 'repository-refused' });
    });

    it('pulls an empty repository as one without commits', async () => {
      const empty = temporaryFolder();
      folders.push(empty);
      git(empty, ['init', '--quiet', '--bare', '--initial-branch=main', empty]);
      server.state.project = { ...server.state.project, folder: empty, pulls: [], releases: [], issues: [] };
      const { start, commits } = await pull(forge);
      expect([start.tips, commits]).toEqual([{}, []]);
    });

    it('goes on from a run that another adapter made, and calls nothing of it rewritten', async () => {
      const { folder } = server.state.project;
      const tips = git(folder, ['for-each-ref', '--format=%(objectname)']).trim().split('\n');
      addCommits(folder, line('refs/heads/main', 3, 'refs/heads/main^0', 1_709_000_000));
      const { start, commits } = await pull(forge, { tips, acts: { from: 'elsewhere' } });
      expect(start.lostTips).toEqual([]);
      expect(asTruth(commits).map(({ sha }) => sha)).toEqual(
        expect.arrayContaining(git(folder, ['rev-list', '-3', 'main']).trim().split('\n')),
      );
    });

    it.each([false, true])(
      'gives the branches that have nothing in common with the default one (an error where it cannot compare: %s)',
      async (isError) => {
        const { folder } = server.state.project;
        server.state.goneIsError = isError;
        addCommits(folder, line('refs/heads/pages', 3, undefined, 1_708_000_000));
        const before = await pull(forge);
        expect(asTruth(before.commits)).toEqual(truthOf(folder));
        addCommits(folder, line('refs/heads/pages', 2, 'refs/heads/pages^0', 1_708_500_000));
        const after = await pull(forge, knownAfter(before));
        expect(after.start.lostTips).toEqual([]);
        expect(after.commits.some(({ onDefaultBranch }) => onDefaultBranch)).toBe(false);
        expect(asTruth([...before.commits, ...after.commits])).toEqual(truthOf(folder));
      },
    );

    it('follows more branches than fit one page', async () => {
      const { folder } = server.state.project;
      for (let n = 0; n < 130; n += 1) git(folder, ['update-ref', `refs/heads/b${n}`, 'main~1']);
      addCommits(folder, line('refs/heads/zz-last', 1, 'refs/heads/main~2', 1_709_000_000));
      const { start, commits } = await pull(forge);
      expect(Object.keys(start.tips)).toHaveLength(133);
      expect(asTruth(commits)).toEqual(truthOf(folder));
    });
  });
}
