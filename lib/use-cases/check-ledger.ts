// `communs check`: everything that stands in the ledger is read again and held against what vouches for it. Nothing is written.
import type { Ports } from '../ports.ts';
import { type Behind, type CheckBookPorts, checkBook, type Tally } from './check-book.ts';
import { erasuresSeen } from './check-erasures.ts';
import { statementKeyWatch } from './check-statement-keys.ts';
import { headFlaw, type LedgerFinding } from './ledger-finding.ts';
import { type CheckLogPorts, openLogCheck } from './log/check-log.ts';

export type CheckPorts = CheckBookPorts & CheckLogPorts & Pick<Ports, 'listBooks'>;

export interface CheckAsked {
  /** One book alone; absent = all. */
  readonly book?: string;
  /** Called after each fact, with the totals so far. */
  readonly progress?: Tally['progress'];
}

export interface LedgerCheck {
  /** Nothing was found. */
  readonly ok: boolean;
  /** 0 if there is none, or none of that name. */
  readonly books: number;
  readonly facts: number;
  readonly rows: number;
  readonly findings: readonly LedgerFinding[];
  readonly behind: readonly Behind[];
}

/** @returns every book, and whether it is on the list; a head that nobody could remove with the table knows some that are not */
async function booksToCheck(ports: CheckPorts): Promise<ReadonlyMap<string, boolean>> {
  const books = new Map<string, boolean>();
  // Heads first: a book that is begun meanwhile is then on the list.
  for await (const book of ports.readHeads.books()) books.set(book, false);
  for await (const book of ports.listBooks.books()) books.set(book, true);
  return books;
}

/** @returns whether an erasure came to a book of which something is said, after it was read for them: it takes away what is still to be looked at */
async function erasedMeanwhile(ports: CheckPorts, { findings, erasures }: Tally): Promise<boolean> {
  for (const book of new Set(findings.map((each) => each.book))) {
    const known = erasures.get(book);
    if (known !== undefined && (await erasuresSeen(ports, book)).last > known) return true;
  }
  return false;
}

/**
 * Stops at nothing that it finds. While others write, what is newer than the first look is left to the next run.
 * @throws only where the store itself cannot be read
 */
export async function checkLedger(ports: CheckPorts, asked: CheckAsked = {}): Promise<LedgerCheck> {
  const { book, progress = () => undefined } = asked;
  const tally: Tally = { facts: 0, rows: 0, findings: [], behind: [], erasures: new Map(), progress };
  // Before books and facts, so that the log cannot honestly know more than they do.
  const log = await openLogCheck(ports);
  const statementKeys = statementKeyWatch(ports);
  const all = [...(await booksToCheck(ports))].filter(([name]) => book === undefined || name === book);
  for (const [name, isListed] of all) {
    if (!isListed) tally.findings.push({ book: name, seq: null, ...headFlaw('unlisted') });
    await checkBook(ports, name, tally, await log.book(name), statementKeys);
  }
  tally.findings.push(...(await statementKeys.findings()));
  // Of one book alone nobody can say which entries are no fact’s.
  tally.findings.push(...log.findings(), ...(book === undefined ? log.unclaimed() : []));
  if (await erasedMeanwhile(ports, tally)) return checkLedger(ports, asked);
  const { facts, rows, findings, behind } = tally;
  return { ok: findings.length === 0, books: all.length, facts, rows, findings, behind };
}
