// How a GitHub repository stands today beside what is known of it: one request where nothing is new.
import * as z from 'zod';
import type { Json } from '../../../ledger/canonical.ts';
import type { ForgeStart } from '../../../ports/forge.ts';
import { commitId as oid } from '../commit-id.ts';
import { anotherRepository, repositoryMissing } from '../forge-refusals.ts';
import { walkFrom } from '../history-walk.ts';
import { type GithubClient, NotThere, TooHeavy } from './github-client.ts';
import { type GithubCursor, type GithubKnown, isAtEnd, readKnown } from './github-cursor.ts';
import { moreRefsDocument, type Question, questionDocument, startDocument } from './github-documents.ts';
import { pageInfo } from './github-shapes.ts';

export interface GithubSource {
  readonly url: string;
  readonly owner: string;
  readonly name: string;
}

const target = z.object({ oid });
const refs = z.object({ pageInfo, nodes: z.array(z.object({ name: z.string(), target: target.nullable() })) });
const distance = z.object({ aheadBy: z.int(), behindBy: z.int() });
const startShape = z.object({
  repository: z
    .object({
      id: z.string(),
      pushedAt: z.string().nullable(),
      defaultBranchRef: z
        .object({ name: z.string(), target: target.nullable(), compare: distance.nullish() })
        .nullable(),
      refs: refs.nullable(),
      pullRequests: z.object({ nodes: z.array(z.object({ updatedAt: z.string() })) }),
      issues: z.object({ nodes: z.array(z.object({ createdAt: z.string() })) }),
      releases: z.object({ nodes: z.array(z.object({ createdAt: z.string() })) }),
    })
    .nullable(),
});
type Standing = NonNullable<z.infer<typeof startShape>['repository']>;

const heads = 'refs/heads/';
const isCommitId = (sha: string): boolean => oid.safeParse(sha).success;

// Something may still happen within a second that was seen already: the last minute is looked at again.
const settleMs = 60_000;

/** @param newest as GitHub gives it @returns the moment up to which nothing more can appear */
function settled(newest: string | undefined, nowMs: number): string | null {
  if (newest === undefined) return null;
  const horizon = new Date(nowMs - settleMs).toISOString().replace(/\.\d+Z$/, 'Z');
  return newest < horizon ? newest : horizon;
}

const isNewer = (newest: string | undefined, known: string | null): boolean =>
  newest !== undefined && (known === null || newest > known);

/** The start, asked once more without the comparison where the known tip is no object of the repository any more. */
async function standing(client: GithubClient, source: GithubSource, knownMain: string | undefined): Promise<Standing> {
  const { url, owner, name } = source;
  const ask = (compare: boolean) =>
    client.ask(url, startDocument, { owner, name, known: knownMain ?? '', compare }, startShape);
  const answer = await ask(knownMain !== undefined).catch((failure: unknown) => {
    if (failure instanceof NotThere && knownMain !== undefined) return ask(false);
    throw failure;
  });
  if (answer.repository === null) throw repositoryMissing(url);
  return answer.repository;
}

/**
 * Ref name → tip. Beyond 100 branches more requests are needed; none where the repository had no push since the last run
 * (UNVERIFIED: that `pushedAt` moves with every push to any branch).
 */
async function tipsOf(
  client: GithubClient,
  source: GithubSource,
  first: Standing,
  known: GithubKnown | null,
): Promise<Record<string, string>> {
  const tips: Record<string, string> = {};
  const add = (page: z.infer<typeof refs> | null): void => {
    for (const { name, target } of page?.nodes ?? []) if (target !== null) tips[`${heads}${name}`] = target.oid;
  };
  add(first.refs);
  const main = first.defaultBranchRef;
  if (main?.target) tips[`${heads}${main.name}`] = main.target.oid;
  if (first.refs?.pageInfo.hasNextPage !== true) return tips;
  if (known !== null && first.pushedAt !== null && known.pushedAt === first.pushedAt) return known.tips;
  const shape = z.object({ repository: z.object({ refs: refs.nullable() }).nullable() });
  for (let after = first.refs.pageInfo.endCursor; after !== null; ) {
    const { owner, name } = source;
    const { repository } = await client.ask(source.url, moreRefsDocument, { owner, name, after }, shape);
    add(repository?.refs ?? null);
    after = repository?.refs?.pageInfo.hasNextPage === true ? repository.refs.pageInfo.endCursor : null;
  }
  return tips;
}

