// What GitHub is asked, as GraphQL. Every document made here is validated against the published schema in the tests.

const who = `fragment Who on GitActor { name email date user { databaseId login } }`;

// `author.date` keeps the author's offset; `authoredDate` would be UTC (forges.md, section 0, 3).
const facts = `fragment Facts on Commit {
  oid tree { oid } message additions deletions
  author { ...Who } committer { date }
  parents(first: 100) { nodes { oid } }
  signature { state }
}
${who}`;

// Co-authors are read from the message, all of them; `authors` adds the accounts that GitHub knows.
const full = `fragment Full on Commit {
  ...Facts
  authors(first: 20) { nodes { name email user { databaseId login } } }
  associatedPullRequests(first: 1) { nodes { number } }
}
${facts}`;

const actor = `fragment Act on Actor { __typename login ... on User { databaseId } ... on Bot { databaseId } ... on Organization { databaseId } ... on Mannequin { databaseId } }`;

const rateLimit = 'rateLimit { limit remaining resetAt }';

/** All that tells whether anything is new, in one request. `$known` is the last tip of the default branch. */
export const startDocument = `query Start($owner: String!, $name: String!, $known: String!, $compare: Boolean!) {
  ${rateLimit}
  repository(owner: $owner, name: $name, followRenames: true) {
    id pushedAt
    defaultBranchRef { name target { oid } compare(headRef: $known) @include(if: $compare) { aheadBy behindBy } }
    refs(refPrefix: "refs/heads/", first: 100) { pageInfo { hasNextPage endCursor } nodes { name target { oid } } }
    pullRequests(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { updatedAt } }
    issues(first: 1, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { createdAt } }
    releases(first: 1, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { createdAt } }
  }
}`;

export const moreRefsDocument = `query MoreRefs($owner: String!, $name: String!, $after: String) {
  ${rateLimit}
  repository(owner: $owner, name: $name, followRenames: true) {
    refs(refPrefix: "refs/heads/", first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { name target { oid } } }
  }
}`;

/** A document under construction: fields of `repository`, and the values they are asked with. */
export interface Question {
  readonly fields: readonly string[];
  /** Name → GraphQL type and value. */
  readonly variables: Readonly<Record<string, readonly [type: string, value: string | number | null]>>;
}

export function questionDocument(
  question: Question,
  fragments: readonly string[],
): { document: string; variables: Record<string, string | number | null> } {
  const named = Object.entries(question.variables);
  const declared = ['$owner: String!', '$name: String!', ...named.map(([name, [type]]) => `$${name}: ${type}`)];
  return {
    document: `query Page(${declared.join(', ')}) {
  ${rateLimit}
  repository(owner: $owner, name: $name, followRenames: true) { id ${question.fields.join('\n')} }
}
${fragments.join('\n')}`,
    variables: Object.fromEntries(named.map(([name, [, value]]) => [name, value])),
  };
}

const pageInfo = 'pageInfo { hasNextPage endCursor }';
// Of a pull request the newest first: the head is what a merge names.
const pageInfoBack = 'pageInfo { hasPreviousPage startCursor }';

/** How many commits of a pull request, and how many of its reviews, come along with it; the rest is asked for by itself. */
const nestedCommits = 10;
const nestedReviews = 20;

export const historyField = `history: object(oid: $tip) { ... on Commit { history(first: $size, after: $after) { ${pageInfo} nodes { ...Full } } } }`;

/** Commits that a revision reaches and the default branch does not. */
export const offDefaultField = (i: number): string =>
  `b${i}: compare(headRef: $bHead${i}) { commits(first: $bSize${i}, after: $bAfter${i}) { totalCount ${pageInfo} nodes { ...Full } } }`;

/** All commits of a branch that shares none with the default one (`gh-pages`), which GitHub cannot compare. */
export const aloneField = (i: number): string =>
  `a${i}: object(oid: $bTip${i}) { ... on Commit { history(first: $bSize${i}, after: $bAfter${i}) { ${pageInfo} nodes { ...Full } } } }`;

export const requestCommitsField = (i: number): string =>
  `m${i}: pullRequest(number: $mNumber${i}) { number commits(last: $mSize${i}, before: $mBefore${i}) { ${pageInfoBack} nodes { commit { ...Facts } } } }`;

const reviewNodes = 'nodes { id submittedAt author { ...Act } commit { oid } }';

export const requestReviewsField = (i: number): string =>
  `v${i}: pullRequest(number: $vNumber${i}) { number reviews(first: 100, after: $vAfter${i}) { ${pageInfo} ${reviewNodes} } }`;

export const pullsField = `pulls: pullRequests(first: $pullsSize, after: $pullsAfter, orderBy: { field: UPDATED_AT, direction: DESC }) {
  ${pageInfo}
  nodes {
    number updatedAt merged baseRefName headRefOid mergeCommit { oid parents(first: 100) { nodes { oid } } }
    commits(last: ${nestedCommits}) { totalCount ${pageInfoBack} nodes { commit { ...Facts } } }
    reviews(first: ${nestedReviews}) { ${pageInfo} ${reviewNodes} }
  }
}`;

export const issuesField = `issues: issues(first: 100, after: $issuesAfter, orderBy: { field: CREATED_AT, direction: DESC }) {
  ${pageInfo} nodes { id createdAt author { ...Act } }
}`;

export const releasesField = `releases: releases(first: 100, after: $releasesAfter, orderBy: { field: CREATED_AT, direction: DESC }) {
  ${pageInfo} nodes { id createdAt publishedAt isDraft author { __typename databaseId login } tagCommit { oid } }
}`;

/** The files of a folder at a commit: `$lAt` is `<commit>:<folder>`. */
export const licenceFilesField = (i: number): string =>
  `l${i}: object(expression: $lAt${i}) { ... on Tree { entries { name type oid } } }`;

/** The newest hundred commits that touched a file: the most seen of any is 26. */
export const licenceTouchesField = (i: number): string =>
  `l${i}: object(oid: $lTip) { ... on Commit { history(first: 100, path: $lPath${i}) { nodes { oid committedDate } } } }`;

export const licenceTextField = (i: number): string =>
  `l${i}: object(oid: $lBlob${i}) { ... on Blob { text isTruncated byteSize } }`;

/** GraphQL refuses a fragment that nothing uses. */
export function fragmentsFor(fields: readonly string[]): string[] {
  const text = fields.join('\n');
  const commits = text.includes('...Full') ? [full] : text.includes('...Facts') ? [facts] : [];
  return [...commits, ...(text.includes('...Act') ? [actor] : [])];
}
