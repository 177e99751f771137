// GitHub's adapter against its published schema and a real repository, and what only GitHub does.
import { createVerify, generateKeyPairSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { githubForge } from '../../../lib/adapters/forge/github/github-forge.ts';
import { ComeBackLater, type Forge } from '../../../lib/ports/forge.ts';
import { allTextOf, failureOf, keepsTheContract, marker } from './forge-contract.ts';
import { resetAtSeconds } from './forge-server/faults.ts';
import { type ForgeServer, forgeServer } from './forge-server/forge-server.ts';
import { grow, makeProject } from './forge-server/made-project.ts';
import type { ServedProject } from './forge-server/served-repository.ts';
import { temporaryFolder } from './git-history.ts';
import { knownAfter, now, pull, source } from './pulling.ts';
import { asTruth, truthOf } from './truth.ts';

const make = (server: ForgeServer, atMs: () => number = () => now): Forge =>
  githubForge({
    ...{ host: 'forge.test', apiBase: 'https://forge.test/api/v3', now: atMs, fetch: server.fetch },
    credentials: { kind: 'token', token: marker },
  });

keepsTheContract({
  kind: 'github',
  straight: 230,
  make,
  allowed: ({ commits }) => Math.ceil(commits / 100) + 2,
});

describe('GitHub alone', () => {
  const folder = temporaryFolder();
  let project: ServedProject;
  let server: ForgeServer;
  const forge = (): Forge => make(server);
  beforeAll(() => {
    project = makeProject(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    server = await forgeServer('github', project);
  });
  afterEach(() => server.close());

  it('names the accounts of authors and co-authors, sizes, and the pull request of a merge', async () => {
    const { commits } = await pull(forge);
    const squashed = commits.find(({ subject }) => subject.startsWith('Squashed'))!;
    expect(squashed.authorAccount).toEqual({ id: '12', login: 'bao' });
    expect(squashed.coAuthors).toEqual([
      { name: 'Cléo', address: '4242+cleo@users.noreply.github.com', account: { id: '4242', login: 'cleo' } },
      { name: 'Dana', address: 'dana@example.org', account: null },
    ]);
    expect(squashed.changedLines).toBeGreaterThan(0);
    const merge = commits.find(({ parents }) => parents.length === 2)!;
    expect([merge.pullRequest, merge.changedLines]).toEqual([2, null]);
  });

  it('gives reviews with their commit, more of them than come along at once, and tells programs from people', async () => {
    const { acts } = await pull(forge);
    const reviews = acts.filter((act) => act.kind === 'review');
    expect(reviews.map(({ key }) => key).sort()).toEqual([
      'R_501',
      ...Array.from({ length: 23 }, (_, i) => `R_${600 + i}`),
    ]);
    expect(reviews.filter(({ isBot }) => isBot)).toHaveLength(11);
    expect(reviews.find(({ key }) => key === 'R_501')).toMatchObject({
      pullRequest: 2,
      sha: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
  });

  it('asks for half as much where GitHub cannot work a page out, and never takes its null nodes for an answer', async () => {
    server.fail(2, 'resource-limits');
    server.fail(3, 'resource-limits');
    server.fail(4, 'gateway-timeout');
    const { commits, start } = await pull(forge);
    expect(asTruth(commits)).toEqual(truthOf(folder));
    const sizes = server.asked.map(({ body }) => (JSON.parse(body) as { variables: { size?: number } }).variables.size);
    expect(sizes.slice(2, 7)).toEqual([100, 50, 25, 12, 12]);
    let cursor = start.first!;
    for (const size of [50, 25, 12, 6, 3, 1]) {
      server.fail(0, 'resource-limits');
      for await (const page of forge().pages(source, start, cursor)) {
        expect([page.commits, page.acts]).toEqual([[], []]);
        cursor = page.next!;
        break;
      }
      expect(cursor).toMatchObject({ size });
    }
    server.fail(0, 'resource-limits');
    const failure = await failureOf(forge().pages(source, start, cursor)[Symbol.asyncIterator]().next());
    expect(failure).toMatchObject({ code: 'repository-unreachable' });
  });

  it('stops where a merged branch came along with its pull request, long before the history comes to where it left', async () => {
    const other = temporaryFolder();
    server.state.project = makeProject(other, 330);
    const before = await pull(forge);
    server.state.project = grow(server.state.project);
    const asked = server.asked.length;
    const after = await pull(forge, knownAfter(before));
    expect(asTruth([...before.commits, ...after.commits])).toEqual(truthOf(other));
    expect(new Set(after.commits.map(({ sha }) => sha)).size).toBe(14 + 1 + 3 + 1);
    // The start, the page with the merge, and one more for the rest of the pull request's fourteen commits.
    expect(server.asked.length - asked).toBe(3);
    rmSync(other, { recursive: true, force: true });
  });

  it('takes an answer with errors for a failure, however much data stands beside them', async () => {
    const start = await forge().start(source, { tips: [], acts: null });
    server.fail(0, 'other-error');
    const failure = await failureOf(forge().pages(source, start, start.first!)[Symbol.asyncIterator]().next());
    expect(failure).toMatchObject({ code: 'repository-unreachable' });
    expect(allTextOf(failure)).not.toContain(marker);
  });

  it('reads a limit that is told beside status 200', async () => {
    server.state.quota = { limit: 5000, remaining: 0 };
    server.fail(0, 'rate-limit-in-words');
    const failure = await failureOf(forge().start(source, { tips: [], acts: null }));
    expect(failure).toMatchObject({ notBefore: resetAtSeconds * 1000 + 5000 });
  });

  it('reads a secondary limit that is told in words only', async () => {
    server.fail(0, 'secondary-limit-in-words');
    expect(await failureOf(forge().start(source, { tips: [], acts: null }))).toMatchObject({ notBefore: now + 60_000 });
  });

  it('follows a repository to its new name by its id', async () => {
    const known = knownAfter(await pull(forge));
    const before = { repository: 'r', url: 'https://forge.test/commons/library-before.git' };
    expect((await forge().start(before, known)).first).toBeNull();
    const failure = await failureOf(forge().start({ ...before, url: 'https://forge.test/commons/unheard-of' }, known));
    expect(failure).toMatchObject({ code: 'repository-unreachable' });
  });

  it('begins anew if a frozen tip is there no more', async () => {
    const start = await forge().start(source, { tips: [], acts: null });
    const gone = JSON.parse(JSON.stringify(start.first).replaceAll(start.tips['refs/heads/main']!, 'f'.repeat(40)));
    const failure = await failureOf(forge().pages(source, start, gone)[Symbol.asyncIterator]().next());
    expect(failure.name).toBe('StartGone');
  });

  it('signs in as an app with a claim of its own, keeps the token while it lives, and lets neither out', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    let at = now;
    const app = githubForge({
      ...{ host: 'forge.test', apiBase: 'https://forge.test/api/v3', now: () => at, fetch: server.fetch },
      credentials: { kind: 'github-app', appId: '4711', installationId: '42', privateKeyPem: pem },
    });
    const signIns = () =>
      server.asked.filter(({ url }) => url.pathname === '/api/v3/app/installations/42/access_tokens');
    await app.start(source, { tips: [], acts: null });
    await app.start(source, { tips: [], acts: null });
    expect(signIns()).toHaveLength(1);
    expect(server.asked.at(-1)!.headers.authorization).toBe('bearer ghs_installation-marker');
    const [header = '', claims = '', signature = ''] = String(signIns()[0]!.headers.authorization).slice(7).split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      iss: '4711',
      iat: now / 1000 - 60,
      exp: now / 1000 + 540,
    });
    const isSigned = createVerify('RSA-SHA256').update(`${header}.${claims}`).verify(publicKey, signature, 'base64url');
    expect(isSigned).toBe(true);
    // The server's tokens end an hour after `now`.
    at = now + 56 * 60_000;
    server.fail(1, 'server-error');
    const failure = await failureOf(app.start(source, { tips: [], acts: null }));
    expect(signIns()).toHaveLength(2);
    expect(allTextOf(failure)).not.toMatch(/ghs_|PRIVATE KEY/);
    const cut = githubForge({
      ...{ host: 'forge.test', apiBase: 'https://forge.test/api/v3', now: () => at, fetch: server.fetch },
      credentials: { kind: 'github-app', appId: '4711', installationId: '42', privateKeyPem: pem.slice(0, 300) },
    });
    const unread = await failureOf(cut.start(source, { tips: [], acts: null }));
    expect(unread).toMatchObject({ code: 'repository-unreachable' });
    expect(allTextOf(unread)).not.toContain(pem.slice(40, 90));
    at = now + 58 * 60_000;
    server.fail(0, 'unauthorized');
    expect(await failureOf(app.start(source, { tips: [], acts: null }))).toMatchObject({
      code: 'repository-unreachable',
    });
    server.fail(0, 'rate-limit');
    expect(await failureOf(app.start(source, { tips: [], acts: null }))).toBeInstanceOf(ComeBackLater);
  });
});