const ahead = z.object({ aheadBy: z.int() }).nullable();
const examined = z.object({
  repository: z
    .object({ base: z.record(z.string(), z.unknown()).nullish() })
    .catchall(z.unknown())
    .nullable(),
});

interface Examined {
  /** How many commits these tips reach and the default branch does not; absent = they have none in common, and cannot be compared. */
  readonly offDefault: ReadonlyMap<string, number>;
  readonly lost: readonly string[];
}

const askedAtOnce = 100;

/**
 * How many commits each branch has beside the default one, and which known tips nothing reaches any more. A tip that is gone from its branch
 * is not lost while the default branch or its own branch has it among its ancestors, or a pull request holds it: GitHub keeps those.
 */
async function examine(
  client: GithubClient,
  source: GithubSource,
  main: string,
  branchTips: readonly string[],
  vanished: readonly { readonly sha: string; readonly ref: string | null }[],
): Promise<Examined> {
  const offDefault = new Map<string, number>();
  const lost: string[] = [];
  /** Comparisons that GitHub answers with an error instead of null. */
  const impossible = new Set<string>();
  const asked = [
    ...branchTips.map((sha) => ({ sha, ref: null, isVanished: false })),
    ...vanished.map((one) => ({ ...one, isVanished: true })),
  ];
  let size = askedAtOnce;
  for (let from = 0; from < asked.length; ) {
    const part = asked.slice(from, from + size);
    const isAsked = (kind: string, i: number): boolean => !impossible.has(`${kind} ${part[i]!.sha}`);
    const base = part.flatMap((_, i) => (isAsked('c', i) ? [`c${i}: compare(headRef: $s${i}) { aheadBy }`] : []));
    const others = part.flatMap(({ ref, isVanished }, i) => [
      ...(isVanished
        ? [`o${i}: object(oid: $o${i}) { ... on Commit { oid associatedPullRequests(first: 1) { totalCount } } }`]
        : []),
      ...(ref !== null && isAsked('r', i)
        ? [`r${i}: ref(qualifiedName: $r${i}) { compare(headRef: $s${i}) { aheadBy } }`]
        : []),
    ]);
    const variables: Record<string, readonly [string, string]> = {};
    if (base.length > 0) variables.main = ['String!', `${heads}${main}`];
    part.forEach(({ sha, ref, isVanished }, i) => {
      const isRefAsked = ref !== null && isAsked('r', i);
      if (isAsked('c', i) || isRefAsked) variables[`s${i}`] = ['String!', sha];
      if (isVanished) variables[`o${i}`] = ['GitObjectID!', sha];
      if (isRefAsked) variables[`r${i}`] = ['String!', ref];
    });
    const compared = base.length === 0 ? [] : [`base: ref(qualifiedName: $main) { ${base.join(' ')} }`];
    const question: Question = { fields: [...compared, ...others], variables };
    const { document, variables: values } = questionDocument(question, []);
    try {
      const { owner, name } = source;
      const { repository } = await client.ask(source.url, document, { owner, name, ...values }, examined);
      part.forEach(({ sha, ref, isVanished }, i) => {
        const off = ahead.catch(null).parse(repository?.base?.[`c${i}`] ?? null);
        if (!isVanished) {
          if (off !== null) offDefault.set(sha, off.aheadBy);
          return;
        }
        const own =
          ref === null
            ? null
            : z
                .object({ compare: ahead })
                .nullable()
                .catch(null)
                .parse(repository?.[`r${i}`] ?? null);
        const held = z
          .object({ associatedPullRequests: z.object({ totalCount: z.int() }).nullable() })
          .nullable()
          .catch(null)
          .parse(repository?.[`o${i}`] ?? null);
        const isReached = off?.aheadBy === 0 || own?.compare?.aheadBy === 0;
        const isKept = (held?.associatedPullRequests?.totalCount ?? 0) > 0;
        if (!isReached && !isKept) lost.push(sha);
      });
      from += size;
    } catch (failure) {
      if (failure instanceof TooHeavy && size > 1) {
        size = Math.floor(size / 2);
        continue;
      }
      // UNVERIFIED whether GitHub answers null or an error where it cannot compare: both are read.
      if (!(failure instanceof NotThere)) throw failure;
      const before = impossible.size;
      for (const [i, { sha }] of part.entries()) {
        for (const kind of ['c', 'r']) if (failure.aliases.has(`${kind}${i}`)) impossible.add(`${kind} ${sha}`);
      }
      if (impossible.size === before) throw repositoryMissing(source.url);
    }
  }
  return { offDefault, lost: lost.sort() };
}

