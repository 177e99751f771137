// GitHub's GraphQL API over a git repository: each document is validated against the published schema and executed by graphql-js.
import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql';
import type { Answer, Fault } from './faults.ts';
import { quotaHeaders, resetAtSeconds } from './faults.ts';
import type { Api, ServerState } from './forge-server.ts';
import {
  branchesOf,
  commitsOf,
  contentOf,
  countOf,
  filesIn,
  hasCommonAncestor,
  headsOf,
  ownRange,
  resolved,
  type SeenCommit,
  type ServedPull,
  touching,
  typeOf,
} from './served-repository.ts';

// The package's own text defines two fields twice (measured); graphql-js would refuse it.
export const githubSchema = buildSchema(published.idl, { assumeValidSDL: true });

interface Paging {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
}

const typed = (type: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { type } });

/** A cursor is a place between two nodes, told as no client could guess. */
const cursorAt = (place: number): string => Buffer.from(`at:${place}`).toString('base64');
const placeOf = (cursor: string | null | undefined, without: number): number =>
  cursor == null ? without : Number(Buffer.from(cursor, 'base64').toString().replace('at:', ''));

function connection<T>(all: readonly T[], { first, after, last, before }: Paging) {
  const start = last === undefined ? placeOf(after, 0) : Math.max(0, placeOf(before, all.length) - last);
  const end = last === undefined ? Math.min(start + (first ?? 0), all.length) : placeOf(before, all.length);
  return {
    totalCount: all.length,
    nodes: all.slice(start, end),
    pageInfo: {
      hasNextPage: end < all.length,
      endCursor: cursorAt(end),
      hasPreviousPage: start > 0,
      startCursor: cursorAt(start),
    },
  };
}

/** Commits of revisions as a connection; only the page is read. */
function history(state: ServerState, revisions: readonly string[], paging: Paging) {
  const { folder } = state.project;
  const start = placeOf(paging.after, 0);
  const seen = commitsOf(folder, revisions, [`--skip=${start}`, `--max-count=${paging.first ?? 0}`]);
  const total = countOf(folder, revisions);
  const end = start + seen.length;
  return {
    totalCount: total,
    nodes: seen.map((one) => commitObject(state, one)),
    pageInfo: { hasNextPage: end < total, endCursor: cursorAt(end) },
  };
}

function userOf(state: ServerState, address: string) {
  const account = state.project.accounts[address.toLowerCase()];
  return account === undefined ? null : { __typename: 'User', databaseId: account.id, login: account.login };
}

function actorOf(state: ServerState, login: string) {
  const account = Object.values(state.project.accounts).find((one) => one.login === login);
  if (account === undefined) return null;
  return { __typename: account.isBot === true ? 'Bot' : 'User', databaseId: account.id, login };
}

function commitObject(state: ServerState, one: SeenCommit): unknown {
  const person = (name: string, email: string, date: string) => ({ name, email, date, user: userOf(state, email) });
  const author = person(one.authorName, one.authorEmail, one.authorDate);
  const trailers = [...one.message.matchAll(/^co-authored-by:\s*(.*?)\s*<(.*?)>\s*$/gim)];
  const merged = state.project.pulls.find(({ mergeCommit }) => mergeCommit === one.sha);
  return {
    __typename: 'Commit',
    oid: one.sha,
    tree: { oid: one.tree },
    message: one.message,
    additions: one.additions,
    deletions: one.deletions,
    author,
    committer: person(one.committerName, one.committerEmail, one.committerDate),
    authors: (paging: Paging) =>
      connection([author, ...trailers.map(([, name = '', email = '']) => person(name, email, one.authorDate))], paging),
    parents: (paging: Paging) =>
      connection(
        one.parents.map((oid) => ({ oid })),
        paging,
      ),
    signature: null,
    associatedPullRequests: (paging: Paging) =>
      connection(merged ? [pullObject(state, merged)] : pullsWith(state, one.sha), paging),
    committedDate: new Date(one.committerDate).toISOString().replace('.000Z', 'Z'),
    history: (paging: Paging & { readonly path?: string }) =>
      paging.path === undefined
        ? history(state, [one.sha], paging)
        : connection(
            touching(state.project.folder, one.sha, paging.path).map((each) => commitObject(state, each)),
            paging,
          ),
  };
}

