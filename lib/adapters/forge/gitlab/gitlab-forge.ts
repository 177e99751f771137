// Commits, issues and releases of a GitLab project (gitlab.com and self-managed), by REST v4.
import * as z from 'zod';
import type { Forge, ForgeStart } from '../../../ports/forge.ts';
import type { ForgeOptions } from '../forge-options.ts';
import { jobPages } from '../job-pages.ts';
import { readLicenceFiles } from '../licence-walk.ts';
import { repositoryPath } from '../repository-path.ts';
import { branchesMoved, heads } from '../rest-branches.ts';
import { hasMore, restClient } from '../rest-client.ts';
import { actsSince, isTimeForActs, type RestKnown, readRestKnown } from '../rest-known.ts';
import { type GitlabJob, job, performGitlabJob } from './gitlab-jobs.ts';
import { gitlabLicences } from './gitlab-licences.ts';
import { branches, mergeBase, project } from './gitlab-shapes.ts';

/**
 * Requests of one run: one where nothing is new (up to 100 branches); else two, one for each hundred commits of the default branch, one for
 * each other branch that moved, one for each merge request that changed and whose commits are not the default branch's own, and one each for
 * merge requests, issues and releases.
 * @param options `credentials` a token: personal, of a project or of a group, with the scope `read_api`
 */
export function gitlabForge(options: ForgeOptions): Forge {
  const { host, credentials, now } = options;
  if (credentials !== null && credentials.kind !== 'token') throw new Error('GitLab takes a token, no GitHub App');
  const client = restClient(options, credentials === null ? {} : { 'private-token': credentials.token });
  const named = (url: string): string =>
    `/projects/${encodeURIComponent(repositoryPath(url, options, 'two-and-more').join('/'))}`;

  async function branchesOf(url: string, path: string): Promise<z.infer<typeof branches>> {
    const all: z.infer<typeof branches> = [];
    for (let page = 1; ; page += 1) {
      const seen = (await client.get(url, `${path}/repository/branches`, { per_page: 100, page }, branches))!;
      all.push(...seen.data);
      if (!hasMore(seen, 100)) return all;
    }
  }

  /** UNVERIFIED: that an id which is gone is answered by 400 or 404. */
  async function reaches(url: string, path: string, tip: string, old: string): Promise<boolean> {
    const to = `${path}/repository/merge_base?refs[]=${old}&refs[]=${tip}`;
    const seen = await client.get(url, to, {}, mergeBase.nullable(), [400, 404]);
    return seen?.data?.id === old;
  }

  /** 403: the project has turned them off. */
  async function isHeldByRequest(url: string, path: string, old: string): Promise<boolean> {
    const to = `${path}/repository/commits/${old}/merge_requests`;
    const seen = await client.get(url, to, {}, z.array(z.unknown()), [403, 404]);
    return (seen?.data.length ?? 0) > 0;
  }

  async function start(url: string, known: Parameters<Forge['start']>[1]): Promise<ForgeStart> {
    const before = readRestKnown(known.acts);
    const repository = before?.repository ?? (await client.get(url, named(url), {}, project))!.data.id;
    const path = `/projects/${repository}`;
    const seen = await branchesOf(url, path);
    const tips = Object.fromEntries(seen.map(({ name, commit }) => [`${heads}${name}`, commit.id]));
    const main = seen.find((branch) => branch.default)?.name ?? before?.main ?? 'main';
    const mainTip = tips[`${heads}${main}`];
    const held = new Set(known.tips);

    const { lostTips, isRewritten, walks } = await branchesMoved({
      ...{ before, held, tips, main },
      reaches: (tip, old) => reaches(url, path, tip, old),
      isHeldByRequest: (old) => isHeldByRequest(url, path, old),
    });
    const isMoved = lostTips.length > 0 || Object.values(tips).some((sha) => !held.has(sha));

    const from = { page: 1, first: null, mergeRequest: null };
    const jobs: GitlabJob[] = walks.map((walk) => ({ kind: 'commits', ...walk, ...from }));
    const readActs = isTimeForActs(before, isMoved, now());
    if (readActs) {
      const since = actsSince(before);
      // Their commits are part of the history that is walked again.
      if (mainTip !== undefined)
        jobs.push({ kind: 'requests', page: 1, since: isRewritten ? null : since, main, mainTip });
      jobs.push({ kind: 'issues', page: 1, since }, { kind: 'releases', page: 1, since });
    }
    const acts: RestKnown = { repository, main, tips, readAtMs: readActs ? now() : before!.readAtMs };
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
    pages: ({ url }, { acts }, from) => {
      const id = readRestKnown(acts)?.repository;
      const path = id === undefined ? named(url) : `/projects/${id}`;
      return jobPages(z.array(job).parse(from), (todo) => performGitlabJob(client, { url, host, path }, todo));
    },
    licences: ({ url }, { tip, folder, known }) =>
      readLicenceFiles(gitlabLicences(client, { url, path: named(url), folder }), { tip, known }),
  };
}
