// The requests of a walk over a Forgejo or Gitea repository, each of them written so that any process can make it and knows what comes after.
import * as z from 'zod';
import { type ForgeAct, StartGone } from '../../../ports/forge.ts';
import { commitId } from '../commit-id.ts';
import { repeatedPage } from '../forge-refusals.ts';
import type { Performed } from '../job-pages.ts';
import { hasMore, type RestClient } from '../rest-client.ts';
import { commit, issue, pull, release, review, toCommit, toIssue, toRelease, toReview } from './forgejo-shapes.ts';

const page = z.int().min(1);
const since = z.string().nullable();
export const job = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('commits'),
    tip: commitId,
    /** What this reaches is left out. */
    without: commitId.nullable(),
    page,
    /** The first id of the page before. */
    first: commitId.nullable(),
    onDefaultBranch: z.boolean(),
    pullRequest: z.int().nullable(),
  }),
  z.object({ kind: z.literal('pulls'), page, since, mainTip: commitId }),
  z.object({ kind: z.literal('reviews'), page, number: z.int() }),
  z.object({ kind: z.literal('issues'), page, since }),
  z.object({ kind: z.literal('releases'), page, since }),
]);
export type ForgejoJob = z.infer<typeof job>;

/** The most that the server gives at once, unless its operator changed it (modules/setting/api.go). */
export const perPage = 50;

export interface ForgejoRepository {
  readonly url: string;
  readonly host: string;
  /** `/repos/owner/name` */
  readonly path: string;
}

const nothing: Performed<ForgejoJob> = { commits: [], acts: [], after: [] };
const acts = (list: readonly (ForgeAct | null)[]): ForgeAct[] => list.filter((act) => act !== null);
const beginsAt = (from: string | null): number => (from === null ? Number.NEGATIVE_INFINITY : Date.parse(from));

/** @throws ComeBackLater, Refusal; StartGone where a frozen tip is not there any more */
export async function performForgejoJob(
  client: RestClient,
  { url, host, path }: ForgejoRepository,
  todo: ForgejoJob,
): Promise<Performed<ForgejoJob>> {
  const next = { ...todo, page: todo.page + 1 };
  const paged = { limit: perPage, page: todo.page };
  switch (todo.kind) {
    case 'commits': {
      const { tip, without, first, onDefaultBranch, pullRequest } = todo;
      const query = { sha: tip, stat: true, verification: false, files: false, ...paged };
      const excluded = without === null ? {} : { not: without };
      // 409 is a repository without any commit.
      const seen = await client.get(url, `${path}/commits`, { ...query, ...excluded }, z.array(commit), [404, 409]);
      if (seen === null) {
        // The head of a pull request whose commits are gone shows nothing; a tip of a branch that is gone makes the run begin anew.
        if (pullRequest !== null) return nothing;
        throw new StartGone('the tip of a branch is there no more');
      }
      const begins = seen.data[0]?.sha ?? null;
      if (begins !== null && begins === first) throw repeatedPage(url, host);
      return {
        commits: seen.data.map((one) => toCommit(one, { onDefaultBranch, pullRequest })),
        acts: [],
        after: hasMore(seen, perPage) ? [{ ...todo, page: todo.page + 1, first: begins }] : [],
      };
    }
    case 'pulls': {
      const query = { state: 'all', sort: 'recentupdate', ...paged };
      // 404: the repository has turned them off (routers/api/v1/api.go, mustAllowPulls), as a mirror does.
      const seen = await client.get(url, `${path}/pulls`, query, z.array(pull), [404]);
      if (seen === null) return nothing;
      const changed = seen.data.filter((one) => Date.parse(one.updated_at) >= beginsAt(todo.since));
      const goesOn = changed.length === seen.data.length && hasMore(seen, perPage);
      return {
        commits: [],
        acts: [],
        after: [
          ...changed.flatMap(({ number, head }): ForgejoJob[] => [
            // Its own commits: what its head reaches and the default branch does not. None after a merge that was no squash.
            ...(commitId.safeParse(head.sha).success
              ? [
                  {
                    kind: 'commits' as const,
                    tip: head.sha,
                    without: todo.mainTip,
                    page: 1,
                    first: null,
                    onDefaultBranch: false,
                    pullRequest: number,
                  },
                ]
              : []),
            { kind: 'reviews', page: 1, number },
          ]),
          ...(goesOn ? [next] : []),
        ],
      };
    }
    case 'reviews': {
      const seen = (await client.get(url, `${path}/pulls/${todo.number}/reviews`, paged, z.array(review)))!;
      const found = acts(seen.data.map((one) => toReview(one, todo.number)));
      return { commits: [], acts: found, after: hasMore(seen, perPage) ? [next] : [] };
    }
    case 'issues': {
      const query = { type: 'issues', state: 'all', ...paged, ...(todo.since === null ? {} : { since: todo.since }) };
      // 404: turned off, or kept elsewhere (mustEnableIssuesOrPulls). A token without the scope for issues is a 403, and is told.
      const seen = await client.get(url, `${path}/issues`, query, z.array(issue), [404]);
      if (seen === null) return nothing;
      return { commits: [], acts: acts(seen.data.map(toIssue)), after: hasMore(seen, perPage) ? [next] : [] };
    }
    case 'releases': {
      // 403: turned off (reqRepoReader): whoever may read branches may read releases.
      const seen = await client.get(url, `${path}/releases`, paged, z.array(release), [403, 404]);
      if (seen === null) return nothing;
      const fresh = seen.data.filter((one) => Date.parse(one.published_at ?? one.created_at) >= beginsAt(todo.since));
      const goesOn = fresh.length === seen.data.length && hasMore(seen, perPage);
      return { commits: [], acts: acts(fresh.map(toRelease)), after: goesOn ? [next] : [] };
    }
  }
}
