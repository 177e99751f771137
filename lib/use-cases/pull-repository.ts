// Brings what a forge shows of one repository into its book: once for everybody, only what is new, nothing personal.
import type { Row } from '../ledger/batch.ts';
import { canonicalBytes, type Json } from '../ledger/canonical.ts';
import { causeOf, digestOf } from '../ledger/fact.ts';
import type { BatchRef } from '../ledger/kinds.ts';
import type { OrphanedView } from '../ledger/views/repository-views.ts';
import type { Contribution } from '../model/contribution.ts';
import { toHex } from '../model/hashing.ts';
import type { RepositoryRef } from '../model/registry.ts';
import { ComeBackLater, type ForgeStart, StartGone } from '../ports/forge.ts';
import type { Ports } from '../ports.ts';
import { type AppendPorts, append } from './append.ts';
import { inTurn } from './batches.ts';
import { type BookState, readBook } from './book-state.ts';
import { orphanedCommits } from './orphaned-commits.ts';
import { bookKeyOwner, registryBook, repositoryBook } from './people.ts';
import { type Begun, type Budget, beginRun, type RunPorts, runUnderWay, walkRun } from './pull-run.ts';
import { contributionsIn } from './read-contributions.ts';
import { lookAt, noteLookAt } from './repository-looks.ts';
import { type Ref, refsIn, refsOf, sameRefs, shasIn, tipsOf } from './repository-tips.ts';
import { objectors } from './uphold-objection.ts';
import { watchLicences } from './watch-licences.ts';

export type PullPorts = AppendPorts & RunPorts & Pick<Ports, 'writeViews' | 'pullQueue'>;

export interface PullAsked {
  readonly by: string;
  /** What the forge port reads at the repository's address: the repository itself, or a recorded set of its commits. */
  readonly seenBy: 'pull' | 'recorded';
  /** Commits and acts seen so far; the total once it is known. */
  readonly progress: (done: number, total: number | null) => void;
  /** How far to go at once; absent: to the end. */
  readonly budget?: Budget;
}

export interface PulledRepository {
  readonly repository: string;
  readonly url: string;
  /** New rows, and their authors. */
  readonly contributions: number;
  readonly authors: number;
  /** Tips that the history no longer holds: it was rewritten, and what was seen before stays. */
  readonly lostTips: number;
  /** True if no contribution was new: no fact about them was written. */
  readonly already: boolean;
  /** Changes of licence that were seen for the first time. */
  readonly licenceChanges: number;
  readonly bytesTransferred: number | null;
  /** Not null: the run is not at its end. What was seen is kept, and it was queued again. */
  readonly waiting: {
    /** UTC: not before then. */
    readonly until: string;
    /** The forge asked to come back later, or the budget was used up. */
    readonly why: 'forge' | 'budget';
  } | null;
}

/** Where the last pull ended. */
interface Cursor {
  readonly refs: readonly Ref[];
  readonly seq: number | null;
  readonly digest: string | null;
}

async function cursorOf(ports: AppendPorts, state: BookState): Promise<Cursor> {
  const tips = await tipsOf(state);
  if (tips === null) return { refs: [], seq: null, digest: null };
  const refs = await refsIn(ports, state.book, tips.refs);
  const pull = await ports.readBooks.fact(state.book, tips.seq);
  if (pull === null) throw new Error(`fact ${state.book} ${tips.seq}: a view names it and it is not there`);
  return {
    refs,
    seq: tips.seq,
    digest: digestOf(ports.primitives.sha256, pull.bytes),
  };
}

