// Views made again from the facts: whatever was done to them, they end as if nothing had been.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyOfWorld, type MemoryWorld, memoryPorts } from '../../lib/adapters/memory/memory-ports.ts';
import type { Key } from '../../lib/adapters/store/keys.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { rebuildViews } from '../../lib/use-cases/rebuild-views.ts';
import { appendAny, books } from './any-fact.ts';
import { lastSeq, wholeLedger } from './whole-ledger.ts';

let world: MemoryWorld;
let keys: Key[];

beforeAll(async () => {
  const made = await wholeLedger();
  world = made.world;
  keys = [...new Set(made.steps)]
    .filter((step) => step.startsWith('table.putIf view#'))
    .map((step) => step.split(' ') as [string, string, string])
    .map(([, pk, sk]) => ({ pk, sk }))
    // How far somebody has come in a book is no fold of it.
    .filter(({ sk }) => !sk.startsWith('cursor-'));
});

const copy = (): MemoryWorld => copyOfWorld(world, world.random);
const rebuild = (of: MemoryWorld, book?: string) =>
  rebuildViews(memoryPorts({ world: of }).ports, book === undefined ? {} : { book });

/** That every item is again what it was, byte for byte, and the check has nothing to say. */
async function expectWhole(of: MemoryWorld): Promise<void> {
  for (const key of keys) expect(await of.table.get(key), `${key.pk} ${key.sk}`).toEqual(await world.table.get(key));
  expect(await checkLedger(memoryPorts({ world: of }).ports)).toMatchObject({ findings: [], behind: [] });
}

describe('views', () => {
  it('that are as they should be are left alone', async () => {
    const { ports, steps } = memoryPorts({ world: copy() });
    const progress: string[] = [];
    const rebuilt = await rebuildViews(ports, { progress: (book) => progress.push(book) });
    expect(rebuilt).toEqual({ books: books.length, facts: 0, repaired: 0, removed: 0, broken: [] });
    expect(steps.filter((step) => /table\.(put|remove)/.test(step))).toEqual([]);
    expect(progress.sort()).toEqual([...books].sort());
  });

  it('that were changed, swapped, made unreadable, taken away or added are as they were', async () => {
    type Deed = 'gone' | 'changed' | 'older' | 'newer' | 'unreadable' | 'swapped' | 'added';
    const deeds = fc.constantFrom<Deed[]>('gone', 'changed', 'older', 'newer', 'unreadable', 'swapped', 'added');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), deeds), { minLength: 1, maxLength: 12 }), async (done) => {
        const wronged = copy();
        const { table } = wronged;
        for (const [n, deed] of done) {
          const key = keys[n % keys.length]!;
          const other = keys[(n + 1) % keys.length]!;
          const [item, others] = [(await world.table.get(key))!, (await world.table.get(other))!];
          if (deed === 'gone') await table.remove(key);
          if (deed === 'changed') await table.put(key, { ...item, v: '{"by":"me"}' });
          if (deed === 'older') await table.put(key, { ...item, n: Math.max(0, Number(item.n) - 1) });
          if (deed === 'newer') await table.put(key, { ...item, n: Number(item.n) + 1 });
          if (deed === 'unreadable') await table.put(key, { ...item, v: '{' });
          if (deed === 'swapped') await table.put(key, { ...others });
          if (deed === 'added')
            await table.put({ pk: key.pk, sk: `mine-${n}` }, { n: 0, v: n % 2 === 0 ? 'true' : '{' });
        }
        expect((await rebuild(wronged)).broken).toEqual([]);
        await expectWhole(wronged);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('that are all gone, the cursor too, are made again', async () => {
    const wronged = copy();
    for (const key of keys) await wronged.table.remove(key);
    const facts = books.reduce((sum, book) => sum + lastSeq(book) + 1, 0);
    expect(await rebuild(wronged)).toEqual({ books: books.length, facts, repaired: 0, removed: 0, broken: [] });
    await expectWhole(wronged);
  });

  it('that are behind are brought up; of one book alone, if asked', async () => {
    const later = copy();
    for (const book of [books[0], books[0], books[2]]) {
      await appendAny(memoryPorts({ world: later }).ports, {
        book,
        kind: book === 'registry' ? 'key-published' : 'history-rewritten',
        n: 5,
      });
    }
    expect(await rebuild(later, books[2])).toMatchObject({ books: 1, facts: 1 });
    expect(await rebuild(later)).toMatchObject({ books: books.length, facts: 1 });
    expect(await rebuild(later, 'company/nobody')).toMatchObject({ books: 0, facts: 0 });
  });

  it('are counted: what was put right, and what no fact made', async () => {
    const wronged = copy();
    const { ports } = memoryPorts({ world: wronged });
    await ports.writeViews.remove(books[1], 'profile');
    await ports.writeViews.put({ book: books[1], name: 'statements/mine', asOfSeq: 1, value: true }, null);
    expect(await rebuild(wronged)).toMatchObject({ repaired: 1, removed: 1 });
    await expectWhole(wronged);
  });

  it('of a book whose facts are wrong are left as they are, and the other books are done', async () => {
    const wronged = copy();
    await wronged.table.remove({ pk: `book#${books[1]}`, sk: '000000000003' });
    const { ports } = memoryPorts({ world: wronged });
    for (const book of books) await ports.writeViews.put({ book, name: 'mine', asOfSeq: 1, value: true }, null);
    const { removed, broken } = await rebuild(wronged);
    expect(removed).toBe(books.length - 1);
    expect(broken).toEqual([{ book: books[1], why: `fact ${books[1]} 4: there is a gap before it` }]);
    expect(await ports.readViews.get(books[1], 'mine')).not.toBeNull();
  });

  it('are the same after a death at any await and a second run', async () => {
    const wronged = copy();
    const { ports } = memoryPorts({ world: wronged });
    for (const name of ['profile', 'statements/number-1']) await ports.writeViews.remove(books[1], name);
    await ports.writeViews.put({ book: books[1], name: 'statements/mine', asOfSeq: 1, value: true }, null);
    const whole = memoryPorts({ world: copyOfWorld(wronged, wronged.random) });
    await rebuildViews(whole.ports, { book: books[1] });
    const writes = whole.steps.flatMap((step, at) => (/table\.(put|remove)/.test(step) ? [at] : []));
    expect(writes).toHaveLength(3);
    for (const at of writes) {
      for (const when of ['before', 'after'] as const) {
        const dying = copyOfWorld(wronged, wronged.random);
        const { ports: dies } = memoryPorts({ world: dying, faults: { at, when } });
        await expect(rebuildViews(dies, { book: books[1] })).rejects.toThrow(/died/);
        await rebuild(dying);
        await expectWhole(dying);
      }
    }
  });
});
