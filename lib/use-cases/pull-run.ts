// A pull as a run of steps: each page's rows and the cursor after it are kept, so that whoever comes next goes on from there.
import type { Json } from '../ledger/canonical.ts';
import { type AuthorSeen, type SeenBy, toActContribution, toContributions } from '../matching/contribution-rows.ts';
import { parisDayOf } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import { toHex } from '../model/hashing.ts';
import type { RepositoryRef } from '../model/registry.ts';
import { hostOf } from '../model/repository.ts';
import type { ForgePage, ForgeStart } from '../ports/forge.ts';
import type { Ports } from '../ports.ts';
import { inTurn } from './batches.ts';
import { authorsKey } from './identities.ts';
import { installation } from './people.ts';

export type RunPorts = Pick<Ports, 'primitives' | 'clock' | 'directory' | 'saltKeys' | 'forge' | 'pullSteps'>;

/** How far a caller lets a run go at once: a function of the cloud has a quarter of an hour. */
export interface Budget {
  /** Pages asked of the forge. */
  readonly pages?: number;
  /** UTC milliseconds: no page is begun after it. */
  readonly until?: number;
}

/** Step `start` of a run: what all that go on with it agree on. */
export interface Begun {
  /** UTC milliseconds. */
  readonly startedAt: number;
  readonly by: string;
  readonly start: ForgeStart;
}

/** A run by its name, as it was begun. */
export interface Run {
  readonly name: string;
  readonly repository: RepositoryRef;
  readonly seenBy: 'pull' | 'recorded';
  readonly begun: Begun;
  /** Authors who objected: nothing of what they wrote is kept. */
  readonly objectors: ReadonlySet<string>;
}

/** A page's rows: days, hashes, classes. Names are in the directory before it is put. */
interface Step {
  readonly rows: readonly Contribution[];
  /** Commits and acts of the page, held ones too. */
  readonly seen: number;
  readonly next: Json | null;
}

export interface Walked {
  /** In order of id. */
  readonly rows: readonly Contribution[];
  /** False: the budget is used up, and the run goes on another time. */
  readonly isWhole: boolean;
}

const startStep = 'start';
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const read = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

/** A loop and no call for each byte: a page has millions. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * Steps are called after the start they belong to: those of a start that was lost are never mixed with another's.
 * @returns the name of the nth page's step
 */
function stepNames({ primitives }: Pick<Ports, 'primitives'>, begun: Begun): (n: number) => string {
  const digest = toHex(primitives.sha256(bytesOf(begun))).slice(0, 16);
  return (n) => `${String(n).padStart(6, '0')}-${digest}`;
}

/** @returns what stands there now: of two runners, the first to put decides */
async function settle(ports: RunPorts, run: string, step: string, own: Uint8Array): Promise<Uint8Array> {
  if ((await ports.pullSteps.put(run, step, own)) === 'put') return own;
  // Lost again at this moment: ours is as good.
  return (await ports.pullSteps.get(run, step)) ?? own;
}

/** @returns the run as somebody began it before; null if nobody did, or its first step was lost */
export async function runUnderWay(ports: RunPorts, name: string): Promise<Begun | null> {
  const bytes = await ports.pullSteps.get(name, startStep);
  return bytes === null ? null : read<Begun>(bytes);
}

/** Not to be called where nothing is new: then there is no run. */
export const beginRun = async (ports: RunPorts, name: string, begun: Begun): Promise<Begun> =>
  read<Begun>(await settle(ports, name, startStep, bytesOf(begun)));

/** Names before the step: after it nobody reads this page again. A crash between leaves names of people without a row. */
async function keepAuthors(ports: RunPorts, authors: readonly AuthorSeen[], kept: Set<string>): Promise<void> {
  const fresh = authors.filter(({ hash }) => !kept.has(hash));
  const once = [...new Map(fresh.map((author) => [author.hash, author])).values()];
  await inTurn(once, ({ hash, who }) => ports.directory.put(installation, 'author', hash, { ...who }, true));
  for (const { hash } of once) kept.add(hash);
}