/** What earlier batches of the book hold. */
interface Held {
  readonly ids: ReadonlySet<string>;
  /** Of commits, by sha. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
}

const nothingHeld: Held = { ids: new Set(), parents: new Map() };

const parentsOf = (rows: readonly Contribution[]): [string, readonly string[]][] =>
  rows.flatMap(({ kind, sha, parents }) => (kind === 'commit' ? [[sha, parents]] : []));

/**
 * Where a walk may meet again what is held. As long as every pull was an exact one (none by the interface of a forge, which tells of more
 * than its tips reach) and no tip was ever lost, all that is held is an ancestor of the known tips, which the walk leaves out: then nothing
 * is read, and a pull costs what is new.
 */
async function heldIn(ports: AppendPorts, state: BookState, start: ForgeStart, wasExact: boolean): Promise<Held> {
  const isPlain = wasExact && start.isExact === true && start.lostTips.length === 0;
  if (isPlain && (await state.list('rewrites')).length === 0) return nothingHeld;
  const rows = await contributionsIn(ports, state);
  return { ids: new Set(rows.map(({ id }) => id)), parents: new Map(parentsOf(rows)) };
}

/** What both facts of a pull have in common. */
interface Pulling {
  readonly ports: PullPorts;
  readonly book: string;
  readonly state: BookState;
  readonly asked: PullAsked;
  readonly cursor: Cursor;
  readonly begun: Begun;
  /** Of the book: for rows about nobody. */
  readonly key: Uint8Array;
}

/** The book is the actor: what a repository shows is the same, whoever asks. */
const causeTo = ({ ports, book, cursor }: Omit<Pulling, 'begun'>, act: string, on: Json): string =>
  causeOf(ports.primitives.sha256, { actor: book, act, on, after: cursor.digest });

const refRows = ({ key }: Pulling, refs: readonly Ref[]): Row[] =>
  refs.map((ref) => ({ row: ref, position: ref.ref, key }));

/** Writes which commits no tip reaches any more, if that changed: also where some came back. */
async function recordRewrite(pulling: Pulling, held: Held, rows: readonly Contribution[]): Promise<void> {
  const { ports, book, state, cursor, begun, key } = pulling;
  const { lostTips, tips } = begun.start;
  const before = (await state.get('orphaned')) as unknown as OrphanedView | null;
  if (lostTips.length === 0 && (before === null || before.batch.rows === 0)) return;
  const rewrites = (await state.list('rewrites')).map(({ value }) => value as unknown as { readonly refs: BatchRef });
  const everLost = (await inTurn(rewrites, ({ refs }) => shasIn(ports, book, refs))).flat();
  const parents = new Map([...held.parents, ...parentsOf(rows)]);
  const orphaned = orphanedCommits(parents, [...everLost, ...lostTips], Object.values(tips));
  const known = before === null ? [] : await shasIn(ports, book, before.batch);
  if (lostTips.length === 0 && known.join() === orphaned.join()) return;
  const lost = cursor.refs.filter(({ sha }) => lostTips.includes(sha));
  const cause = causeTo(pulling, 'rewrite', { lostTips });
  await append(ports, { book, cause, dependsOn: [] }, async (_state, store) => ({
    kind: 'history-rewritten' as const,
    by: begun.by,
    data: {
      lostTips: lostTips.length,
      refs: await store(refRows(pulling, lost)),
      orphaned: await store(orphaned.map((sha) => ({ row: { sha }, position: sha, key }))),
    },
  }));
}

/** Somebody else pulled the same repository meanwhile: what we read is measured against an old cursor. */
class PulledMeanwhile extends Error {}

/** @returns false if another run of the same pull was first */
async function recordPull(pulling: Pulling, refs: readonly Ref[], rows: readonly Contribution[]): Promise<boolean> {
  const { ports, book, asked, cursor, begun } = pulling;
  const { seenBy } = asked;
  const authors = [...new Set(rows.map(({ author }) => author))];
  const keys = new Map(
    await inTurn(authors, async (hash) => [hash, await ports.saltKeys.of(`author/${hash}`)] as const),
  );
  const cause = causeTo(pulling, 'pull', { by: seenBy, tips: refs });
  const { already } = await append(
    ports,
    { book, cause, dependsOn: ['contributions-pulled'] },
    async (state, store) => {
      if (((await tipsOf(state))?.seq ?? null) !== cursor.seq) throw new PulledMeanwhile();
      const contributions = rows.map(
        (row): Row => ({ row: row as unknown as Json, position: row.id, key: keys.get(row.author)! }),
      );
      return {
        kind: 'contributions-pulled' as const,
        by: begun.by,
        data: {
          by: seenBy,
          refs: await store(refRows(pulling, refs)),
          batch: await store(contributions, 'files'),
        },
      };
    },
  );
  return !already;
}

/** The run goes on: steps stay, and the repository is asked for again. Nobody sleeps. */
async function waitUntil(
  ports: PullPorts,
  { id, url }: RepositoryRef,
  notBefore: number,
  why: 'forge' | 'budget',
): Promise<PulledRepository> {
  await noteLookAt(ports, id, { waitingUntil: notBefore });
  await ports.pullQueue.ask(id, notBefore);
  const waiting = { until: new Date(notBefore).toISOString(), why };
  return {
    ...{ repository: id, url, contributions: 0, authors: 0, lostTips: 0, already: false },
    ...{ licenceChanges: 0, bytesTransferred: null, waiting },
  };
}

/** Raised with each new shape of a row: a run begun before it begins anew, so that a batch is of one shape. */
const rowsVersion = 1;

/** One run, or the rest of one, up to its fact. */
async function pullOnce(
  ports: PullPorts,
  repository: RepositoryRef,
  asked: PullAsked,
  run: { name: string | null },
): Promise<PulledRepository> {
  const { id, url } = repository;
  const book = repositoryBook(id);
  const state = await readBook(ports, book);
  const cursor = await cursorOf(ports, state);
  // Two runners after the same pull do the same work.
  const named = { book, after: cursor.digest, by: asked.seenBy, rows: rowsVersion };
  const name = toHex(ports.primitives.sha256(canonicalBytes(named)));
  run.name = name;
  const look = await lookAt(ports, id);
  const begun = (await runUnderWay(ports, name)) ?? (await startOf(ports, repository, asked, cursor, look.acts, name));
  const { start, startedAt } = begun;
  const { bytesTransferred } = start;
  const nothing = { contributions: 0, authors: 0, lostTips: start.lostTips.length, bytesTransferred, waiting: null };
  const wasExact = cursor.seq === null || look.isExact;
  const isExact = wasExact && (start.first === null || start.isExact === true);
  // Contributions first: a forge that tells nothing more of licences today has told of them.
  const ended = async (pulled: Omit<PulledRepository, 'licenceChanges'>): Promise<PulledRepository> => {
    await noteLookAt(ports, id, { readAt: startedAt, acts: start.acts, waitingUntil: null, isExact });
    await ports.pullSteps.clear(name);
    return { ...pulled, licenceChanges: await watchLicences(ports, repository, { start, by: begun.by }) };
  };
  const refs = refsOf(start.tips);
  const nothingNew = { repository: id, url, ...nothing, already: true };
  const isSame = start.lostTips.length === 0 && sameRefs(refs, cursor.refs);
  if (isSame && start.first === null) return ended(nothingNew);
  const held = await heldIn(ports, state, start, wasExact);
  const { seenBy, budget = {}, progress } = asked;
  const walk = { name, repository, seenBy, begun, objectors: await objectors(await readBook(ports, registryBook)) };
  const { rows, isWhole } = await walkRun(ports, walk, held.ids, budget, progress);
  if (!isWhole) return waitUntil(ports, repository, ports.clock.now(), 'budget');
  if (isSame && rows.length === 0) return ended(nothingNew);
  // Before the fact: a crash after it must not leave word that is true no more.
  if (look.isExact && !isExact) await noteLookAt(ports, id, { isExact });
  const key = await ports.saltKeys.of(bookKeyOwner(book));
  const pulling: Pulling = { ports, book, state, asked, cursor, begun, key };
  await recordRewrite(pulling, held, rows);
  const isOurs = await recordPull(pulling, refs, rows);
  if (!isOurs) return ended(nothingNew);
  const authors = new Set(rows.map(({ author }) => author)).size;
  return ended({ repository: id, url, ...nothing, contributions: rows.length, authors, already: false });
}

/** Asks the forge where things stand; where nothing is to be walked no step is kept. */
async function startOf(
  ports: PullPorts,
  { id, url }: RepositoryRef,
  { by }: PullAsked,
  cursor: Cursor,
  acts: Json | null,
  name: string,
): Promise<Begun> {
  const startedAt = ports.clock.now();
  const tips = [...new Set(cursor.refs.map(({ sha }) => sha))];
  const begun = { startedAt, by, start: await ports.forge.start({ repository: id, url }, { tips, acts }) };
  return begun.start.first === null ? begun : beginRun(ports, name, begun);
}

/** A forge that loses its starts as soon as it gives them is broken. */
const mostStarts = 3;

/**
 * Walks from the tips of today to the tips of the last pull, page by page, and writes one fact, or nothing if nothing is new.
 * Repeatable, and resumable after any page: a crash leaves steps, names and rows that no fact refers to, and the next run goes on
 * from the last step kept and writes the same rows.
 * @throws Refusal `repository-unreachable`, `repository-refused`, `git-missing`
 */
export async function pullRepository(
  ports: PullPorts,
  repository: RepositoryRef,
  asked: PullAsked,
): Promise<PulledRepository> {
  const run: { name: string | null } = { name: null };
  for (let starts = 1; ; ) {
    try {
      return await pullOnce(ports, repository, asked, run);
    } catch (error) {
      if (error instanceof ComeBackLater) return waitUntil(ports, repository, error.notBefore, 'forge');
      const isGone = error instanceof StartGone && starts < mostStarts;
      if (!(error instanceof PulledMeanwhile) && !isGone) throw error;
      if (isGone) starts += 1;
      // What was kept belongs to a start that leads nowhere any more.
      if (run.name !== null) await ports.pullSteps.clear(run.name);
    }
  }
}
