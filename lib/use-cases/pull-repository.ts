// Brings what a forge shows of one repository into its book: once for everybody, only what is new, nothing personal.
import type { Row } from '../ledger/batch.ts';
import type { Json } from '../ledger/canonical.ts';
import { causeOf, digestOf } from '../ledger/fact.ts';
import type { PullView, TipsView } from '../ledger/views/repository-views.ts';
import { type AuthorSeen, toContributions } from '../matching/contribution-rows.ts';
import { parisDayOf } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import type { RepositoryRef } from '../model/registry.ts';
import type { ForgeReading, Ports } from '../ports.ts';
import { type AppendPorts, append } from './append.ts';
import { inTurn, readRows } from './batches.ts';
import { type BookState, readBook } from './book-state.ts';
import { authorsKey } from './identities.ts';
import { bookKeyOwner, installation, repositoryBook } from './people.ts';
import { contributionsIn } from './read-contributions.ts';

export type PullPorts = AppendPorts & Pick<Ports, 'directory' | 'saltKeys' | 'forge'>;

export interface PullAsked {
  readonly by: string;
  /** What the forge port reads at the repository's address: the repository itself, or a recorded set of its commits. */
  readonly seenBy: 'pull' | 'recorded';
  readonly progress: (done: number, total: number | null) => void;
}

export interface PulledRepository {
  readonly repository: string;
  readonly url: string;
  /** New rows, and their authors. */
  readonly contributions: number;
  readonly authors: number;
  /** Tips that the history no longer holds: it was rewritten, and what was seen before stays. */
  readonly lostTips: number;
  /** True if nothing was new: no fact was written. */
  readonly already: boolean;
  readonly bytesTransferred: number | null;
}

/** Where the last pull ended. */
interface Cursor {
  readonly refs: readonly Ref[];
  readonly seq: number | null;
  readonly digest: string | null;
}

type Ref = { readonly ref: string; readonly sha: string };

/** Names of refs are bytes to git; a fact's batch holds NFC text. */
const refsOf = (tips: ForgeReading['tips']): Ref[] =>
  Object.entries(tips)
    .map(([ref, sha]) => ({ ref: ref.normalize('NFC'), sha }))
    .sort((a, b) => (`${a.ref} ${a.sha}` < `${b.ref} ${b.sha}` ? -1 : 1));

const sameRefs = (a: readonly Ref[], b: readonly Ref[]): boolean =>
  a.length === b.length && a.every(({ ref, sha }, i) => ref === b[i]!.ref && sha === b[i]!.sha);

async function cursorOf(ports: AppendPorts, state: BookState): Promise<Cursor> {
  const tips = (await state.get('tips')) as unknown as TipsView | null;
  if (tips === null) return { refs: [], seq: null, digest: null };
  const rows = await readRows(ports, state.book, tips.refs);
  const pull = await ports.readBooks.fact(state.book, tips.seq);
  if (pull === null) throw new Error(`fact ${state.book} ${tips.seq}: a view names it and it is not there`);
  return {
    refs: rows.flatMap(({ row }) => (row === null ? [] : [row as unknown as Ref])),
    seq: tips.seq,
    digest: digestOf(ports.primitives.sha256, pull.bytes),
  };
}

/**
 * Ids that earlier batches hold, where a walk may meet them again. As long as every pull was one of git and no tip was ever lost, all
 * that is held is an ancestor of the known tips, which the walk leaves out: then nothing is read, and a pull costs what is new.
 */
async function heldIds(
  ports: AppendPorts,
  state: BookState,
  seenBy: PullAsked['seenBy'],
  lostTips: number,
): Promise<ReadonlySet<string>> {
  const pulls = (await state.list('pulls')).map(({ value }) => value as unknown as PullView);
  const isPlain = seenBy === 'pull' && lostTips === 0 && pulls.every(({ by }) => by === 'pull');
  if (isPlain && (await state.list('rewrites')).length === 0) return new Set();
  return new Set((await contributionsIn(ports, state)).map(({ id }) => id));
}

interface Seen {
  /** In order of id. */
  readonly rows: readonly Contribution[];
  readonly authors: readonly AuthorSeen[];
}

/** Of each commit only its rows are kept. */
async function walk(
  ports: PullPorts,
  repository: string,
  { seenBy }: PullAsked,
  { commits }: ForgeReading,
  held: ReadonlySet<string>,
): Promise<Seen> {
  const context = {
    repository,
    hmac: ports.primitives.hmacSha256,
    key: await authorsKey(ports),
    firstSeenDay: parisDayOf(ports.clock.now()),
    firstSeenBy: seenBy,
  };
  const rows: Contribution[] = [];
  const authors = new Map<string, AuthorSeen>();
  for await (const commit of commits) {
    const seen = toContributions(commit, context);
    seen.rows.forEach((row, i) => {
      if (held.has(row.id)) return;
      rows.push(row);
      authors.set(row.author, authors.get(row.author) ?? seen.authors[i]!);
    });
  }
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { rows, authors: [...authors.values()] };
}

