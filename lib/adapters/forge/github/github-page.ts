// One page of a GitHub repository: the next commits of the default branch, of other branches and of pull requests, and the next acts, in one request.
import * as z from 'zod';
import { type ForgeAct, type ForgeCommit, type ForgePage, StartGone } from '../../../ports/forge.ts';
import { commitId as oid } from '../commit-id.ts';
import { walkPage } from '../history-walk.ts';
import type { GithubClient } from './github-client.ts';
import { type GithubCursor, isAtEnd } from './github-cursor.ts';
import {
  aloneField,
  fragmentsFor,
  historyField,
  issuesField,
  offDefaultField,
  pullsField,
  type Question,
  questionDocument,
  releasesField,
  requestCommitsField,
  requestReviewsField,
} from './github-documents.ts';
import {
  facts,
  full,
  issue,
  pageInfo,
  pageInfoBack,
  release,
  review,
  toCommit,
  toIssue,
  toRelease,
  toReview,
} from './github-shapes.ts';
import type { GithubSource } from './github-start.ts';

const requestCommits = z.object({ pageInfo: pageInfoBack, nodes: z.array(z.object({ commit: facts })) });
const requestReviews = z.object({ pageInfo, nodes: z.array(review) });
const pull = z.object({
  number: z.int(),
  updatedAt: z.string(),
  merged: z.boolean(),
  baseRefName: z.string(),
  headRefOid: oid,
  mergeCommit: z.object({ oid, parents: z.object({ nodes: z.array(z.object({ oid })) }) }).nullable(),
  commits: requestCommits.extend({ totalCount: z.int() }),
  reviews: requestReviews.nullable(),
});
type Pull = z.infer<typeof pull>;

const listOf = <T extends z.ZodType>(of: T) => z.object({ pageInfo, nodes: z.array(of) });
const fixed = z.object({
  history: z.object({ history: listOf(full).optional() }).nullish(),
  pulls: listOf(pull).optional(),
  issues: listOf(issue).optional(),
  releases: listOf(release).optional(),
});
const offDefault = z.object({ commits: listOf(full) });
const alone = z.object({ history: listOf(full).optional() });

/** How many commits of each list fit beside the history in one request: at most `size` in all. */
function portions(lists: readonly { readonly left: number | null }[], size: number): number[] {
  let room = size;
  return lists.map(({ left }) => {
    const portion = Math.min(left ?? room, room);
    room -= portion;
    return portion;
  });
}

/** Which lists a request takes up, and with how many. */
function planOf(cursor: GithubCursor) {
  const requests = portions(cursor.requestCommits, cursor.size);
  const taken = requests.reduce((sum, n) => sum + n, 0);
  return {
    requests,
    branches: portions(cursor.branches, cursor.size - taken),
    reviews: cursor.requestReviews.slice(0, 10),
  };
}
type Plan = ReturnType<typeof planOf>;

function questionOf(cursor: GithubCursor, plan: Plan): Question {
  const { size, history, pulls, issues, releases } = cursor;
  const fields: string[] = [];
  const variables: Record<string, readonly [string, string | number | null]> = {};
  if (history !== null) {
    fields.push(historyField);
    Object.assign(variables, {
      tip: ['GitObjectID!', history.tip],
      size: ['Int!', size],
      after: ['String', history.after],
    });
  }
  const compared = cursor.branches.flatMap(({ tip, after, left }, i) => {
    if (plan.branches[i] === 0) return [];
    if (left === null) {
      fields.push(aloneField(i));
      variables[`bTip${i}`] = ['GitObjectID!', tip];
    } else variables[`bHead${i}`] = ['String!', tip];
    variables[`bSize${i}`] = ['Int!', plan.branches[i]!];
    variables[`bAfter${i}`] = ['String', after];
    return left === null ? [] : [offDefaultField(i)];
  });
  if (compared.length > 0) {
    fields.push(`base: ref(qualifiedName: $main) { ${compared.join('\n')} }`);
    variables.main = ['String!', `refs/heads/${cursor.main}`];
  }
  cursor.requestCommits.forEach(({ number, before }, i) => {
    if (plan.requests[i] === 0) return;
    fields.push(requestCommitsField(i));
    variables[`mNumber${i}`] = ['Int!', number];
    variables[`mSize${i}`] = ['Int!', plan.requests[i]!];
    variables[`mBefore${i}`] = ['String', before];
  });
  plan.reviews.forEach(({ number, after }, i) => {
    fields.push(requestReviewsField(i));
    variables[`vNumber${i}`] = ['Int!', number];
    variables[`vAfter${i}`] = ['String', after];
  });
  if (pulls !== null) {
    fields.push(pullsField);
    variables.pullsSize = ['Int!', Math.ceil(size / 2)];
    variables.pullsAfter = ['String', pulls.after];
  }
  if (issues !== null) {
    fields.push(issuesField);
    variables.issuesAfter = ['String', issues.after];
  }
  if (releases !== null) {
    fields.push(releasesField);
    variables.releasesAfter = ['String', releases.after];
  }
  return { fields, variables };
}