/** Open and merged pull requests that have a commit as their head. */
const pullsWith = (state: ServerState, sha: string): unknown[] =>
  state.project.pulls
    .filter((pull) => pull.state !== 'closed' && headsOf(state.project).get(pull.number) === sha)
    .map((pull) => pullObject(state, pull));

function pullObject(state: ServerState, pull: ServedPull): unknown {
  const { folder } = state.project;
  const merge = pull.mergeCommit;
  return {
    number: pull.number,
    updatedAt: pull.updatedAt,
    merged: merge !== null,
    baseRefName: pull.base,
    headRefOid: headsOf(state.project).get(pull.number),
    mergeCommit: merge === null ? null : commitObject(state, commitsOf(folder, [merge], ['-1'])[0]!),
    // Oldest first, as the page of a pull request shows them.
    commits: (paging: Paging) =>
      connection(
        commitsOf(folder, ownRange(pull), ['--reverse']).map((one) => ({
          commit: commitObject(state, one),
        })),
        paging,
      ),
    reviews: (paging: Paging) =>
      connection(
        pull.reviews.map(({ id, by, at }) => ({
          ...{ id: `R_${id}`, submittedAt: at, author: actorOf(state, by) },
          commit: { oid: headsOf(state.project).get(pull.number) },
        })),
        paging,
      ),
  };
}

function treeObject(state: ServerState, at: string, path: string): unknown {
  const files = filesIn(state.project.folder, at, path);
  return files === null
    ? null
    : { __typename: 'Tree', entries: files.map(({ name, id, type }) => ({ name, type, oid: id })) };
}

function blobObject(state: ServerState, oid: string): unknown {
  const { size, content } = contentOf(state.project.folder, oid);
  return {
    ...{ __typename: 'Blob', byteSize: size, isTruncated: false },
    text: Buffer.from(content, 'base64').toString(),
  };
}

const newestFirst = <T>(list: readonly T[], at: (one: T) => string): T[] =>
  [...list].sort((a, b) => (at(a) < at(b) ? 1 : -1));

function repositoryObject(state: ServerState): unknown {
  const { project } = state;
  const { folder } = project;
  const refObject = ({ name, sha }: { name: string; sha: string }): unknown => ({
    name,
    target: { __typename: 'Commit', oid: sha },
    compare: ({ headRef }: { headRef: string }) => {
      const head = resolved(folder, headRef);
      // Nor can GitHub compare what has nothing in common.
      if (head === null || !hasCommonAncestor(folder, sha, head)) {
        if (state.goneIsError) throw typed('NOT_FOUND', `Could not resolve to a Ref with the name '${headRef}'`);
        return null;
      }
      return {
        aheadBy: countOf(folder, [`${sha}..${head}`]),
        behindBy: countOf(folder, [`${head}..${sha}`]),
        commits: (paging: Paging) => history(state, [`${sha}..${head}`], paging),
      };
    },
  });
  const refNamed = (name: string): unknown => {
    const found = branchesOf(folder).find((branch) => [branch.name, `refs/heads/${branch.name}`].includes(name));
    return found === undefined ? null : refObject(found);
  };
  return {
    id: `R_kgDO${project.id}`,
    nameWithOwner: `${project.owner}/${project.name}`,
    pushedAt: '2026-01-01T00:00:00Z',
    defaultBranchRef: refNamed(project.defaultBranch),
    refs: (paging: Paging) => connection(branchesOf(folder).map(refObject), paging),
    ref: ({ qualifiedName }: { qualifiedName: string }) => refNamed(qualifiedName),
    object: ({ oid, expression }: { oid?: string; expression?: string }) => {
      const [at = '', path = ''] = expression?.split(':') ?? [];
      if (expression !== undefined) return treeObject(state, at, path);
      if (oid === undefined) return null;
      if (typeOf(folder, oid) === 'blob') return blobObject(state, oid);
      const seen = resolved(folder, oid) === null ? [] : commitsOf(folder, [oid], ['-1']);
      return seen[0] === undefined ? null : commitObject(state, seen[0]);
    },
    pullRequest: ({ number }: { number: number }) => {
      const found = project.pulls.find((pull) => pull.number === number);
      return found === undefined ? null : pullObject(state, found);
    },
    pullRequests: (paging: Paging) =>
      connection(
        newestFirst(project.pulls, ({ updatedAt }) => updatedAt).map((pull) => pullObject(state, pull)),
        paging,
      ),
    issues: (paging: Paging) =>
      connection(
        newestFirst(project.issues, ({ at }) => at).map(({ id, by, at }) => ({
          id: `I_${id}`,
          createdAt: at,
          author: actorOf(state, by),
        })),
        paging,
      ),
    releases: (paging: Paging) =>
      connection(
        newestFirst(project.releases, ({ at }) => at).map(({ id, by, at, tag }) => ({
          ...{ id: `RE_${id}`, createdAt: at, publishedAt: at, isDraft: false, author: actorOf(state, by) },
          tagCommit: { oid: resolved(folder, tag) },
        })),
        paging,
      ),
  };
}

