// Declared time is claimed in the person's own book, day by day, so that two employers of one person can be set beside each other.
import type { Row } from '../ledger/batch.ts';
import type { Json } from '../ledger/canonical.ts';
import { type AnyFact, causeOf, digestOf, parseFact } from '../ledger/fact.ts';
import type { BatchRef, Head } from '../ledger/kinds.ts';
import type { PostingView } from '../ledger/views/company-views.ts';
import type { ClaimView } from '../ledger/views/person-views.ts';
import type { Day } from '../model/calendar.ts';
import type { TimeUnit } from '../model/duration.ts';
import type { TimeEntry } from '../model/time-entry.ts';
import type { Ports } from '../ports.ts';
import { type AppendPorts, append } from './append.ts';
import { inTurn, readGroup, readGroups, readRows } from './batches.ts';
import { type BookPorts, type BookState, foldSettled, readBook } from './book-state.ts';
import { bookKeyOwner, companyBook, companyOfBook, type DirectoryPorts, personBook, pidsOf } from './people.ts';
import { joinedPids } from './pids.ts';

export type ClaimPorts = AppendPorts & Pick<Ports, 'directory' | 'saltKeys'>;

/** A row of `time-claimed`: one person's day at one employer, over all projects. */
export interface ClaimedDay {
  readonly day: Day;
  readonly unit: TimeUnit;
  /** Of one claim, below 0 where time was taken back; of a sum, above 0. */
  readonly amount: number;
}

/** @returns one amount for each day and unit, in that order, without zeros */
function sumByDay(rows: Iterable<ClaimedDay>): ClaimedDay[] {
  const sums = new Map<string, ClaimedDay>();
  for (const { day, unit, amount } of rows) {
    const key = `${day} ${unit}`;
    sums.set(key, { day, unit, amount: (sums.get(key)?.amount ?? 0) + amount });
  }
  const inOrder = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
  return inOrder.filter(({ amount }) => amount !== 0);
}

async function factAt(ports: ClaimPorts, book: string, seq: number): Promise<{ fact: AnyFact; digest: string }> {
  const stored = await ports.readBooks.fact(book, seq);
  if (stored === null) throw new Error(`fact ${book} ${seq} is missing`);
  return { fact: parseFact(stored.bytes), digest: digestOf(ports.primitives.sha256, stored.bytes) };
}

interface DeclaredRows {
  readonly batch: BatchRef;
  /** -1 for what takes the rows back. */
  readonly sign: 1 | -1;
}

/** @returns null for a fact that declares no time */
async function declaredBy(ports: ClaimPorts, book: string, fact: AnyFact): Promise<DeclaredRows | null> {
  if (fact.kind === 'timesheet-posted' || fact.kind === 'correction-posted') return { batch: fact.data.batch, sign: 1 };
  if (fact.kind !== 'timesheet-undone') return null;
  const undone = await factAt(ports, book, fact.data.timesheet);
  return { ...(await declaredBy(ports, book, undone.fact))!, sign: -1 };
}

/** Repeatable: a fact claimed already answers already. */
async function claimDays(
  ports: ClaimPorts,
  company: string,
  developer: string,
  { fact, digest }: { readonly fact: AnyFact; readonly digest: string },
  days: readonly ClaimedDay[],
): Promise<boolean> {
  const [pid] = await pidsOf(ports, company, developer);
  if (pid === undefined || days.length === 0) return false;
  const book = personBook(pid);
  const on = { fact: digest, developer };
  const cause = causeOf(ports.primitives.sha256, { actor: company, act: 'claim-time', on, after: null });
  const key = await ports.saltKeys.of(bookKeyOwner(book));
  const rows = days.map((day): Row => ({ row: day as unknown as Json, position: `${day.day} ${day.unit}`, key }));
  const { already } = await append(ports, { book, cause, dependsOn: [] }, async (_state, store) => ({
    kind: 'time-claimed' as const,
    by: fact.by,
    data: { company, fact: digest, batch: await store(rows) },
  }));
  return !already;
}

/** @param rows of one developer */
const signed = (rows: readonly TimeEntry[], sign: 1 | -1): ClaimedDay[] =>
  sumByDay(rows.map(({ day, unit, amount }) => ({ day, unit, amount: sign * amount })));