/** A list, newest first, is over where it ends or comes to what was seen before. */
function listAfter<T>(
  at: GithubCursor['pulls'],
  page: { pageInfo: z.infer<typeof pageInfo>; nodes: readonly T[] } | undefined,
  momentOf: (one: T) => string,
): { readonly seen: readonly T[]; readonly next: GithubCursor['pulls'] } {
  if (at === null || page === undefined) return { seen: [], next: null };
  const { until } = at;
  const seen = page.nodes.filter((one) => until === null || momentOf(one) > until);
  const isOver = seen.length < page.nodes.length || !page.pageInfo.hasNextPage;
  return { seen, next: isOver ? null : { after: page.pageInfo.endCursor, until } };
}

/** Merged by a merge or a fast-forward into the default branch: its commits are the history's own. */
const isInHistory = ({ merged, baseRefName, headRefOid, mergeCommit }: Pull, main: string): boolean =>
  merged &&
  baseRefName === main &&
  mergeCommit !== null &&
  (mergeCommit.oid === headRefOid || mergeCommit.parents.nodes.some((parent) => parent.oid === headRefOid));

/**
 * Within one page a commit is given once, as one of the default branch if it is one. Across pages it may come again, for a commit of several
 * branches or pull requests is told with each; and one that came to the default branch by roundabout ways (a request into another branch that
 * was merged later) may come as a pull request's first and as the default branch's later.
 * @throws ComeBackLater, Refusal, TooHeavy; StartGone where a frozen tip or the default branch is not there any more
 */
