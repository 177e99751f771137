// Views are folds: brought up in one go, fact by fact, by two at once, or by processes that die, they end the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MemoryWorld, memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { ViewItem } from '../../lib/ports/views.ts';
import type { Ports } from '../../lib/ports.ts';
import { foldBook } from '../../lib/use-cases/book-state.ts';
import { updateViews } from '../../lib/use-cases/update-views.ts';
import { appendAny, books, kindsOf, namesChanged } from './any-fact.ts';

async function fill(
  ports: Ports,
  book: string,
  chosen: readonly (readonly [kind: number, n: number])[],
): Promise<void> {
  const kinds = kindsOf(book);
  for (const [kind, n] of chosen) await appendAny(ports, { book, kind: kinds[kind % kinds.length]!, n });
}

/** Every item of the book that a fact changes, and the cursor. */
async function items(ports: Ports, book: string): Promise<(ViewItem | null)[]> {
  const names = ['cursor', ...(await namesChanged(ports, book))];
  return Promise.all(names.map((name) => ports.readViews.get(book, name)));
}

const acts = fc.array(fc.tuple(fc.nat(), fc.nat(5)), { minLength: 1, maxLength: 10 });

describe('views', () => {
  it.each(books)('of %s are the same folded in one go, one at a time, or from the facts alone', async (book) => {
    await fc.assert(
      fc.asyncProperty(acts, async (chosen) => {
        const { ports } = memoryPorts();
        await fill(ports, book, chosen);
        expect(await updateViews(ports, book)).toHaveLength((await foldBook(ports, book)).head.seq + 1);
        expect(await updateViews(ports, book)).toEqual([]);

        const one = memoryPorts();
        for (const act of chosen) {
          await fill(one.ports, book, [act]);
          await updateViews(one.ports, book);
        }
        expect(await items(one.ports, book)).toEqual(await items(ports, book));

        const folded = await foldBook(ports, book);
        for (const name of await namesChanged(ports, book)) {
          expect((await ports.readViews.get(book, name))?.value ?? null).toEqual(await folded.get(name));
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(books)('of %s are the same after any number of deaths at any await', async (book) => {
    await fc.assert(
      fc.asyncProperty(
        acts,
        fc.array(fc.tuple(fc.nat(60), fc.boolean(), fc.nat(10)), { maxLength: 6 }),
        async (chosen, deaths) => {
          const world = memoryWorld();
          let written = 0;
          for (const [at, before, facts] of deaths) {
            await fill(memoryPorts({ world }).ports, book, chosen.slice(written, facts));
            written = Math.max(written, facts);
            const dying = memoryPorts({ world, faults: { at, when: before ? 'before' : 'after' } });
            await updateViews(dying.ports, book).catch((error: Error) => expect(error.name).toBe('Died'));
          }
          const { ports } = memoryPorts({ world });
          await fill(ports, book, chosen.slice(written));
          await updateViews(ports, book);
          const whole = memoryPorts();
          await fill(whole.ports, book, chosen);
          await updateViews(whole.ports, book);
          expect(await items(ports, book)).toEqual(await items(whole.ports, book));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are the same brought up by many at once, while facts still come', async () => {
    const world: MemoryWorld = memoryWorld();
    const book = books[1];
    const chosen = Array.from({ length: 40 }, (_, i): [number, number] => [i * 7, i]);
    await Promise.all([
      fill(memoryPorts({ world }).ports, book, chosen),
      ...Array.from({ length: 6 }, async () => {
        const { ports } = memoryPorts({ world });
        for (let run = 0; run < 30; run += 1) await updateViews(ports, book);
      }),
    ]);
    const { ports } = memoryPorts({ world });
    await updateViews(ports, book);
    const whole = memoryPorts();
    await fill(whole.ports, book, chosen);
    await updateViews(whole.ports, book);
    expect(await items(ports, book)).toEqual(await items(whole.ports, book));
  });

  it('more than 200 facts behind are written in parts, each with its cursor', async () => {
    const { ports, steps } = memoryPorts();
    for (let n = 0; n < 230; n += 1) await appendAny(ports, { book: 'registry', kind: 'key-published', n });
    const before = steps.length;
    expect(await updateViews(ports, 'registry')).toHaveLength(230);
    const cursors = steps.slice(before).filter((step) => step === 'table.putIf view#registry# cursor');
    expect(cursors).toHaveLength(2);
    expect(await ports.readViews.get('registry', 'cursor')).toMatchObject({ asOfSeq: 229 });
    expect(await ports.readViews.get('registry', 'keys/kid-1')).toMatchObject({ asOfSeq: 229 - (229 % 3) + 1 });
  });

  it('of a fact that changes what no fact made are none, and those of the next facts go on', async () => {
    const { ports } = memoryPorts();
    await appendAny(ports, { book: 'registry', kind: 'key-retired', n: 1 });
    await appendAny(ports, { book: 'registry', kind: 'key-published', n: 1 });
    await updateViews(ports, 'registry');
    expect(await ports.readViews.get('registry', 'keys/kid-1')).toMatchObject({ asOfSeq: 1, value: { retired: null } });
  });
});