/** Names before the fact: after it nobody would read these commits again. A crash between leaves names of people without a row. */
async function keepAuthors(ports: PullPorts, authors: readonly AuthorSeen[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const keys = await inTurn(authors, async ({ hash, name, address }) => {
    await ports.directory.put(installation, 'author', hash, { name, address }, true);
    return [hash, await ports.saltKeys.of(`author/${hash}`)] as const;
  });
  return new Map(keys);
}

/** What both facts of a pull have in common. */
interface Pulling {
  readonly ports: PullPorts;
  readonly book: string;
  readonly asked: PullAsked;
  readonly cursor: Cursor;
  /** Of the book: for rows about nobody. */
  readonly key: Uint8Array;
}

/** The book is the actor: what a repository shows is the same, whoever asks. */
const causeTo = ({ ports, book, cursor }: Pulling, act: string, on: Json): string =>
  causeOf(ports.primitives.sha256, { actor: book, act, on, after: cursor.digest });

const refRows = ({ key }: Pulling, refs: readonly Ref[]): Row[] =>
  refs.map((ref) => ({ row: ref, position: ref.ref, key }));

async function recordRewrite(pulling: Pulling, lostTips: readonly string[]): Promise<void> {
  const { ports, book, asked, cursor } = pulling;
  const lost = cursor.refs.filter(({ sha }) => lostTips.includes(sha));
  const cause = causeTo(pulling, 'rewrite', { lostTips });
  await append(ports, { book, cause, dependsOn: [] }, async (_state, store) => ({
    kind: 'history-rewritten' as const,
    by: asked.by,
    data: { lostTips: lostTips.length, refs: await store(refRows(pulling, lost)) },
  }));
}

/** Somebody else pulled the same repository meanwhile: what we read is measured against an old cursor. */
class PulledMeanwhile extends Error {}

/** @returns false if another run of the same pull was first */
async function recordPull(pulling: Pulling, refs: readonly Ref[], { rows, authors }: Seen): Promise<boolean> {
  const { ports, book, asked, cursor } = pulling;
  const { by, seenBy } = asked;
  const keys = await keepAuthors(ports, authors);
  const cause = causeTo(pulling, 'pull', { by: seenBy, tips: refs });
  const { already } = await append(
    ports,
    { book, cause, dependsOn: ['contributions-pulled'] },
    async (state, store) => {
      const tips = (await state.get('tips')) as unknown as TipsView | null;
      if ((tips?.seq ?? null) !== cursor.seq) throw new PulledMeanwhile();
      const contributions = rows.map(
        (row): Row => ({ row: row as unknown as Json, position: row.id, key: keys.get(row.author)! }),
      );
      return {
        kind: 'contributions-pulled' as const,
        by,
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

async function pullOnce(ports: PullPorts, repository: RepositoryRef, asked: PullAsked): Promise<PulledRepository> {
  const { id, url } = repository;
  const book = repositoryBook(id);
  const state = await readBook(ports, book);
  const cursor = await cursorOf(ports, state);
  const known = [...new Set(cursor.refs.map(({ sha }) => sha))];
  const reading = await ports.forge.read({ repository: id, url }, known, asked.progress);
  try {
    const { lostTips, bytesTransferred } = reading;
    const nothing = { repository: id, url, contributions: 0, authors: 0, lostTips: lostTips.length, bytesTransferred };
    const refs = refsOf(reading.tips);
    if (lostTips.length === 0 && sameRefs(refs, cursor.refs)) return { ...nothing, already: true };
    const held = await heldIds(ports, state, asked.seenBy, lostTips.length);
    const seen = await walk(ports, id, asked, reading, held);
    const pulling = { ports, book, asked, cursor, key: await ports.saltKeys.of(bookKeyOwner(book)) };
    if (lostTips.length > 0) await recordRewrite(pulling, lostTips);
    if (!(await recordPull(pulling, refs, seen))) return { ...nothing, already: true };
    return { ...nothing, contributions: seen.rows.length, authors: seen.authors.length, already: false };
  } finally {
    await reading.close();
  }
}

/**
 * Walks from the tips of today to the tips of the last pull and writes one fact, or nothing if nothing is new. Repeatable: a crash
 * leaves names and rows that no fact refers to, and the next run writes the same rows.
 * @throws Refusal `repository-unreachable`, `repository-refused`, `git-missing`
 */
export async function pullRepository(
  ports: PullPorts,
  repository: RepositoryRef,
  asked: PullAsked,
): Promise<PulledRepository> {
  for (;;) {
    try {
      return await pullOnce(ports, repository, asked);
    } catch (error) {
      if (!(error instanceof PulledMeanwhile)) throw error;
    }
  }
}
