// The requests of a walk over a GitLab project, each of them written so that any process can make it and knows what comes after.
import * as z from 'zod';
import { type ForgeAct, type ForgeCommit, StartGone } from '../../../ports/forge.ts';
import { commitId } from '../commit-id.ts';
import { repeatedPage } from '../forge-refusals.ts';
import { walkFrom, walkPage } from '../history-walk.ts';
import type { Performed } from '../job-pages.ts';
import { hasMore, type RestClient } from '../rest-client.ts';
import { commit, issue, mergeRequest, release, toCommit, toIssue, toRelease } from './gitlab-shapes.ts';

const page = z.int().min(1);
const since = z.string().nullable();
const commitsJob = z.object({
  kind: z.literal('commits'),
  tip: commitId,
  /** What this reaches is left out. */
  without: commitId.nullable(),
  page,
  /** The first id of the page before. */
  first: commitId.nullable(),
  onDefaultBranch: z.boolean(),
  mergeRequest: z.int().nullable(),
});
const walkJob = z.object({
  kind: z.literal('walk'),
  tip: commitId,
  page,
  first: commitId.nullable(),
  onDefaultBranch: z.boolean(),
  mergeRequest: z.int().nullable(),
  walk: z.object({
    left: z.null(),
    fresh: z.array(commitId).readonly(),
    old: z.array(commitId).readonly(),
    early: z.array(commitId).readonly(),
  }),
});
const requestsJob = z.object({ kind: z.literal('requests'), page, since, main: z.string(), mainTip: commitId });
const issuesJob = z.object({ kind: z.literal('issues'), page, since });
const releasesJob = z.object({ kind: z.literal('releases'), page, since });

export const job = z.discriminatedUnion('kind', [commitsJob, walkJob, requestsJob, issuesJob, releasesJob]);
export type GitlabJob = z.infer<typeof job>;

/** Above 100 GitLab answered inconsistently (gitlab-org/gitlab#239165). */
const perPage = 100;

export interface GitlabProject {
  readonly url: string;
  readonly host: string;
  /** Numeric, so that a new name changes nothing in the middle of a walk. */
  readonly path: string;
}

/** What a project has turned off (its merge requests, say) GitLab refuses to whoever reads the rest: there is none of it. */
const turnedOff = [403, 404];
const nothing: Performed<GitlabJob> = { commits: [], acts: [], after: [] };

const acts = (list: readonly (ForgeAct | null)[]): ForgeAct[] => list.filter((act) => act !== null);

/** @throws ComeBackLater, Refusal; StartGone where a frozen tip is not there any more */
export async function performGitlabJob(
  client: RestClient,
  project: GitlabProject,
  todo: GitlabJob,
): Promise<Performed<GitlabJob>> {
  const { url, path } = project;
  switch (todo.kind) {
    case 'commits':
    case 'walk':
      return commitsPage(client, project, todo);
    case 'requests': {
      const seen = await client.get(
        url,
        `${path}/merge_requests`,
        {
          scope: 'all',
          state: 'all',
          order_by: 'updated_at',
          // Newest first: one that changes meanwhile moves to the front, where the next run finds it, and pushes none past us.
          sort: 'desc',
          per_page: perPage,
          page: todo.page,
          ...(todo.since === null ? {} : { updated_after: todo.since }),
        },
        z.array(mergeRequest),
        turnedOff,
      );
      if (seen === null) return nothing;
      return {
        commits: [],
        acts: [],
        after: [
          ...seen.data.flatMap((one) => ownCommits(one, todo)),
          ...(hasMore(seen, perPage) ? [{ ...todo, page: todo.page + 1 }] : []),
        ],
      };
    }
    case 'issues': {
      const seen = await client.get(
        url,
        `${path}/issues`,
        {
          scope: 'all',
          order_by: 'created_at',
          sort: 'asc',
          per_page: perPage,
          page: todo.page,
          ...(todo.since === null ? {} : { created_after: todo.since }),
        },
        z.array(issue),
        turnedOff,
      );
      if (seen === null) return nothing;
      const after = hasMore(seen, perPage) ? [{ ...todo, page: todo.page + 1 }] : [];
      return { commits: [], acts: acts(seen.data.map(toIssue)), after };
    }
    case 'releases': {
      const query = { order_by: 'released_at', sort: 'desc', per_page: perPage, page: todo.page };
      const seen = await client.get(url, `${path}/releases`, query, z.array(release), turnedOff);
      if (seen === null) return nothing;
      const from = todo.since === null ? Number.NEGATIVE_INFINITY : Date.parse(todo.since);
      const fresh = seen.data.filter((one) => Date.parse(one.released_at ?? one.created_at) >= from);
      const goesOn = fresh.length === seen.data.length && hasMore(seen, perPage);
      const after = goesOn ? [{ ...todo, page: todo.page + 1 }] : [];
      return { commits: [], acts: acts(fresh.map(toRelease)), after };
    }
  }
}

