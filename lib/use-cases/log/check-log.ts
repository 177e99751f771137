// The log in the full check: heads, every tile and entry, and that each fact up to where the log stands is in it once, salt included.

import { logEntry } from '../../ledger/log/entry.ts';
import { monitorTree } from '../../ledger/log/monitor.ts';
import { sameBytes } from '../../model/bytes.ts';
import { toHex } from '../../model/hashing.ts';
import type { StoredFact } from '../../ports/books.ts';
import type { LogRun } from '../../ports/log.ts';
import type { Ports } from '../../ports.ts';
import { logKeyWatch } from '../check-log-keys.ts';
import { type Flaw, type LedgerFinding, logFlaw } from '../ledger-finding.ts';
import { type CheckMarksPorts, markFlaws, sizesToCheck } from './check-marks.ts';
import { LogOutOfOrder, readLogHead, readPublished, type StoredHead } from './log-head.ts';
import { checkpointName, stagedName, tilesOfYear } from './log-of-year.ts';

export type CheckLogPorts = CheckMarksPorts & Pick<Ports, 'readLogPlaces'>;

export interface LogCheck {
  /** Before the facts of the book: what the log knows of it then cannot honestly be more than they are. */
  readonly book: (book: string) => Promise<BookInLog>;
  /** Once all books were read: entries that are no fact’s. */
  readonly unclaimed: () => readonly LedgerFinding[];
  /** Once all books were read: when a key was retired is a fact like any other. */
  readonly findings: () => readonly LedgerFinding[];
}

export interface BookInLog {
  /** @returns what is wrong with the place of this fact in the log */
  readonly take: (fact: StoredFact) => readonly Flaw[];
  /** The last fact that is in the log; -1 for none. */
  readonly last: number;
}

/** A finding about a year’s log stands under its own name, as those of a book do under the book’s. */
const bookOf = (year: number): string => `log/${year}`;

interface YearRead {
  readonly entries: readonly (Uint8Array | null)[];
  readonly claimed: Set<number>;
}

/** The head’s append is not published yet: what it staged goes on from the checkpoint, and the next run, or this very one, completes it. */
async function isUnderWay(
  { readLogFiles }: Pick<Ports, 'readLogFiles'>,
  year: number,
  published: StoredHead | null,
  head: StoredHead | null,
): Promise<boolean> {
  if (head === null) return false;
  return (await readLogFiles.get(stagedName(year, published?.size ?? 0, head.size, toHex(head.root)))) !== null;
}

async function headsOf(
  ports: CheckLogPorts,
  year: number,
  known: number,
  found: (flaw: Flaw) => void,
): Promise<StoredHead | null> {
  try {
    const published = await readPublished(ports, year);
    const head = await readLogHead(ports, year);
    if ((published?.size ?? 0) < known && !(await isUnderWay(ports, year, published, head)))
      found(logFlaw(`${year}/checkpoint`, 'set-back'));
    if ((head?.size ?? 0) < (published?.size ?? 0)) found(logFlaw(`${year}/head`, 'set-back'));
    return published;
  } catch (error) {
    if (!(error instanceof LogOutOfOrder)) throw error;
    found(logFlaw(`${year}/checkpoint`, 'not-ours'));
    return null;
  }
}

/** Reads all years. @throws only where the store itself cannot be read */
export async function openLogCheck(ports: CheckLogPorts): Promise<LogCheck> {
  const findings: LedgerFinding[] = [];
  const years = new Map<number, YearRead>();
  const keys = logKeyWatch();
  for await (const { year, size } of ports.readLogPlaces.years()) {
    const found = (flaw: Flaw): void => {
      findings.push({ book: bookOf(year), seq: null, ...flaw });
    };
    const marked = await sizesToCheck(ports, year);
    const head = await headsOf(ports, year, size, found);
    if (head === null) continue;
    keys.signed(year, checkpointName(year), head);
    for (const flaw of await markFlaws(ports, year, marked, head, keys.signed)) found(flaw);
    const monitored = await monitorTree(ports.primitives.sha256, tilesOfYear(ports, year), head);
    for (const { path, what } of monitored.findings) found(logFlaw(`${year}/${path}`, what));
    years.set(year, { entries: monitored.entries, claimed: new Set() });
  }
  const book = async (name: string): Promise<BookInLog> => {
    const last = await ports.readLogPlaces.last(name);
    const runs: LogRun[] = [];
    for await (const run of ports.readLogPlaces.runs(name)) runs.push(run);
    let at = 0;
    const take = (fact: StoredFact): readonly Flaw[] => {
      while (runs[at] !== undefined && runs[at]!.last < fact.seq) at += 1;
      const run = runs[at];
      if (run === undefined || fact.seq < run.first) {
        // What came after the log last looked is not in it yet.
        return fact.seq <= last ? [logFlaw(String(fact.seq), 'no-place')] : [];
      }
      const index = run.index + fact.seq - run.first;
      keys.take(fact, { year: run.year, index });
      const year = years.get(run.year);
      const entry = year?.entries[index];
      // A bundle that does not read is named already; what was appended since the log was read is for the next run.
      if (year === undefined || entry === null || entry === undefined) return [];
      if (year.claimed.has(index)) return [logFlaw(String(fact.seq), 'twice')];
      year.claimed.add(index);
      return sameBytes(entry, logEntry(ports.primitives.sha256, fact.salt, fact.bytes))
        ? []
        : [logFlaw(String(fact.seq), 'other-entry')];
    };
    return { take, last };
  };
  const unclaimed = (): readonly LedgerFinding[] =>
    [...years].flatMap(([year, { entries, claimed }]) =>
      entries.flatMap((entry, index) =>
        entry === null || claimed.has(index)
          ? []
          : [{ book: bookOf(year), seq: null, ...logFlaw(`${year}/${index}`, 'unclaimed') }],
      ),
    );
  return { book, unclaimed, findings: () => [...findings, ...keys.findings()] };
}
