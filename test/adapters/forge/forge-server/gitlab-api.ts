// GitLab's REST API v4 over a git repository, as far as docs.gitlab.com/api describes what we ask.

import { git } from '../git-history.ts';
import type { Answer, Fault } from './faults.ts';
import type { Api, ServerState } from './forge-server.ts';
import { paged } from './rest-paging.ts';
import {
  branchesOf,
  commitsOf,
  contentOf,
  filesIn,
  hasCommonAncestor,
  resolved,
  type SeenCommit,
  touching,
} from './served-repository.ts';

const answer = (status: number, json: unknown): Answer => ({ status, headers: {}, json });

export const gitlabCommit = (one: SeenCommit): Record<string, unknown> => ({
  id: one.sha,
  short_id: one.sha.slice(0, 8),
  title: one.message.split('\n', 1)[0],
  message: one.message,
  author_name: one.authorName,
  author_email: one.authorEmail,
  // With milliseconds, as GitLab prints them.
  authored_date: one.authorDate.replace(/(:\d\d)([+-]|Z)/, '$1.000$2'),
  committer_name: one.committerName,
  committer_email: one.committerEmail,
  committed_date: one.committerDate.replace(/(:\d\d)([+-]|Z)/, '$1.000$2'),
  created_at: one.committerDate,
  parent_ids: one.parents,
  trailers: {},
  extended_trailers: {},
  web_url: `https://forge.test/-/commit/${one.sha}`,
  stats: { additions: one.additions, deletions: one.deletions, total: one.additions + one.deletions },
});

function authorOf(state: ServerState, login: string): unknown {
  const account = Object.values(state.project.accounts).find((one) => one.login === login);
  return account === undefined ? null : { id: account.id, username: account.login };
}

function below(rest: string, url: URL, state: ServerState, fault: Fault | null): Answer | null {
  const { project } = state;
  const { folder } = project;
  const query = url.searchParams;
  const list = (all: readonly unknown[]): Answer => paged(url, state, fault, all, 'per_page', 100);
  if (rest === '') return answer(200, { id: project.id, path_with_namespace: `${project.owner}/${project.name}` });
  if (rest === '/repository/branches') {
    return list(
      branchesOf(folder).map(({ name, sha }) => ({
        name,
        default: name === project.defaultBranch,
        commit: { id: sha },
      })),
    );
  }
  if (rest === '/repository/commits') {
    const range = query.get('ref_name') ?? project.defaultBranch;
    if (range.includes('..') && fault === 'other-error') return answer(400, { error: 'ref_name is invalid' });
    if (range.split('..').some((end) => resolved(folder, end) === null))
      return answer(404, { message: '404 Not found' });
    const path = query.get('path');
    const seen = (path === null ? commitsOf(folder, [range]) : touching(folder, range, path)).map(gitlabCommit);
    return list(query.get('with_stats') === 'true' ? seen : seen.map(({ stats: _, ...rest }) => rest));
  }
  if (rest === '/repository/tree') {
    const files = filesIn(folder, query.get('ref') ?? project.defaultBranch, query.get('path') ?? '');
    return files === null ? answer(404, { message: '404 Tree Not Found' }) : list(files);
  }
  const blob = /^\/repository\/blobs\/([0-9a-f]+)$/.exec(rest)?.[1];
  if (blob !== undefined) return answer(200, { sha: blob, encoding: 'base64', ...contentOf(folder, blob) });
  if (rest === '/repository/merge_base') {
    const [a = '', b = ''] = query.getAll('refs[]');
    if (resolved(folder, a) === null || resolved(folder, b) === null)
      return answer(400, { message: 'Could not find ref' });
    if (!hasCommonAncestor(folder, a, b)) return answer(404, { message: '404 Merge Base Not Found' });
    return answer(200, { id: git(folder, ['merge-base', a, b]).trim() });
  }
  const held = /^\/repository\/commits\/([0-9a-f]+)\/merge_requests$/.exec(rest)?.[1];
  if (held !== undefined) {
    const found = project.pulls.filter(({ head }) => resolved(folder, head) === held);
    return resolved(folder, held) === null ? answer(404, {}) : list(found.map(({ number }) => ({ iid: number })));
  }
  // `authorize!` of GitLab's API.
  if (state.onlyCode && ['/merge_requests', '/issues', '/releases'].includes(rest))
    return answer(403, { message: '403 Forbidden' });
  if (rest === '/merge_requests') {
    const from = query.get('updated_after') ?? '';
    const found = project.pulls
      .filter(({ updatedAt }) => updatedAt > from)
      .sort((a, b) => (a.updatedAt < b.updatedAt === (query.get('sort') === 'asc') ? -1 : 1))
      .map((pull) => ({
        iid: pull.number,
        sha: resolved(folder, pull.head),
        state: pull.state === 'open' ? 'opened' : pull.state,
        target_branch: pull.base,
        squash_commit_sha: pull.isSquash ? pull.mergeCommit : null,
      }));
    return list(found);
  }
  if (rest === '/issues') {
    const from = query.get('created_after') ?? '';
    return list(
      project.issues
        .filter(({ at }) => at > from)
        .map(({ id, by, at }) => ({ id, created_at: at, author: authorOf(state, by) })),
    );
  }
  if (rest === '/releases') {
    return list(
      [...project.releases].reverse().map(({ by, at, tag }) => ({
        ...{ tag_name: tag, created_at: at, released_at: at, author: authorOf(state, by) },
        commit: { id: resolved(folder, tag) },
      })),
    );
  }
  return null;
}

export const gitlabApi: Api = ({ url }, state, fault) => {
  const [, id = '', rest = ''] = /^\/api\/v4\/projects\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
  const { project } = state;
  const name = decodeURIComponent(id);
  if (fault === 'moved') {
    const location = url.pathname.replace(id, encodeURIComponent(`${project.owner}/${project.name}`)) + url.search;
    return { status: 301, headers: { location }, json: {} };
  }
  if (fault === 'moved-away')
    return { status: 301, headers: { location: 'https://elsewhere.test/api/v4/x' }, json: {} };
  const isOurs = [String(project.id), `${project.owner}/${project.name}`].includes(name);
  return isOurs ? below(rest, url, state, fault) : answer(404, { message: '404 Project Not Found' });
};
