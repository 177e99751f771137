// Where a walk over a GitHub repository is: all that the next page needs, so that any process can go on from it.
import * as z from 'zod';
import type { Json } from '../../../ledger/canonical.ts';
import { commitId as oid } from '../commit-id.ts';
import type { WalkState } from '../history-walk.ts';

const after = z.string().nullable();
const list = z.object({ after, until: z.string().nullable() }).nullable();

const walkState = z.object({
  left: z.int().nullable(),
  fresh: z.array(oid).readonly(),
  old: z.array(oid).readonly(),
  early: z.array(oid).readonly(),
}) satisfies z.ZodType<WalkState>;

const cursor = z.object({
  /** Commits of one list asked for at once: 100, less where GitHub could not work that out. */
  size: z.int().min(1).max(100),
  /** The default branch, by its short name. */
  main: z.string(),
  /** The default branch from its frozen tip. */
  history: z.object({ tip: oid, after, walk: walkState }).nullable(),
  /** Other branches from their frozen tips: how many of their commits are still to come; null for one that has no commit in common with the default branch. */
  branches: z.array(z.object({ tip: oid, after, left: z.int().nullable() })),
  /** Pull requests with more commits than came along with them: those before this one, if the history has need of them or does not hold them. */
  requestCommits: z.array(z.object({ number: z.int(), before: after, left: z.int(), inHistory: z.boolean() })),
  /** Pull requests with more reviews than came along with them. */
  requestReviews: z.array(z.object({ number: z.int(), after })),
  /** Newest first, down to what was seen before. */
  pulls: list,
  issues: list,
  releases: list,
});

export type GithubCursor = z.infer<typeof cursor>;

export const readCursor = (json: Json): GithubCursor => cursor.parse(json);

export const isAtEnd = (at: GithubCursor): boolean =>
  at.history === null &&
  at.pulls === null &&
  at.issues === null &&
  at.releases === null &&
  at.branches.length + at.requestCommits.length + at.requestReviews.length === 0;

const acts = z.object({
  /** GitHub's id of the repository: it survives a new name. */
  repository: z.string(),
  main: z.string(),
  /** Ref name → commit id, as they stood. */
  tips: z.record(z.string(), oid),
  pushedAt: z.string().nullable(),
  /** Newest moments seen. */
  pulls: z.string().nullable(),
  issues: z.string().nullable(),
  releases: z.string().nullable(),
});

/** What one run leaves for the next. */
export type GithubKnown = z.infer<typeof acts>;

/** @returns null where the last run was made by another adapter */
export const readKnown = (json: Json | null): GithubKnown | null => acts.safeParse(json).data ?? null;
