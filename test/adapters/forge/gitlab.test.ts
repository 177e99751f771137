// GitLab's adapter against its documented shape and a real repository, and what only GitLab does.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gitlabForge } from '../../../lib/adapters/forge/gitlab/gitlab-forge.ts';
import type { Forge } from '../../../lib/ports/forge.ts';
import { describeWithShared } from '../../shared.ts';
import { failureOf, keepsTheContract, marker, readsCommitsWhereTheRestIsTurnedOff } from './forge-contract.ts';
import { type ForgeServer, forgeServer } from './forge-server/forge-server.ts';
import { gitlabCommit } from './forge-server/gitlab-api.ts';
import { makeProject } from './forge-server/made-project.ts';
import { commitsOf, type ServedProject } from './forge-server/served-repository.ts';
import { temporaryFolder } from './git-history.ts';
import { knownAfter, now, pull, source } from './pulling.ts';
import { asTruth, truthOf } from './truth.ts';

const make = (server: ForgeServer, atMs: () => number = () => now): Forge =>
  gitlabForge({
    ...{ host: 'forge.test', apiBase: 'https://forge.test/api/v4', now: atMs, fetch: server.fetch },
    credentials: { kind: 'token', token: marker },
  });

keepsTheContract({
  kind: 'gitlab',
  straight: 130,
  make,
  allowed: ({ onMain, branches, pulls }) => 2 + Math.max(1, Math.ceil(onMain / 100)) + branches + pulls + 3,
});

describe('GitLab alone', () => {
  const folder = temporaryFolder();
  let project: ServedProject;
  let server: ForgeServer;
  const forge = (): Forge => make(server);
  beforeAll(() => {
    project = makeProject(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    server = await forgeServer('gitlab', project);
  });
  afterEach(() => server.close());

  it('refuses pages that repeat instead of missing the rest', async () => {
    const start = await forge().start(source, { tips: [], acts: null });
    server.fail(1, 'repeated-page');
    const failure = await failureOf(
      (async () => {
        for await (const _ of forge().pages(source, start, start.first!));
      })(),
    );
    expect(failure).toMatchObject({ code: 'repository-unreachable' });
    expect(failure.message).toContain('the same page of commits');
  });

  it('walks the graph where a range of revisions is not accepted', async () => {
    const start = await forge().start(source, { tips: [], acts: null });
    const ranges = (start.first as { kind: string; without?: string | null }[]).findIndex(
      ({ without }) => without != null,
    );
    expect(ranges).toBeGreaterThan(-1);
    // The first range comes after the pages of the default branch.
    server.fail(3, 'other-error');
    const commits = [];
    for await (const page of forge().pages(source, start, start.first!)) commits.push(...page.commits);
    expect(server.asked.some(({ url }) => url.searchParams.get('ref_name')?.includes('..') === false)).toBe(true);
    expect(asTruth(commits)).toEqual(truthOf(folder));
    expect(
      server.asked.filter(({ url }) => /^[0-9a-f]{40}$/.test(url.searchParams.get('ref_name') ?? '')).length,
    ).toBeGreaterThan(3);
  });

  it('follows a move within its host, and not away from it', async () => {
    const start = async () =>
      forge().start({ repository: 'r', url: 'https://forge.test/commons/library.git' }, { tips: [], acts: null });
    server.fail(0, 'moved');
    expect((await start()).defaultBranch).toBe('main');
    server.fail(0, 'moved-away');
    expect(await failureOf(start())).toMatchObject({ code: 'repository-unreachable' });
    expect(server.asked.every(({ headers }) => headers['private-token'] === marker)).toBe(true);
  });

  it('asks for issues and releases again after a day without commits', async () => {
    const known = knownAfter(await pull(forge));
    const aDayLater = () => make(server, () => now + 25 * 3_600_000);
    const asked = server.asked.length;
    const { start } = await pull(aDayLater, known);
    expect(server.asked.slice(asked).map(({ url }) => url.pathname.split('/').at(-1))).toEqual([
      'branches',
      'merge_requests',
      'issues',
      'releases',
    ]);
    expect(
      (
        await make(server, () => now + 26 * 3_600_000).start(source, {
          tips: Object.values(start.tips),
          acts: start.acts,
        })
      ).first,
    ).toBeNull();
  });

  it('reads the commits of a project that has turned off merge requests, issues and releases', async () => {
    await readsCommitsWhereTheRestIsTurnedOff(folder, server, forge);
  });

  it('misses no merge request while others change', async () => {
    const head = 'refs/pull/3/head';
    const merged = { ...{ head, base: 'main', isSquash: false, reviews: [] }, mergeCommit: 'f'.repeat(40) };
    const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
    const many = Array.from({ length: 130 }, (_, i) => ({
      ...{ ...merged, number: i + 1, updatedAt: at(i) },
      // The one that would take the last place of the first page, oldest first.
      ...(i === 100 ? { state: 'open' as const, mergeCommit: null } : { state: 'merged' as const }),
    }));
    server.state.project = { ...project, pulls: many };
    const start = await forge().start(source, { tips: [], acts: null });
    const given: (number | null)[] = [];
    for await (const { commits } of forge().pages(source, start, start.first!)) {
      given.push(...commits.map(({ pullRequest }) => pullRequest));
      if (!server.asked.at(-1)!.url.pathname.endsWith('/merge_requests')) continue;
      const changed = many.map((one) => (one.number === 5 ? { ...one, updatedAt: at(500) } : one));
      server.state.project = { ...project, pulls: changed };
    }
    expect(given).toContain(101);
  });

  it('takes no GitHub App', () => {
    const credentials = { kind: 'github-app' as const, appId: '1', installationId: '1', privateKeyPem: '' };
    expect(() => gitlabForge({ host: 'h', apiBase: 'https://h/api/v4', now: () => now, credentials })).toThrow('token');
  });
});

describeWithShared('what the pretended GitLab answers', 'forge-schemas', (shared) => {
  it('has the documented shape, and a commit without parents has not', () => {
    const folder = temporaryFolder();
    makeProject(folder, 10);
    const schema = JSON.parse(readFileSync(join(shared, 'forge-schemas', 'gitlab-commit.schema.json'), 'utf8'));
    const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
    const validate = new Ajv2020({ formats: { 'date-time': rfc3339 } }).compile(schema);
    const served = commitsOf(folder, ['--all']).map(gitlabCommit);
    expect(served.filter((one) => !validate(one))).toEqual([]);
    const { parent_ids: _, ...without } = served[0]!;
    expect(validate(without)).toBe(false);
    rmSync(folder, { recursive: true, force: true });
  });
});
