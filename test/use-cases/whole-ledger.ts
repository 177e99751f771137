// A ledger with two facts of every kind in four books, with rows in one chunk, in several and among the files, followed to its end.
import { type MemoryWorld, memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Ports } from '../../lib/ports.ts';
import { followerOf, followFacts } from '../../lib/use-cases/follow-facts.ts';
import { signHead } from '../../lib/use-cases/sign-head.ts';
import { updateViews } from '../../lib/use-cases/update-views.ts';
import { anyRows, appendAny, books, kindsOf, listedRows } from './any-fact.ts';

/** Kinds whose second fact has rows in several chunks. */
const long: ReadonlySet<string> = new Set(['timesheet-posted', 'contributions-pulled', 'time-claimed']);

/** In the registry one more comes first: the registrar's key. */
export const lastSeq = (book: string): number => 2 * kindsOf(book).length - (book === 'registry' ? 0 : 1);

export async function follow(ports: Ports, book: string): Promise<void> {
  await signHead(ports, book);
  await updateViews(ports, book);
  // What erasures list here was never there: nothing is left to carry out.
  const follower = followerOf(book);
  if (follower !== null) await followFacts(ports, book, follower, async () => undefined);
}

/** @returns the world, and every step that was taken to make it */
export async function wholeLedger(): Promise<{ readonly world: MemoryWorld; readonly steps: readonly string[] }> {
  const world = memoryWorld();
  const { ports, steps } = memoryPorts({ world });
  for (const book of books) {
    for (const n of [0, 1]) {
      for (const kind of kindsOf(book)) {
        await appendAny(ports, {
          book,
          kind,
          n,
          rows: kind === 'erasure' ? listedRows(n) : anyRows(n, long.has(kind) && n === 1 ? 260 : 4),
        });
      }
    }
    await follow(ports, book);
  }
  return { world, steps };
}