/** Fields whose lists GitHub would cut to null when it runs out of what it grants a question. */
function withNullNodes(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value) => (key === 'nodes' ? (value as unknown[]).map(() => null) : value)),
  );
}

const words: Partial<Record<Fault, { type?: string; message: string }>> = {
  'secondary-limit-in-words': {
    message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  },
  'rate-limit-in-words': { type: 'RATE_LIMITED', message: 'API rate limit already exceeded' },
  'other-error': { type: 'INTERNAL', message: 'Something that nobody wrote down' },
  'resource-limits': { type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' },
};

export const githubApi: Api = ({ method, url, headers, body }, state, fault): Answer | null => {
  if (/^\/api\/v3\/app\/installations\/\d+\/access_tokens$/.test(url.pathname) && method === 'POST') {
    const soon = new Date(Date.UTC(2026, 5, 1, 1)).toISOString();
    const isSigned = /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(String(headers.authorization));
    return isSigned
      ? { status: 201, headers: {}, json: { token: 'ghs_installation-marker', expires_at: soon } }
      : { status: 401, headers: {}, json: { message: 'A JSON web token could not be decoded' } };
  }
  if (!['/graphql', '/api/graphql'].includes(url.pathname) || method !== 'POST') return null;
  const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
  const document = parse(query);
  const problems = validate(githubSchema, document);
  const told = state.quota === null ? {} : quotaHeaders(state.quota.limit, state.quota.remaining);
  if (problems.length > 0) {
    return { status: 200, headers: told, json: { errors: problems.map(({ message }) => ({ message })) } };
  }
  const { project } = state;
  const rootValue = {
    rateLimit:
      state.quota === null
        ? null
        : { ...state.quota, cost: 1, nodeCount: 1, used: 1, resetAt: new Date(resetAtSeconds * 1000).toISOString() },
    repository: ({ owner, name }: { owner: string; name: string }) => {
      // A name that the repository had before leads to it, as `followRenames` asks.
      if (![project.name, `${project.name}-before`].includes(name) || owner !== project.owner) {
        throw typed('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return repositoryObject(state);
    },
  };
  const done = execute({ schema: githubSchema, document, rootValue, variableValues: variables });
  if (done instanceof Promise) throw new Error('nothing here waits');
  const spoken = fault === null ? undefined : words[fault];
  if (spoken !== undefined) {
    return { status: 200, headers: told, json: { data: withNullNodes(done.data), errors: [spoken] } };
  }
  const errors = done.errors?.map(({ message, path, extensions }) => ({ type: extensions.type, message, path }));
  return { status: 200, headers: told, json: { data: done.data, ...(errors === undefined ? {} : { errors }) } };
};