/** @throws ComeBackLater; Refusal `repository-unreachable`, `repository-refused` */
export async function githubStart(
  client: GithubClient,
  source: GithubSource,
  known: { readonly tips: readonly string[]; readonly acts: Json | null },
  nowMs: number,
): Promise<ForgeStart> {
  const before = readKnown(known.acts);
  const knownMain = before?.tips[`${heads}${before.main}`];
  const today = await standing(client, source, knownMain);
  if (before !== null && before.repository !== today.id) throw anotherRepository(source.url);
  const tips = await tipsOf(client, source, today, before);
  const main = today.defaultBranchRef?.name ?? before?.main ?? 'main';
  const mainTip = tips[`${heads}${main}`];

  const now = new Set(Object.values(tips));
  const held = new Set(known.tips);
  const reachesKnownMain = today.defaultBranchRef?.compare?.aheadBy === 0;
  const refOf = new Map(Object.entries(before?.tips ?? {}).map(([ref, sha]) => [sha, ref]));
  // Tips that another adapter kept may be tags and heads of closed pull requests: they tell nothing about what was rewritten.
  const vanished = (before === null ? [] : [...held])
    .filter((sha) => !now.has(sha) && !(sha === knownMain && reachesKnownMain))
    .map((sha) => ({ sha, ref: refOf.get(sha) ?? null }));
  const nameless = vanished.filter(({ sha }) => !isCommitId(sha)).map(({ sha }) => sha);
  const toExamine = vanished
    .filter(({ sha }) => isCommitId(sha))
    .map(({ sha, ref }) => ({ sha, ref: ref !== null && ref in tips && ref !== `${heads}${main}` ? ref : null }));
  const others = [...new Set(Object.values(tips))].filter((sha) => sha !== mainTip);
  // Of another branch all is told again that the default one has not, so that its old tip needs no walk; the default branch does.
  const isRewritten = knownMain !== undefined && mainTip !== knownMain && !reachesKnownMain;
  const branchTips = isRewritten ? others : others.filter((sha) => !held.has(sha));
  const { offDefault, lost } =
    mainTip === undefined || branchTips.length + toExamine.length === 0
      ? { offDefault: new Map<string, number>(), lost: mainTip === undefined ? toExamine.map(({ sha }) => sha) : [] }
      : await examine(client, source, main, branchTips, toExamine);
  const lostTips = [...nameless, ...lost].sort();

  const newest = {
    pulls: today.pullRequests.nodes[0]?.updatedAt,
    issues: today.issues.nodes[0]?.createdAt,
    releases: today.releases.nodes[0]?.createdAt,
  };
  const listOf = (of: 'pulls' | 'issues' | 'releases', again: boolean): GithubCursor['pulls'] => {
    const until = again ? null : (before?.[of] ?? null);
    return isNewer(newest[of], until) ? { after: null, until } : null;
  };
  const first: GithubCursor = {
    size: 100,
    main,
    history:
      mainTip === undefined || (held.has(mainTip) && !isRewritten)
        ? null
        : {
            tip: mainTip,
            after: null,
            walk: isRewritten
              ? walkFrom(mainTip, [], null)
              : reachesKnownMain && knownMain !== undefined
                ? walkFrom(mainTip, [knownMain], today.defaultBranchRef?.compare?.behindBy ?? null)
                : walkFrom(mainTip, known.tips, null),
          },
    branches: others
      .filter((sha) => isRewritten || !held.has(sha))
      .map((sha) => ({ tip: sha, after: null, left: offDefault.get(sha) ?? null }))
      .filter(({ left }) => left !== 0),
    requestCommits: [],
    requestReviews: [],
    // Commits of pull requests are part of the history that is walked again.
    pulls: listOf('pulls', isRewritten),
    issues: listOf('issues', false),
    releases: listOf('releases', false),
  };
  const next: GithubKnown = {
    repository: today.id,
    main,
    tips,
    pushedAt: today.pushedAt,
    pulls: settled(newest.pulls, nowMs),
    issues: settled(newest.issues, nowMs),
    releases: settled(newest.releases, nowMs),
  };
  return {
    tips,
    defaultBranch: main,
    lostTips,
    first: isAtEnd(first) ? null : first,
    acts: next,
    bytesTransferred: null,
  };
}
