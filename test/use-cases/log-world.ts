// A ledger whose log a test grows itself: facts of any kind in some books, and a process that may die.

import type { FaultPlan } from '../../lib/adapters/memory/faults.ts';
import {
  type MemoryProcess,
  type MemoryWorld,
  memoryPorts,
  memoryWorld,
} from '../../lib/adapters/memory/memory-ports.ts';
import { digestOf, factBytes, noFactYet } from '../../lib/ledger/fact.ts';
import { type OpenedCheckpoint, openCheckpoint } from '../../lib/ledger/log/checkpoint.ts';
import { logEntry } from '../../lib/ledger/log/entry.ts';
import { splitBundle, tilePath, tilesOf } from '../../lib/ledger/log/tiles.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { Ports } from '../../lib/ports.ts';
import { checkpointName, headName, logKeysOf, tileName } from '../../lib/use-cases/log/log-of-year.ts';
import { hexOf } from '../ledger/bytes.ts';
import { all } from './any-fact.ts';

export const bookA = 'company/co-a';
export const bookB = 'company/co-b';

export const logWorld = (nowMs = Date.UTC(2026, 0, 15, 9)): MemoryWorld => memoryWorld('log', nowMs);

export const onWorld = (world: MemoryWorld, faults?: FaultPlan): MemoryProcess =>
  memoryPorts({ world, ...(faults === undefined ? {} : { faults }) });

/** Appends so many facts to the book, one after the other; others may do the same at that moment. */
export async function addFacts(ports: Ports, book: string, count: number): Promise<void> {
  const { sha256 } = ports.primitives;
  let last = (await all(ports.readBooks.facts(book, -1))).at(-1);
  for (let done = 0; done < count; ) {
    const seq = (last?.seq ?? -1) + 1;
    const prev = last === undefined ? noFactYet : digestOf(sha256, last.bytes);
    const at = new Date(ports.clock.now()).toISOString();
    const cause = hexOf(`${book} ${seq}`);
    const data = { developer: `de-${seq}` };
    const bytes = factBytes({ v: 1, book, seq, prev, kind: 'developer-enrolled', at, by: 'pe-1', cause, data });
    const salt = ports.random.bytes(32, 'salt');
    if ((await ports.appendBooks.put({ book, seq, bytes, salt })) === 'put') done += 1;
    last = (await ports.readBooks.fact(book, seq)) ?? undefined;
  }
}

export async function opened(ports: Ports, year: number, name: string): Promise<OpenedCheckpoint | null> {
  const bytes = await ports.readLogFiles.get(name);
  if (bytes === null) return null;
  const checkpoint = await openCheckpoint(bytes, await logKeysOf(ports, year), [], ports.primitives.verifyEd25519);
  if (typeof checkpoint === 'string') throw new Error(`${name}: ${checkpoint}`);
  return checkpoint;
}

export const published = (ports: Ports, year = 2026) => opened(ports, year, checkpointName(year));
export const head = (ports: Ports, year = 2026) => opened(ports, year, headName(year));

/** @returns the entries that the bundles of the year hold, as hex */
export async function entriesIn(ports: Ports, year = 2026): Promise<string[]> {
  const size = (await published(ports, year))?.size ?? 0;
  const entries: string[] = [];
  for (const place of tilesOf(size)) {
    if (place.level !== 'entries') continue;
    const bytes = await ports.readLogFiles.tile(tileName(year, tilePath(place)));
    entries.push(...(splitBundle(bytes ?? new Uint8Array(), place.width) ?? []).map(toHex));
  }
  return entries;
}

/** @returns what the entries of all facts in all books must be, as hex, in no order */
export async function entriesOfFacts(ports: Ports): Promise<string[]> {
  const entries: string[] = [];
  for (const book of await all(ports.listBooks.books())) {
    for (const fact of await all(ports.readBooks.facts(book, -1)))
      entries.push(toHex(logEntry(ports.primitives.sha256, fact.salt, fact.bytes)));
  }
  return entries;
}