/**
 * For one fact of a company's book: the days of each developer who has proven an identity. A crash within leaves the rest to the next call.
 * @returns how many claims were new; 0 for a fact that declares no time
 */
export async function claimTime(ports: ClaimPorts, book: string, seq: number): Promise<number> {
  const posted = await factAt(ports, book, seq);
  const declared = await declaredBy(ports, book, posted.fact);
  if (declared === null) return 0;
  const rows = (await readRows(ports, book, declared.batch)).flatMap(({ row }) =>
    row === null ? [] : [row as unknown as TimeEntry],
  );
  const developers = [...Map.groupBy(rows, ({ developer }) => developer)];
  const claims = await inTurn(developers, ([developer, own]) =>
    claimDays(ports, companyOfBook(book), developer, posted, signed(own, declared.sign)),
  );
  return claims.filter(Boolean).length;
}

/**
 * For one developer: every fact that declared time of hers before she proved an identity. Repeatable.
 * @returns how many claims were new
 */
export async function claimAll(ports: ClaimPorts, company: string, developer: string): Promise<number> {
  const book = companyBook(company);
  const state = await readBook(ports, book);
  const postings = (await state.list('postings')).map(({ value }) => value as unknown as PostingView);
  const seqs = postings.flatMap(({ seq, undone }) => (undone === null ? [seq] : [seq, undone.seq]));
  let claims = 0;
  for (const seq of seqs.sort((a, b) => a - b)) {
    const posted = await factAt(ports, book, seq);
    const { batch, sign } = (await declaredBy(ports, book, posted.fact))!;
    const groups = (await readGroups(ports, book, batch)).filter((group) => group.startsWith(`${developer} `));
    const rows = (await inTurn(groups, (group) => readGroup(ports, book, batch, group))).flat();
    const own = rows.flatMap(({ row }) => (row === null ? [] : [row as unknown as TimeEntry]));
    if (await claimDays(ports, company, developer, posted, signed(own, sign))) claims += 1;
  }
  return claims;
}

/**
 * @param person state of a person's book
 * @returns the rows of each claim; none where nobody else ever claimed
 */
async function claimsByOthers(
  ports: BookPorts,
  person: BookState,
  company: string,
): Promise<readonly (readonly ClaimedDay[])[]> {
  const names = (await person.list('claim-companies')).map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
  const others = names.filter((other) => other !== company);
  const views = (await inTurn(others, (other) => person.list(`claims/${other}`))).flat();
  return inTurn(views, async ({ value }) => {
    const rows = await readRows(ports, person.book, (value as unknown as ClaimView).batch);
    return rows.flatMap(({ row }) => (row === null ? [] : [row as unknown as ClaimedDay]));
  });
}

export interface OthersClaims {
  /** Amounts above 0 by day and unit. */
  readonly claims: readonly ClaimedDay[];
  /** Of the books that were read; none where she has proven no identity. */
  readonly heads: readonly Head[];
  /** Whether another employer ever claimed, also where nothing of it is left. */
  readonly hasOthers: boolean;
}

/**
 * For the assessor alone: what all other employers of the same person claimed, and never which. From facts, not views: the claims are
 * those up to the heads that it names, and no later one. A claim comes some time after the declaration that it is of, so that the last
 * moment is not waited for.
 * @param pids hers at this company
 */
export async function claimsOfOthers(
  ports: BookPorts & DirectoryPorts,
  company: string,
  pids: readonly string[],
): Promise<OthersClaims> {
  const people = await inTurn(await joinedPids(ports, pids), (pid) => foldSettled(ports, personBook(pid)));
  const claims = (await inTurn(people, (person) => claimsByOthers(ports, person, company))).flat();
  return {
    claims: sumByDay(claims.flat()).filter(({ amount }) => amount > 0),
    heads: people.map(({ head: { book, seq, digest } }) => ({ book, seq, digest })),
    hasOthers: claims.length > 0,
  };
}

export const otherClaims = async (
  ports: BookPorts & DirectoryPorts,
  company: string,
  developer: string,
): Promise<OthersClaims> => claimsOfOthers(ports, company, await pidsOf(ports, company, developer));