export async function githubPage(client: GithubClient, source: GithubSource, cursor: GithubCursor): Promise<ForgePage> {
  const plan = planOf(cursor);
  const question = questionOf(cursor, plan);
  const { document, variables } = questionDocument(question, fragmentsFor(question.fields));
  const shape = z.object({ repository: fixed.catchall(z.unknown()).nullable() });
  const { owner, name, url } = source;
  const { repository } = await client.ask(url, document, { owner, name, ...variables }, shape);
  if (repository === null) throw new StartGone('the repository is there no more');

  const commits = new Map<string, ForgeCommit>();
  const acts: (ForgeAct | null)[] = [];
  const add = (commit: ForgeCommit): void => {
    const before = commits.get(commit.sha);
    if (before === undefined || (commit.onDefaultBranch && !before.onDefaultBranch)) commits.set(commit.sha, commit);
  };

  const pulls = listAfter(cursor.pulls, repository.pulls, ({ updatedAt }) => updatedAt);
  // Commits of pull requests that are the default branch's own: the history may stop sooner for having seen them.
  const beside = new Map<string, { readonly commit: z.infer<typeof facts>; readonly number: number }>();
  const isCounted = cursor.history !== null && cursor.history.walk.left !== null;
  const followed = cursor.requestCommits.flatMap((one, i) => {
    if (plan.requests[i] === 0) return [one];
    const { number, left, inHistory } = one;
    const shape = z.object({ commits: requestCommits }).nullable();
    const page = shape.parse(repository[`m${i}`] ?? null)?.commits ?? { nodes: [], pageInfo: null };
    for (const { commit } of page.nodes) {
      if (inHistory) beside.set(commit.oid, { commit, number });
      else add(toCommit(commit, { onDefaultBranch: false, pullRequest: number }));
    }
    return page.pageInfo?.hasPreviousPage === true && left > page.nodes.length
      ? [{ ...one, before: page.pageInfo.startCursor, left: left - page.nodes.length }]
      : [];
  });
  for (const one of pulls.seen) {
    const { number, commits: own } = one;
    const inHistory = isInHistory(one, cursor.main);
    for (const { commit } of own.nodes) {
      if (inHistory) beside.set(commit.oid, { commit, number });
    }
    if (own.pageInfo.hasPreviousPage && (!inHistory || isCounted)) {
      const left = own.totalCount - own.nodes.length;
      followed.push({ number, before: own.pageInfo.startCursor, left, inHistory });
    }
  }

  let history: GithubCursor['history'] = null;
  if (cursor.history !== null) {
    const page = repository.history?.history;
    if (page === undefined) throw new StartGone('the tip of the default branch is there no more');
    const seen = page.nodes.map((node) => ({ sha: node.oid, parents: node.parents.nodes.map((parent) => parent.oid) }));
    const near = new Map(
      [...beside].map(([sha, { commit }]) => [sha, commit.parents.nodes.map((parent) => parent.oid)]),
    );
    const { state, given, done } = walkPage(cursor.history.walk, seen, near);
    for (const node of page.nodes) {
      if (given.has(node.oid)) add(toCommit(node, { onDefaultBranch: true, pullRequest: null }));
    }
    for (const { commit, number } of beside.values()) {
      if (given.has(commit.oid)) add(toCommit(commit, { onDefaultBranch: true, pullRequest: number }));
    }
    if (!done && page.pageInfo.hasNextPage) {
      history = { tip: cursor.history.tip, after: page.pageInfo.endCursor, walk: state };
    }
  }

  const base = z.record(z.string(), z.unknown()).nullish().parse(repository.base);
  const branches = cursor.branches.flatMap(({ tip, after, left }, i) => {
    if (plan.branches[i] === 0) return [{ tip, after, left }];
    const page =
      left === null
        ? alone.nullable().parse(repository[`a${i}`] ?? null)?.history
        : offDefault.nullable().parse(base?.[`b${i}`] ?? null)?.commits;
    if (page === undefined) throw new StartGone('a branch, or the default branch, is there no more');
    for (const node of page.nodes) add(toCommit(node, { onDefaultBranch: false, pullRequest: null }));
    const more = left === null ? null : left - page.nodes.length;
    const goesOn = page.pageInfo.hasNextPage && (more === null || more > 0);
    return goesOn ? [{ tip, after: page.pageInfo.endCursor, left: more }] : [];
  });

  const remainingReviews = cursor.requestReviews.flatMap(({ number, after }, i) => {
    if (i >= plan.reviews.length) return [{ number, after }];
    const page = z
      .object({ reviews: requestReviews.nullable() })
      .nullable()
      .parse(repository[`v${i}`] ?? null)?.reviews;
    for (const one of page?.nodes ?? []) acts.push(toReview(one, number));
    return page?.pageInfo.hasNextPage ? [{ number, after: page.pageInfo.endCursor }] : [];
  });

  for (const one of pulls.seen) {
    const { number } = one;
    for (const seen of one.reviews?.nodes ?? []) acts.push(toReview(seen, number));
    if (one.reviews?.pageInfo.hasNextPage) remainingReviews.push({ number, after: one.reviews.pageInfo.endCursor });
    if (isInHistory(one, cursor.main)) continue;
    for (const { commit } of one.commits.nodes) add(toCommit(commit, { onDefaultBranch: false, pullRequest: number }));
  }
  const issues = listAfter(cursor.issues, repository.issues, ({ createdAt }) => createdAt);
  const releases = listAfter(cursor.releases, repository.releases, ({ createdAt }) => createdAt);
  acts.push(...issues.seen.map(toIssue), ...releases.seen.map(toRelease));

  const next: GithubCursor = {
    size: cursor.size,
    main: cursor.main,
    history,
    branches,
    // The history needs no help any more once it is over.
    requestCommits: followed.filter(({ inHistory }) => !inHistory || history !== null),
    requestReviews: remainingReviews,
    pulls: pulls.next,
    issues: issues.next,
    releases: releases.next,
  };
  return {
    commits: [...commits.values()],
    acts: acts.filter((act) => act !== null),
    next: isAtEnd(next) ? null : next,
  };
}
