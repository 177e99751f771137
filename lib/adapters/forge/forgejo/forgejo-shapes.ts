// The shape of what Forgejo's and Gitea's API v1 answer (their swagger), and how a commit and an act are made of it.
import * as z from 'zod';
import type { ForgeAccount, ForgeAct, ForgeCommit } from '../../../ports/forge.ts';
import { commitId } from '../commit-id.ts';
import { readInstant, readMessage } from '../commit-message.ts';

export const repository = z.object({ id: z.int(), default_branch: z.string() });
export const branches = z.array(z.object({ name: z.string(), commit: z.object({ id: commitId }) }));

const user = z.object({ id: z.int(), login: z.string() }).nullish();
const identity = z.object({ name: z.string(), email: z.string(), date: z.string() });
export const commit = z.object({
  sha: commitId,
  commit: z.object({
    message: z.string(),
    tree: z.object({ sha: commitId }),
    author: identity,
    committer: identity,
  }),
  author: user,
  parents: z.array(z.object({ sha: commitId })).nullable(),
  stats: z.object({ total: z.int() }).nullish(),
});
export const commitDates = z.array(
  z.object({ sha: commitId, commit: z.object({ committer: z.object({ date: z.string() }) }) }),
);
export const contents = z.array(z.object({ name: z.string(), sha: commitId, type: z.string() }));
export const pull = z.object({
  number: z.int(),
  updated_at: z.string(),
  head: z.object({ sha: z.string() }),
});
export const review = z.object({
  id: z.int(),
  state: z.string(),
  submitted_at: z.string().nullish(),
  commit_id: z.string(),
  user,
});
export const issue = z.object({ id: z.int(), created_at: z.string(), user });
export const release = z.object({
  id: z.int(),
  draft: z.boolean(),
  created_at: z.string(),
  published_at: z.string().nullish(),
  author: user,
});

/** Ids of users begin at 1; a user that is gone has none of them (`Ghost`, -1). */
const accountOf = (of: z.infer<typeof user>): ForgeAccount | null =>
  of == null || of.id <= 0 ? null : { id: String(of.id), login: of.login };

/** Whether a commit is signed is left out: asking for it makes the forge verify every signature. */
export function toCommit(
  seen: z.infer<typeof commit>,
  given: { readonly onDefaultBranch: boolean; readonly pullRequest: number | null },
): ForgeCommit {
  const { author, committer, message, tree } = seen.commit;
  const told = readMessage(message);
  const parents = (seen.parents ?? []).map(({ sha }) => sha);
  return {
    sha: seen.sha,
    tree: tree.sha,
    parents,
    authorName: author.name,
    authorAddress: author.email,
    authoredAt: readInstant(author.date),
    authorAccount: accountOf(seen.author),
    committedAt: readInstant(committer.date),
    coAuthors: told.coAuthors.map((one) => ({ ...one, account: null })),
    subject: told.subject,
    // Of a merge the forge counts what came in with the branch: not work of whoever merged.
    changedLines: parents.length > 1 ? null : (seen.stats?.total ?? null),
    patchId: null,
    reverts: told.reverts,
    cherryPickedFrom: told.cherryPickedFrom,
    onDefaultBranch: given.onDefaultBranch,
    pullRequest: given.pullRequest ?? told.requestInSubject,
    signed: false,
  };
}

/** The API does not say which users are programs: only the usual ending of their names does. */
function actOf(
  kind: ForgeAct['kind'],
  id: number,
  by: z.infer<typeof user>,
  at: string,
  more: { readonly pullRequest: number | null; readonly sha: string | null },
): ForgeAct | null {
  const account = accountOf(by);
  return account === null
    ? null
    : { kind, key: String(id), account, isBot: account.login.endsWith('[bot]'), at, ...more };
}

/** A review that is asked for, or written and not sent, is none yet. */
export const toReview = (seen: z.infer<typeof review>, pullRequest: number): ForgeAct | null =>
  seen.state === 'PENDING' || seen.state === 'REQUEST_REVIEW' || seen.submitted_at == null
    ? null
    : actOf('review', seen.id, seen.user, seen.submitted_at, {
        pullRequest,
        sha: commitId.safeParse(seen.commit_id).data ?? null,
      });

export const toIssue = (seen: z.infer<typeof issue>): ForgeAct | null =>
  actOf('issue', seen.id, seen.user, seen.created_at, { pullRequest: null, sha: null });

/** The API names the branch of a release, not its commit. */
export const toRelease = (seen: z.infer<typeof release>): ForgeAct | null =>
  seen.draft
    ? null
    : actOf('release', seen.id, seen.author, seen.published_at ?? seen.created_at, { pullRequest: null, sha: null });