const isBy = (authors: ReadonlySet<string>, { author, accountHash }: Contribution): boolean =>
  authors.has(author) || (accountHash !== null && authors.has(accountHash));

/** Of each commit only its rows are kept. */
function rowsOf(page: ForgePage, context: SeenBy, held: ReadonlySet<string>, objectors: Run['objectors']) {
  const rows: Contribution[] = [];
  const authors: AuthorSeen[] = [];
  const add = (row: Contribution, author: AuthorSeen): void => {
    if (held.has(row.id) || isBy(objectors, row)) return;
    rows.push(row);
    authors.push(author);
  };
  for (const commit of page.commits) {
    const seen = toContributions(commit, context);
    seen.rows.forEach((row, i) => {
      add(row, seen.authors[i]!);
    });
  }
  for (const act of page.acts) {
    const { row, author } = toActContribution(act, context);
    add(row, author);
  }
  return { rows, authors };
}

/** In order of id, each once: a forge may give the same on two pages, first as a request's commit and then on the default branch. */
function inOrder(rows: Contribution[]): readonly Contribution[] {
  rows.sort((a, b) => (a.id === b.id ? Number(b.onDefaultBranch) - Number(a.onDefaultBranch) : a.id < b.id ? -1 : 1));
  return rows.filter(({ id }, i) => i === 0 || id !== rows[i - 1]!.id);
}

const isUsedUp = ({ pages, until }: Budget, asked: number, nowMs: number): boolean =>
  (pages !== undefined && asked >= pages) || (until !== undefined && nowMs >= until);

/**
 * All pages of a run: those that are kept, then the rest from the forge, each kept before the next is asked for. A crash between a
 * page and its step costs that page again; the same cursor gives the same page, so the rows are the same.
 * @param held ids that earlier batches of the book hold: they are left out
 * @throws ComeBackLater, StartGone, and the refusals of the forge; what was kept stays
 */
export async function walkRun(
  ports: RunPorts,
  { name, repository, seenBy, begun, objectors }: Run,
  held: ReadonlySet<string>,
  budget: Budget,
  progress: (done: number, total: number | null) => void,
): Promise<Walked> {
  const { start } = begun;
  const source = { repository: repository.id, url: repository.url };
  const context: SeenBy = {
    repository: repository.id,
    host: hostOf(repository.url),
    hmac: ports.primitives.hmacSha256,
    key: await authorsKey(ports),
    firstSeenDay: parisDayOf(begun.startedAt),
    firstSeenBy: seenBy,
  };
  const nameOf = stepNames(ports, begun);
  const rows: Contribution[] = [];
  const kept = new Set<string>();
  let [n, seen, asked] = [0, 0, 0];
  let cursor = start.first;
  const take = (step: Step): void => {
    for (const row of step.rows) rows.push(row);
    seen += step.seen;
    cursor = step.next;
    n += 1;
    progress(seen, cursor === null ? seen : null);
  };
  while (cursor !== null) {
    const stored = await ports.pullSteps.get(name, nameOf(n));
    if (stored !== null) {
      take(read<Step>(stored));
      continue;
    }
    const before = asked;
    for await (const page of ports.forge.pages(source, start, cursor)) {
      asked += 1;
      const { rows: fresh, authors } = rowsOf(page, context, held, objectors);
      await keepAuthors(ports, authors, kept);
      const own: Step = { rows: fresh, seen: page.commits.length + page.acts.length, next: page.next };
      const bytes = bytesOf(own);
      const standing = await settle(ports, name, nameOf(n), bytes);
      const isOwn = standing === bytes || isSame(standing, bytes);
      take(isOwn ? own : read<Step>(standing));
      // What another runner put may go on from elsewhere.
      if (cursor === null || !isOwn) break;
      if (isUsedUp(budget, asked, ports.clock.now())) return { rows: [], isWhole: false };
    }
    // Else it would be asked for ever.
    if (asked === before) throw new Error(`${source.url}: the forge gave a cursor and no page behind it`);
  }
  // A page that was kept before she objected holds what she wrote.
  return { rows: inOrder(rows.filter((row) => !isBy(objectors, row))), isWhole: true };
}
