// Forgejo's and Gitea's REST API v1 over a git repository, as far as their swagger describes what we ask.
import type { Answer } from './faults.ts';
import type { Api, ServerState } from './forge-server.ts';
import { paged } from './rest-paging.ts';
import { branchesOf, commitsOf, contentOf, filesIn, resolved, type SeenCommit, touching } from './served-repository.ts';

const answer = (status: number, json: unknown): Answer => ({ status, headers: {}, json });

function userOf(state: ServerState, of: { login: string } | { address: string }): Record<string, unknown> | null {
  const { accounts } = state.project;
  const found =
    'login' in of
      ? Object.values(accounts).find(({ login }) => login === of.login)
      : accounts[of.address.toLowerCase()];
  return found === undefined ? null : { id: found.id, login: found.login, email: '', full_name: '' };
}

export function forgejoCommit(state: ServerState, one: SeenCommit): Record<string, unknown> {
  return {
    url: `https://forge.test/api/v1/repos/x/git/commits/${one.sha}`,
    sha: one.sha,
    created: one.committerDate,
    html_url: `https://forge.test/x/commit/${one.sha}`,
    commit: {
      url: `https://forge.test/api/v1/repos/x/git/commits/${one.sha}`,
      author: { name: one.authorName, email: one.authorEmail, date: one.authorDate },
      committer: { name: one.committerName, email: one.committerEmail, date: one.committerDate },
      message: one.message,
      tree: { url: '', sha: one.tree, created: one.committerDate },
    },
    author: userOf(state, { address: one.authorEmail }),
    committer: userOf(state, { address: one.committerEmail }),
    parents: one.parents.map((sha) => ({ url: '', sha, created: one.committerDate })),
    stats: { total: one.additions + one.deletions, additions: one.additions, deletions: one.deletions },
  };
}

export const forgejoApi: Api = ({ url }, state, fault) => {
  const { project } = state;
  const { folder } = project;
  if (fault === 'moved-away')
    return { status: 301, headers: { location: 'https://elsewhere.test/api/v1/x' }, json: {} };
  const path = `/api/v1/repos/${project.owner}/${project.name}`;
  if (url.pathname !== path && !url.pathname.startsWith(`${path}/`)) return answer(404, { message: 'not found' });
  const rest = url.pathname.slice(path.length);
  const query = url.searchParams;
  const list = (all: readonly unknown[]): Answer => paged(url, state, fault, all, 'limit', 50);
  if (rest === '')
    return answer(200, {
      id: project.id,
      default_branch: project.defaultBranch,
      empty: branchesOf(folder).length === 0,
    });
  if (rest === '/branches') return list(branchesOf(folder).map(({ name, sha }) => ({ name, commit: { id: sha } })));
  if (rest === '/commits') {
    const tip = resolved(folder, query.get('sha') ?? project.defaultBranch);
    const not = query.get('not');
    if (branchesOf(folder).length === 0) return answer(409, { message: 'Git Repository is empty.' });
    if (tip === null || (not !== null && resolved(folder, not) === null)) return answer(404, { message: 'not found' });
    const path = query.get('path');
    const revisions = [tip, ...(not === null ? [] : [`^${not}`])];
    const seen = path === null ? commitsOf(folder, revisions) : touching(folder, tip, path);
    return list(seen.map((one) => forgejoCommit(state, one)));
  }
  const listed = /^\/contents(?:\/(.+))?$/.exec(rest);
  if (listed !== null) {
    const files = filesIn(folder, query.get('ref') ?? project.defaultBranch, decodeURIComponent(listed[1] ?? ''));
    return files === null
      ? answer(404, { message: 'not found' })
      : answer(
          200,
          files.map(({ name, id, type }) => ({
            ...{ name, path: name, sha: id, type: type === 'blob' ? 'file' : 'dir', size: 0 },
          })),
        );
  }
  const blob = /^\/git\/blobs\/([0-9a-f]+)$/.exec(rest)?.[1];
  if (blob !== undefined) return answer(200, { sha: blob, encoding: 'base64', ...contentOf(folder, blob) });
  const held = /^\/commits\/([0-9a-f]+)\/pull$/.exec(rest)?.[1];
  if (held !== undefined) {
    const found = project.pulls.find(({ head }) => resolved(folder, head) === held);
    return found === undefined ? answer(404, {}) : answer(200, { number: found.number });
  }
  // routers/api/v1/api.go: mustAllowPulls, mustEnableIssuesOrPulls, reqRepoReader.
  if (state.onlyCode && ['/pulls', '/issues'].includes(rest)) return answer(404, { message: 'not found' });
  if (state.onlyCode && rest === '/releases')
    return answer(403, { message: 'user should have specific read permission' });
  if (rest === '/pulls') {
    return list(
      [...project.pulls]
        .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
        .map((pull) => ({
          ...{
            id: pull.number + 1000,
            number: pull.number,
            updated_at: pull.updatedAt,
            state: pull.state === 'open' ? 'open' : 'closed',
          },
          merged: pull.mergeCommit !== null,
          ...(pull.mergeCommit === null ? {} : { merge_commit_sha: pull.mergeCommit }),
          ...{ head: { sha: resolved(folder, pull.head) ?? '', ref: pull.head }, base: { ref: pull.base } },
        })),
    );
  }
  const reviewed = /^\/pulls\/(\d+)\/reviews$/.exec(rest)?.[1];
  if (reviewed !== undefined) {
    const pull = project.pulls.find(({ number }) => number === Number(reviewed));
    return list(
      (pull?.reviews ?? []).map(({ id, by, at }) => ({
        ...{ id, state: 'APPROVED', submitted_at: at, user: userOf(state, { login: by }) },
        commit_id: resolved(folder, pull!.head) ?? '',
      })),
    );
  }
  if (rest === '/issues') {
    const from = query.get('since') ?? '';
    return list(
      project.issues
        .filter(({ at }) => at > from)
        .map(({ id, by, at }) => ({
          id,
          number: id,
          created_at: at,
          updated_at: at,
          user: userOf(state, { login: by }),
        })),
    );
  }
  if (rest === '/releases') {
    return list(
      [...project.releases].reverse().map(({ id, by, at, tag }) => ({
        ...{ id, tag_name: tag, draft: false, created_at: at, published_at: at, author: userOf(state, { login: by }) },
      })),
    );
  }
  return null;
};
