// Commits, reviews, issues and releases of a Forgejo or Gitea repository (Codeberg among them), by REST v1.
import * as z from 'zod';
import type { Forge, ForgeStart } from '../../../ports/forge.ts';
import type { ForgeOptions } from '../forge-options.ts';
import { anotherRepository } from '../forge-refusals.ts';
import { jobPages } from '../job-pages.ts';
import { readLicenceFiles } from '../licence-walk.ts';
import { repositoryPath } from '../repository-path.ts';
import { branchesMoved, heads } from '../rest-branches.ts';
import { hasMore, restClient } from '../rest-client.ts';
import { actsSince, isTimeForActs, type RestKnown, readRestKnown } from '../rest-known.ts';
import { type ForgejoJob, job, performForgejoJob, perPage } from './forgejo-jobs.ts';
import { forgejoLicences } from './forgejo-licences.ts';
import { branches, repository } from './forgejo-shapes.ts';

/**
 * Requests of one run: one where nothing is new (up to 50 branches); else two or three, one for each fifty commits of the default branch (the server's
 * most), one for each other branch that moved, two for each pull request that changed (its commits, its reviews), and one each for pull
 * requests, issues and releases.
 */
export function forgejoForge(options: ForgeOptions): Forge {
  const { host, credentials, now } = options;
  if (credentials !== null && credentials.kind !== 'token') throw new Error('Forgejo takes a token, no GitHub App');
  const client = restClient(options, credentials === null ? {} : { authorization: `token ${credentials.token}` });
  const pathOf = (url: string): string =>
    `/repos/${repositoryPath(url, options, 'two').map(encodeURIComponent).join('/')}`;

  async function branchesOf(url: string): Promise<z.infer<typeof branches>> {
    const all: z.infer<typeof branches> = [];
    for (let page = 1; ; page += 1) {
      const seen = (await client.get(url, `${pathOf(url)}/branches`, { limit: perPage, page }, branches))!;
      all.push(...seen.data);
      if (!hasMore(seen, perPage)) return all;
    }
  }

  async function reaches(url: string, tip: string, old: string): Promise<boolean> {
    const query = { sha: old, not: tip, limit: 1, page: 1, stat: false, verification: false, files: false };
    const seen = await client.get(url, `${pathOf(url)}/commits`, query, z.array(z.unknown()), [404, 409]);
    return seen !== null && seen.data.length === 0;
  }

  async function isHeldByRequest(url: string, old: string): Promise<boolean> {
    const seen = await client.get(url, `${pathOf(url)}/commits/${old}/pull`, {}, z.unknown(), [404]);
    return seen !== null;
  }

  async function start(url: string, known: Parameters<Forge['start']>[1]): Promise<ForgeStart> {
    const before = readRestKnown(known.acts);
    const askRepository = async () => (await client.get(url, pathOf(url), {}, repository))!.data;
    const first = before === null ? await askRepository() : null;
    const tips = Object.fromEntries((await branchesOf(url)).map(({ name, commit }) => [`${heads}${name}`, commit.id]));
    const standing = new Set(Object.values(tips));
    const held = new Set(known.tips);
    const isUntouched = before !== null && standing.size === held.size && [...standing].every((sha) => held.has(sha));
    // The list of branches does not tell which is the default one: asked at first, once a day, and where that branch is gone.
    const isDue = before === null || isTimeForActs(before, false, now()) || !(`${heads}${before.main}` in tips);
    const today = first ?? (isDue && !isUntouched ? await askRepository() : null);
    const mustBeSame = (id: number): void => {
      if (before !== null && id !== before.repository) throw anotherRepository(url);
    };
    if (today !== null) mustBeSame(today.id);
    const main = today?.default_branch ?? before!.main;
    const mainTip = tips[`${heads}${main}`];

    const { lostTips, isRewritten, walks } = await branchesMoved({
      ...{ before, held, tips, main },
      reaches: (tip, old) => reaches(url, tip, old),
      isHeldByRequest: (old) => isHeldByRequest(url, old),
    });
    // Or another repository has the name now.
    if (lostTips.length > 0 && today === null) mustBeSame((await askRepository()).id);

    const from = { page: 1, first: null, pullRequest: null };
    const jobs: ForgejoJob[] = walks.map((walk) => ({ kind: 'commits', ...walk, ...from }));
    const readActs = isTimeForActs(before, !isUntouched, now());
    if (readActs) {
      const since = actsSince(before);
      // Their commits are part of the history that is walked again.
      if (mainTip !== undefined) jobs.push({ kind: 'pulls', page: 1, since: isRewritten ? null : since, mainTip });
      jobs.push({ kind: 'issues', page: 1, since }, { kind: 'releases', page: 1, since });
    }
    const acts: RestKnown = {
      repository: today?.id ?? before!.repository,
      main,
      tips,
      readAtMs: readActs ? now() : before!.readAtMs,
    };
    return {
      tips,
      defaultBranch: main,
      lostTips,
      first: jobs.length === 0 ? null : jobs,
      acts,
      bytesTransferred: null,
    };
  }

  return {
    start: ({ url }, known) => start(url, known),
    pages: ({ url }, _start, from) => {
      const where = { url, host, path: pathOf(url) };
      return jobPages(z.array(job).parse(from), (todo) => performForgejoJob(client, where, todo));
    },
    licences: ({ url }, { tip, folder, known }) =>
      readLicenceFiles(forgejoLicences(client, { url, path: pathOf(url), folder }), { tip, known }),
  };
}
