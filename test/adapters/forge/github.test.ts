// GitHub's adapter against its published schema and a real repository: the same commits as git, few requests, every failure told apart.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { githubForge } from '../../../lib/adapters/forge/github/github-forge.ts';
import type { PagedForge } from '../../../lib/ports.ts';
import { type ForgeServer, forgeServer } from './forge-server/forge-server.ts';
import { grow, makeProject } from './forge-server/made-project.ts';
import { temporaryFolder } from './git-history.ts';
import { knownAfter, now, pull } from './pulling.ts';
import { asTruth, truthOf } from './truth.ts';

const token = 'ghp_marker-that-nobody-may-see';
const folder = temporaryFolder();
let server: ForgeServer;
const forge = (): PagedForge =>
  githubForge({
    ...{ host: 'forge.test', apiBase: 'https://forge.test/api/v3', now: () => now, fetch: server.fetch },
    credentials: { kind: 'token', token },
  });
beforeAll(async () => {
  server = await forgeServer('github', makeProject(folder));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('first', async () => {
  const pulled = await pull(forge);
  console.log(server.asked.length, pulled.commits.length, pulled.acts.length);
  expect(asTruth(pulled.commits)).toEqual(truthOf(folder));
  const again = await pull(forge, knownAfter(pulled));
  console.log(server.asked.length, again.start.first);
  server.state.project = grow(server.state.project);
  const third = await pull(forge, knownAfter(again));
  console.log(server.asked.length, third.commits.length, third.acts.length, third.start.lostTips);
  expect(asTruth([...pulled.commits, ...third.commits])).toEqual(truthOf(folder));
});
