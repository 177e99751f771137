// The shape of what GitHub answers, and how a commit and an act are made of it.
import * as z from 'zod';
import type { ForgeAccount, ForgeAct, ForgeCommit } from '../../../ports/forge.ts';
import { commitId as oid } from '../commit-id.ts';
import { readInstant, readMessage } from '../commit-message.ts';

export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
export const pageInfoBack = z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullable() });

const user = z.object({ databaseId: z.int().nullable(), login: z.string() }).nullable();
const person = z.object({ name: z.string().nullable(), email: z.string().nullable(), user });
const date = z.string().nullable();
const who = person.extend({ date }).nullable();

const factsFields = {
  oid,
  tree: z.object({ oid }),
  message: z.string(),
  additions: z.int(),
  deletions: z.int(),
  author: who,
  committer: z.object({ date }).nullable(),
  parents: z.object({ nodes: z.array(z.object({ oid })) }),
  signature: z.object({ state: z.string() }).nullable(),
};
export const facts = z.object(factsFields);
export const full = z.object({
  ...factsFields,
  authors: z.object({ nodes: z.array(person) }),
  associatedPullRequests: z.object({ nodes: z.array(z.object({ number: z.int() })) }).nullable(),
});

const actor = z.object({ __typename: z.string(), login: z.string(), databaseId: z.int().nullish() }).nullable();
export const review = z.object({
  id: z.string(),
  submittedAt: z.string().nullable(),
  author: actor,
  commit: z.object({ oid }).nullable(),
});
export const issue = z.object({ id: z.string(), createdAt: z.string(), author: actor });
export const release = z.object({
  id: z.string(),
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  isDraft: z.boolean(),
  author: actor,
  tagCommit: z.object({ oid }).nullable(),
});

const accountOf = (of: z.infer<typeof user>): ForgeAccount | null =>
  of === null || of.databaseId === null ? null : { id: String(of.databaseId), login: of.login };

/** @param given its pull request, where it is known from where the commit was seen */
export function toCommit(
  seen: z.infer<typeof facts> & Partial<Pick<z.infer<typeof full>, 'authors' | 'associatedPullRequests'>>,
  given: { readonly onDefaultBranch: boolean; readonly pullRequest: number | null },
): ForgeCommit {
  const { author, committer, message } = seen;
  const told = readMessage(message);
  const parents = seen.parents.nodes.map((parent) => parent.oid);
  // The author stands first among them.
  const others = (seen.authors?.nodes ?? []).slice(1);
  const byAddress = new Map(others.map((other) => [(other.email ?? '').toLowerCase(), other]));
  const written = new Set(told.coAuthors.map(({ address }) => address.toLowerCase()));
  const request = given.pullRequest ?? seen.associatedPullRequests?.nodes[0]?.number ?? told.requestInSubject;
  return {
    sha: seen.oid,
    tree: seen.tree.oid,
    parents,
    authorName: author?.name ?? '',
    authorAddress: author?.email ?? '',
    authoredAt: readInstant(author?.date ?? null),
    authorAccount: accountOf(author?.user ?? null),
    committedAt: readInstant(committer?.date ?? null),
    coAuthors: [
      ...told.coAuthors.map((one) => ({
        ...one,
        account: accountOf(byAddress.get(one.address.toLowerCase())?.user ?? null),
      })),
      ...others
        .filter(({ email }) => email !== null && !written.has(email.toLowerCase()))
        .map(({ name, email, user }) => ({ name: name ?? '', address: email!, account: accountOf(user) })),
    ],
    subject: told.subject,
    // Of a merge the forge counts what came in with the branch: not work of whoever merged.
    changedLines: parents.length > 1 ? null : seen.additions + seen.deletions,
    patchId: null,
    reverts: told.reverts,
    cherryPickedFrom: told.cherryPickedFrom,
    onDefaultBranch: given.onDefaultBranch,
    pullRequest: request,
    signed: seen.signature !== null,
  };
}

/** Null for work of an account that is gone ("ghost"), which nobody can claim. */
function actOf(
  kind: ForgeAct['kind'],
  key: string,
  by: z.infer<typeof actor>,
  at: string,
  more: { readonly pullRequest: number | null; readonly sha: string | null },
): ForgeAct | null {
  if (by?.databaseId == null) return null;
  const account = { id: String(by.databaseId), login: by.login };
  return { kind, key, account, isBot: by.__typename === 'Bot', at, ...more };
}

/** A review that is written and not sent is nobody's business yet. */
export const toReview = (seen: z.infer<typeof review>, pullRequest: number): ForgeAct | null =>
  seen.submittedAt === null
    ? null
    : actOf('review', seen.id, seen.author, seen.submittedAt, { pullRequest, sha: seen.commit?.oid ?? null });

export const toIssue = (seen: z.infer<typeof issue>): ForgeAct | null =>
  actOf('issue', seen.id, seen.author, seen.createdAt, { pullRequest: null, sha: null });

export const toRelease = (seen: z.infer<typeof release>): ForgeAct | null =>
  seen.isDraft
    ? null
    : actOf('release', seen.id, seen.author, seen.publishedAt ?? seen.createdAt, {
        pullRequest: null,
        sha: seen.tagCommit?.oid ?? null,
      });