/**
 * A merge request's own commits: what its head reaches and the default branch does not. `GET merge_requests/:iid/commits` would tell them
 * without offsets and parents. After a merge that was no squash they are the default branch's own, and nothing is asked.
 */
function ownCommits(
  { iid, sha, state, target_branch, squash_commit_sha }: z.infer<typeof mergeRequest>,
  { main, mainTip }: { readonly main: string; readonly mainTip: string },
): GitlabJob[] {
  const isInHistory = state === 'merged' && target_branch === main && squash_commit_sha == null;
  if (sha === null || isInHistory) return [];
  const from = { page: 1, first: null, onDefaultBranch: false, mergeRequest: iid };
  return [{ kind: 'commits', tip: sha, without: mainTip, ...from }];
}

async function commitsPage(
  client: RestClient,
  { url, host, path }: GitlabProject,
  todo: Extract<GitlabJob, { kind: 'commits' | 'walk' }>,
): Promise<Performed<GitlabJob>> {
  const { tip, onDefaultBranch, mergeRequest } = todo;
  const without = todo.kind === 'commits' ? todo.without : null;
  const query = {
    ref_name: without === null ? tip : `${without}..${tip}`,
    with_stats: true,
    per_page: perPage,
    page: todo.page,
  };
  const seen = await client.get(url, `${path}/repository/commits`, query, z.array(commit), [400, 404]);
  if (seen === null) {
    // A range is documented, and was refused for a while (gitlab-org/gitlab#352515): then the graph tells where to stop.
    if (without !== null) {
      const walk = { ...walkFrom(tip, [without], null), left: null };
      return {
        commits: [],
        acts: [],
        after: [{ kind: 'walk', tip, page: 1, first: null, onDefaultBranch, mergeRequest, walk }],
      };
    }
    // The head of a merge request whose commits are gone shows nothing; a tip of a branch that is gone makes the run begin anew.
    if (mergeRequest !== null) return nothing;
    throw new StartGone('the tip of a branch is there no more');
  }
  const first = seen.data[0]?.id ?? null;
  if (first !== null && first === todo.first) throw repeatedPage(url, host);
  const goesOn = hasMore(seen, perPage);
  const given = (one: z.infer<typeof commit>): ForgeCommit => toCommit(one, { onDefaultBranch, mergeRequest });
  if (todo.kind === 'commits') {
    const after = goesOn ? [{ ...todo, page: todo.page + 1, first }] : [];
    return { commits: seen.data.map(given), acts: [], after };
  }
  const walked = walkPage(
    todo.walk,
    seen.data.map(({ id, parent_ids }) => ({ sha: id, parents: parent_ids })),
    new Map(),
  );
  const walk = { ...walked.state, left: null };
  return {
    commits: seen.data.filter(({ id }) => walked.given.has(id)).map(given),
    acts: [],
    after: goesOn && !walked.done ? [{ ...todo, page: todo.page + 1, first, walk }] : [],
  };
}
