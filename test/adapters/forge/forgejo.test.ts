// Forgejo's and Gitea's adapter against their swagger and a real repository, and what only they do.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgejoForge } from '../../../lib/adapters/forge/forgejo/forgejo-forge.ts';
import type { Forge } from '../../../lib/ports/forge.ts';
import { describeWithShared } from '../../shared.ts';
import { failureOf, keepsTheContract, marker, readsCommitsWhereTheRestIsTurnedOff } from './forge-contract.ts';
import { type ForgeServer, forgeServer } from './forge-server/forge-server.ts';
import { makeProject } from './forge-server/made-project.ts';
import type { ServedProject } from './forge-server/served-repository.ts';
import { temporaryFolder } from './git-history.ts';
import { now, pull, source } from './pulling.ts';

const make = (server: ForgeServer, atMs: () => number = () => now): Forge =>
  forgejoForge({
    ...{ host: 'forge.test', apiBase: 'https://forge.test/api/v1', now: atMs, fetch: server.fetch },
    credentials: { kind: 'token', token: marker },
  });

keepsTheContract({
  kind: 'forgejo',
  straight: 80,
  make,
  allowed: ({ onMain, branches, pulls }) => 2 + Math.max(1, Math.ceil(onMain / 50)) + branches + 2 * pulls + 3,
});

describe('Forgejo alone', () => {
  const folder = temporaryFolder();
  let project: ServedProject;
  let server: ForgeServer;
  const forge = (): Forge => make(server);
  beforeAll(() => {
    project = makeProject(folder, 120);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    server = await forgeServer('forgejo', project);
  });
  afterEach(() => server.close());

  it('names the account of an author, and counts only bare lines', async () => {
    const { commits, acts } = await pull(forge);
    const squashed = commits.find(({ subject }) => subject.startsWith('Squashed'))!;
    expect(squashed.authorAccount).toEqual({ id: '12', login: 'bao' });
    expect(squashed.changedLines).toBeGreaterThan(0);
    expect(commits.find(({ parents }) => parents.length === 2)!.changedLines).toBeNull();
    expect(acts.filter(({ kind }) => kind === 'review')).toHaveLength(24);
  });

  it('asks for neither files nor signatures, fifty commits at a time', async () => {
    await pull(forge);
    const first = server.asked.find(({ url }) => url.pathname.endsWith('/commits'))!.url.searchParams;
    expect(Object.fromEntries(first)).toMatchObject({
      stat: 'true',
      verification: 'false',
      files: 'false',
      limit: '50',
    });
  });

  it('reads the commits of a repository that has turned off pull requests, issues and releases', async () => {
    await readsCommitsWhereTheRestIsTurnedOff(folder, server, forge);
  });

  it('refuses pages that repeat instead of missing the rest', async () => {
    const start = await forge().start(source, { tips: [], acts: null });
    server.fail(1, 'repeated-page');
    const failure = await failureOf(
      (async () => {
        for await (const _ of forge().pages(source, start, start.first!));
      })(),
    );
    expect(failure.message).toContain('the same page of commits');
  });
});

describeWithShared('what the pretended Forgejo answers', 'forge-schemas', (shared) => {
  const definitions: Readonly<Record<string, string>> = {
    '': 'Repository',
    '/branches': 'Branch',
    '/commits': 'Commit',
    '/pulls': 'PullRequest',
    '/pulls/3/reviews': 'PullReview',
    '/issues': 'Issue',
    '/releases': 'Release',
  };
  const packed = readFileSync(join(shared, 'forge-schemas', 'forgejo-swagger-v1-2024-10.json.gz'));
  const swagger = JSON.parse(gunzipSync(packed).toString());

  /** The swagger names properties and requires none: that an answer holds no others is asked for here. */
  const closed = JSON.parse(JSON.stringify(swagger.definitions), (_key, value) =>
    value?.type === 'object' && value.properties !== undefined ? { ...value, additionalProperties: false } : value,
  );
  // Forgejo sends null where its swagger knows an object only.
  const nullable = JSON.parse(JSON.stringify(closed), (_key, value) =>
    typeof value?.$ref === 'string' ? { anyOf: [{ $ref: value.$ref }, { type: 'null' }] } : value,
  );
  const ajv = new Ajv({
    strict: false,
    formats: { 'date-time': true, int64: true, email: true, uri: true, double: true, uint8: true },
  });
  ajv.addSchema({ $id: 'forgejo', definitions: nullable });

  it.each(Object.entries(definitions))('%s is a %s', async (path, definition) => {
    const folder = temporaryFolder();
    const server = await forgeServer('forgejo', makeProject(folder, 10));
    const answer = await (await server.fetch(`https://forge.test/api/v1/repos/commons/library${path}`)).json();
    const validate = ajv.getSchema(`forgejo#/definitions/${definition}`)!;
    for (const one of Array.isArray(answer) ? answer : [answer]) {
      expect([validate(one), validate.errors]).toEqual([true, null]);
      expect(validate({ ...one, unheard_of: 1 })).toBe(false);
    }
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is asked only what its swagger knows', async () => {
    const folder = temporaryFolder();
    const server = await forgeServer('forgejo', makeProject(folder, 60));
    await pull(() => make(server));
    for (const { url } of server.asked) {
      const rest = url.pathname.replace('/api/v1/repos/commons/library', '').replace(/\/pulls\/\d+/, '/pulls/{index}');
      const documented = swagger.paths[`/repos/{owner}/{repo}${rest}`]?.get.parameters.map(
        ({ name }: { name: string }) => name,
      );
      expect(documented).toEqual(expect.arrayContaining([...url.searchParams.keys()]));
    }
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
