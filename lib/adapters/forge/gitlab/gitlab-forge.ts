// Commits, issues and releases of a GitLab project (gitlab.com and self-managed), by REST v4.
import * as z from 'zod';
import type { Forge, ForgeStart } from '../../../ports.ts';
import { commitId } from '../commit-id.ts';
import type { ForgeOptions } from '../forge-options.ts';
import { jobPages } from '../job-pages.ts';
import { repositoryPath } from '../repository-path.ts';
import { hasMore, restClient } from '../rest-client.ts';
import { actsSince, isTimeForActs, type RestKnown, readRestKnown } from '../rest-known.ts';
import { type GitlabJob, job, performGitlabJob } from './gitlab-jobs.ts';
import { branches, mergeBase, project } from './gitlab-shapes.ts';

const heads = 'refs/heads/';

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

  /** Whether a tip of today has an old one among its ancestors. UNVERIFIED: that an id which is gone is answered by 400 or 404. */
  async function reaches(url: string, path: string, tip: string, old: string): Promise<boolean> {
    const to = `${path}/repository/merge_base?refs[]=${old}&refs[]=${tip}`;
    const seen = await client.get(url, to, {}, mergeBase.nullable(), [400, 404]);
    return seen?.data?.id === old;
  }

  /** A merge request keeps its commits after its branch is deleted. 403: the project has turned them off. */
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
    const today = new Set(Object.values(tips));
    const held = new Set(known.tips);

    const refOf = new Map(Object.entries(before?.tips ?? {}).map(([ref, sha]) => [sha, ref]));
    const lostTips: string[] = [];
    let walkedFrom: string | null = null;
    // Tips that another adapter kept may be tags and pull requests, by the thousand: they are not asked about, and the default branch is walked whole.
    const vanished = before === null ? [] : [...held].filter((sha) => !today.has(sha)).sort();
    for (const old of vanished) {
      const ref = refOf.get(old);
      const candidates = [...new Set([ref === undefined ? undefined : tips[ref], mainTip])].filter(
        (tip) => tip !== undefined,
      );
      let reachedBy: string | null = null;
      for (const tip of commitId.safeParse(old).success ? candidates : []) {
        if (reachedBy === null && (await reaches(url, path, tip, old))) reachedBy = tip;
      }
      if (reachedBy === mainTip && ref === `${heads}${main}`) walkedFrom = old;
      if (reachedBy === null && !(candidates.length > 0 && (await isHeldByRequest(url, path, old)))) lostTips.push(old);
    }
    // Of another branch all is told again that the default one has not, so that its old tip needs no walk; the default branch does.
    const knownMain = before?.tips[`${heads}${main}`];
    const isRewritten = knownMain !== undefined && lostTips.includes(knownMain);
    const isMoved = lostTips.length > 0 || [...today].some((sha) => !held.has(sha));

    const jobs: GitlabJob[] = [];
    const from = { page: 1, first: null, mergeRequest: null };
    if (mainTip !== undefined && (isRewritten || !held.has(mainTip))) {
      jobs.push({
        kind: 'commits',
        tip: mainTip,
        without: isRewritten ? null : walkedFrom,
        onDefaultBranch: true,
        ...from,
      });
    }
    for (const tip of today) {
      if (tip === mainTip || (!isRewritten && held.has(tip))) continue;
      jobs.push({ kind: 'commits', tip, without: mainTip ?? null, onDefaultBranch: false, ...from });
    }
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
  };
}
