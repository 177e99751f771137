// The shape of what GitLab's REST API answers (docs.gitlab.com/api), and how a commit and an act are made of it.
import * as z from 'zod';
import type { ForgeAct, ForgeCommit } from '../../../ports/forge.ts';
import { commitId } from '../commit-id.ts';
import { readInstant, readMessage } from '../commit-message.ts';

export const project = z.object({ id: z.int() });
export const branches = z.array(
  z.object({ name: z.string(), default: z.boolean(), commit: z.object({ id: commitId }) }),
);
export const commit = z.object({
  id: commitId,
  message: z.string(),
  author_name: z.string(),
  author_email: z.string(),
  authored_date: z.string(),
  committed_date: z.string(),
  parent_ids: z.array(commitId),
  stats: z.object({ total: z.int() }).optional(),
});
export const commitDates = z.array(z.object({ id: commitId, committed_date: z.string() }));
export const treeEntries = z.array(z.object({ id: commitId, name: z.string(), type: z.string() }));
export const mergeBase = z.object({ id: commitId });

export const mergeRequest = z.object({
  iid: z.int(),
  sha: commitId.nullable(),
  state: z.string(),
  target_branch: z.string(),
  squash_commit_sha: z.string().nullish(),
});
const author = z.object({ id: z.int(), username: z.string() }).nullish();
export const issue = z.object({ id: z.int(), created_at: z.string(), author });
export const release = z.object({
  tag_name: z.string(),
  created_at: z.string(),
  released_at: z.string().nullish(),
  author,
  commit: z.object({ id: commitId }).nullish(),
});

/** GitLab names no tree, no account and no signature in a list of commits. */
export function toCommit(
  seen: z.infer<typeof commit>,
  given: { readonly onDefaultBranch: boolean; readonly mergeRequest: number | null },
): ForgeCommit {
  const told = readMessage(seen.message);
  return {
    sha: seen.id,
    tree: null,
    parents: seen.parent_ids,
    authorName: seen.author_name,
    authorAddress: seen.author_email,
    authoredAt: readInstant(seen.authored_date),
    authorAccount: null,
    committedAt: readInstant(seen.committed_date),
    coAuthors: told.coAuthors.map((one) => ({ ...one, account: null })),
    subject: told.subject,
    // Of a merge the forge counts what came in with the branch: not work of whoever merged.
    changedLines: seen.parent_ids.length > 1 ? null : (seen.stats?.total ?? null),
    patchId: null,
    reverts: told.reverts,
    cherryPickedFrom: told.cherryPickedFrom,
    onDefaultBranch: given.onDefaultBranch,
    pullRequest: given.mergeRequest ?? told.requestInSubject,
    signed: false,
  };
}

// The user behind a token of a project or group (docs.gitlab.com, Project access tokens).
const botName = /^(?:project|group)_\d+_bot(?:_|\d|$)/;

function actOf(
  kind: ForgeAct['kind'],
  key: string,
  by: z.infer<typeof author>,
  at: string,
  sha: string | null,
): ForgeAct | null {
  if (by == null) return null;
  const account = { id: String(by.id), login: by.username };
  return { kind, key, account, isBot: botName.test(by.username), at, pullRequest: null, sha };
}

export const toIssue = (seen: z.infer<typeof issue>): ForgeAct | null =>
  actOf('issue', String(seen.id), seen.author, seen.created_at, null);

export const toRelease = (seen: z.infer<typeof release>): ForgeAct | null =>
  actOf('release', seen.tag_name, seen.author, seen.released_at ?? seen.created_at, seen.commit?.id ?? null);
