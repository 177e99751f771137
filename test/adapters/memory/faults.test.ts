// Ways to die in memory: before or after a step took effect, and dead for good; another process on the same world goes on.
import { describe, expect, it } from 'vitest';
import { Died } from '../../../lib/adapters/memory/faults.ts';
import { memoryPorts, memoryWorld } from '../../../lib/adapters/memory/memory-ports.ts';
import { seededRandom } from '../../../lib/adapters/memory/seeded-random.ts';
import type { StoredFact } from '../../../lib/ports/books.ts';
import type { Ports } from '../../../lib/ports.ts';
import { all, bytesOf, textOf } from '../../contracts/gather.ts';

const fact = (seq: number): StoredFact => ({
  book: 'company/c1',
  seq,
  bytes: bytesOf(`${seq}`),
  salt: new Uint8Array(32),
});

/** A small life: a book is begun, a view put, a file sealed. */
async function act({ appendBooks, writeViews, sealedFiles, signer }: Ports): Promise<void> {
  await appendBooks.put(fact(0));
  await writeViews.put({ book: 'company/c1', name: 'cursor', asOfSeq: 0, value: 1 }, null);
  await sealedFiles.put('company/c1', 'ab', bytesOf('hours'));
  await signer.signDigest(new Uint8Array(32));
}

describe('a process in memory', () => {
  it('counts each step by name, in order', async () => {
    const { ports, steps } = memoryPorts();
    await act(ports);
    await all(ports.readBooks.facts('company/c1', -1));
    expect(steps).toEqual([
      'table.put books company/c1',
      'table.putIf book#company/c1 000000000000',
      'table.putIf view#company/c1# cursor',
      'fileKeys.putIfAbsent company/c1/ab',
      'fileKeys.get company/c1/ab',
      'sealedFiles.replace company/c1/ab',
      'signer.signDigest',
      'table.query book#company/c1',
    ]);
  });

  it('dies at each step before or after it took effect, stays dead, and the next one ends what it began', async () => {
    const count = 7;
    for (let at = 0; at < count; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const world = memoryWorld();
        const dying = memoryPorts({ world, faults: { at, when } });
        await expect(act(dying.ports), `${at} ${when}`).rejects.toThrow(Died);
        expect(dying.steps).toHaveLength(at + 1);
        await expect(dying.ports.readBooks.fact('company/c1', 0)).rejects.toThrow(Died);
        await expect(dying.ports.objects.put('x', bytesOf('x'))).rejects.toThrow(Died);
        expect(dying.steps).toHaveLength(at + 1);
        const { ports } = memoryPorts({ world });
        const isThere = (await ports.readBooks.fact('company/c1', 0)) !== null;
        expect(isThere, `${at} ${when}`).toBe(at > 1 || (at === 1 && when === 'after'));
        await act(ports);
        expect(await all(ports.listBooks.books())).toEqual(['company/c1']);
        expect(textOf(await ports.sealedFiles.get('company/c1', 'ab'))).toBe('hours');
      }
    }
    await act(memoryPorts({ faults: { at: count, when: 'before' } }).ports);
  });

  it('begins no book without its name on the list: the name alone is no book', async () => {
    const world = memoryWorld();
    const dying = memoryPorts({ world, faults: { at: 0, when: 'before', on: /^table\.putIf book#/ } });
    await expect(dying.ports.appendBooks.put(fact(0))).rejects.toThrow(Died);
    const { ports } = memoryPorts({ world });
    expect(await all(ports.listBooks.books())).toEqual([]);
    await ports.appendBooks.put(fact(0));
    expect(await all(ports.listBooks.books())).toEqual(['company/c1']);
  });

  it('takes with it what was under way at the same time', async () => {
    const dying = memoryPorts({ faults: { at: 0, when: 'after', on: /000000000002$/ } });
    const outcomes = await Promise.allSettled([1, 2, 3].map((seq) => dying.ports.appendBooks.put(fact(seq))));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('wakes who follows the facts, within the same life', async () => {
    const woken: string[] = [];
    const { ports } = memoryPorts({ onFact: async (book) => void woken.push(book) });
    await act(ports);
    await act(ports);
    expect(woken).toEqual(['company/c1']);
  });

  it('has a clock that stands where the test puts it', () => {
    const world = memoryWorld('seed', 1_000);
    const { ports } = memoryPorts({ world });
    expect(ports.clock.now()).toBe(1_000);
    world.nowMs += 500;
    expect(ports.clock.now()).toBe(1_500);
  });
});

describe('seeded chance', () => {
  it('is the same for the same seed and purposes, whatever else was drawn between', () => {
    const draw = (seed: string, others: number): string => {
      const random = seededRandom(seed);
      for (let i = 0; i < others; i += 1) random.bytes(8, `other ${i}`);
      return Buffer.from(random.bytes(40, 'a')).toString('hex') + Buffer.from(random.bytes(4, 'a')).toString('hex');
    };
    expect(draw('one', 0)).toBe(draw('one', 5));
    expect(draw('one', 0)).not.toBe(draw('two', 0));
    expect(draw('one', 0).slice(0, 8)).not.toBe(draw('one', 0).slice(-8));
  });
});
