// Facts enter the log: stage, read back and verify, sign, swap the head by one conditional put, then tiles, then publish.

import { formatTreeHead } from '../../ledger/log/checkpoint.ts';
import { logEntry } from '../../ledger/log/entry.ts';
import { grow, rootOfEdge } from '../../ledger/log/grow.ts';
import { formatNote } from '../../ledger/log/note.ts';
import { sameBytes } from '../../model/bytes.ts';
import { toHex } from '../../model/hashing.ts';
import type { StoredFact } from '../../ports/books.ts';
import type { LogRun } from '../../ports/log.ts';
import type { Ports } from '../../ports.ts';
import type { AppendPorts } from '../append.ts';
import { publishLogKeys } from '../publish-keys.ts';
import { edgeAt, type FinishPorts, finishAppend } from './finish-append.ts';
import { LogOutOfOrder, readLogHead, type StoredHead } from './log-head.ts';
import { headName, logKeysOf, stagedName } from './log-of-year.ts';
import { parseStaged, stagedBytes } from './staged-batch.ts';
import { stillWaiting, type WaitingFact, waitingFacts } from './waiting-facts.ts';

export type SequencePorts = FinishPorts & AppendPorts & Pick<Ports, 'logSigner' | 'readLogPlaces'>;

export interface Sequenced {
  /** Facts that entered now. */
  readonly facts: number;
}

/** More lost swaps than two or three sequencers make: something else is wrong. */
const mostLostSwaps = 50;

/** Facts of one book stand together, in its order: a run is one item, however many they are. */
function runsOf(facts: readonly StoredFact[], year: number, from: number): LogRun[] {
  const runs: LogRun[] = [];
  facts.forEach(({ book, seq }, i) => {
    const run = runs.at(-1);
    if (run?.book === book && run.last === seq - 1) runs.splice(-1, 1, { ...run, last: seq });
    else runs.push({ book, first: seq, last: seq, year, index: from + i });
  });
  return runs;
}

/** @returns the signed head that was swapped in; null if another sequencer was first */
async function append(
  ports: SequencePorts,
  year: number,
  head: StoredHead | null,
  facts: readonly StoredFact[],
): Promise<StoredHead | null> {
  const { logFiles, logSigner } = ports;
  const { sha256 } = ports.primitives;
  const edge = await edgeAt(ports, year, head);
  const entries = facts.map(({ salt, bytes }) => logEntry(sha256, salt, bytes));
  const root = rootOfEdge(sha256, grow(sha256, edge, entries).edge);
  const size = edge.size + facts.length;
  const name = stagedName(year, edge.size, size, toHex(root));
  await logFiles.put(name, stagedBytes({ year, from: edge.size, entries, runs: runsOf(facts, year, edge.size) }));

  // From here on from the bytes that were written, each entry worked out again from its fact: one flipped bit would be for ever.
  const written = await logFiles.get(name);
  if (written === null) throw new LogOutOfOrder(`log ${year}: ${name} is not there`);
  const staged = parseStaged(written, year);
  const isSame =
    staged.entries.length === facts.length &&
    facts.every(({ salt, bytes }, i) => sameBytes(staged.entries[i]!, logEntry(sha256, salt, bytes)));
  const grown = grow(sha256, await edgeAt(ports, year, head), staged.entries).edge;
  if (!isSame || staged.from !== edge.size || !sameBytes(rootOfEdge(sha256, grown), root)) {
    throw new LogOutOfOrder(`log ${year}: ${name} is not what was staged`);
  }

  // Before the head: whoever recovers looks at every year that is known.
  await ports.logPlaces.putYear(year, edge.size);
  const [key] = await logKeysOf(ports, year);
  if (key === undefined) throw new Error('the log has no key');
  const text = formatTreeHead({ origin: key.name, size, root });
  const signature = await logSigner.sign(new TextEncoder().encode(text));
  const bytes = formatNote({ text, signatures: [{ name: key.name, id: key.id, signature }] });
  if (!(await logFiles.swap(headName(year), head?.bytes ?? null, bytes))) return null;
  const now = await readLogHead(ports, year);
  if (now === null) throw new LogOutOfOrder(`log ${year}: its head is not there`);
  return now;
}

/** The store of places is another one than that of heads: it shows a head that somebody set back. */
async function headOf(ports: SequencePorts, year: number): Promise<StoredHead | null> {
  let known = 0;
  // Before the head, which may only have grown since.
  for await (const each of ports.readLogPlaces.years()) if (each.year === year) known = each.size;
  const head = await readLogHead(ports, year);
  const size = head?.size ?? 0;
  if (known > size) throw new LogOutOfOrder(`log ${year}: it had ${known} entries, and its head says ${size}`);
  return head;
}

/** Completes what another run may have left between its head and the published checkpoint. */
async function recovered(ports: SequencePorts, year: number): Promise<StoredHead | null> {
  const head = await headOf(ports, year);
  if (head !== null) await finishAppend(ports, year, head);
  return head;
}

/** @returns how many facts entered; null if the swap was lost */
async function appendToYear(
  ports: SequencePorts,
  year: number,
  waiting: readonly WaitingFact[],
): Promise<number | null> {
  const head = await recovered(ports, year);
  // After the head: what another sequencer appended up to it has its places by now, so no fact enters twice.
  const facts = await stillWaiting(ports, waiting, year);
  if (facts.length === 0) return 0;
  const swapped = await append(ports, year, head, facts);
  if (swapped === null) return null;
  await finishAppend(ports, year, swapped);
  return facts.length;
}

/**
 * Takes what the log does not have yet. Repeatable: after a crash at any step the next run completes what was begun, and two at
 * once make one log, for one of them loses its swap and looks again.
 * @param books absent: all of them
 * @throws LogOutOfOrder, LogDamaged, OtherPlace (faults): nothing is appended to a log that does not hold
 */
export async function sequenceLog(
  ports: SequencePorts & Pick<Ports, 'listBooks'>,
  books?: Iterable<string>,
): Promise<Sequenced> {
  await publishLogKeys(ports);
  const all = books === undefined ? [] : [...books];
  if (books === undefined) for await (const book of ports.listBooks.books()) all.push(book);
  let facts = 0;
  for await (const { year } of ports.readLogPlaces.years()) await recovered(ports, year);
  for (let lost = 0; lost < mostLostSwaps; ) {
    const waiting = await waitingFacts(ports, all);
    if (waiting.length === 0) return { facts };
    const year = Math.min(...waiting.map((each) => each.year));
    const appended = await appendToYear(ports, year, waiting);
    if (appended === null) lost += 1;
    else facts += appended;
  }
  throw new Error(`log: ${mostLostSwaps} swaps were lost`);
}
