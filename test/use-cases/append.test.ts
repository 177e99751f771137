// The one way into the ledger: lost puts, retries, crashes at every await, clocks that go back.
import { describe, expect, it } from 'vitest';
import { memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { FactKind } from '../../lib/ledger/kinds.ts';
import { toHex } from '../../lib/model/hashing.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { StoredFact } from '../../lib/ports/books.ts';
import type { Ports } from '../../lib/ports.ts';
import { type Appended, append } from '../../lib/use-cases/append.ts';
import { readRows } from '../../lib/use-cases/batches.ts';
import { type BookState, foldBook } from '../../lib/use-cases/book-state.ts';
import { updateViews } from '../../lib/use-cases/update-views.ts';
import { hexOf, sha256 } from '../ledger/bytes.ts';
import { all, anyRows, appendAny } from './any-fact.ts';

const book = 'company/co-1';

const stored = (ports: Ports): Promise<StoredFact[]> => all(ports.readBooks.facts(book, -1));

/** Enrols a developer; `decide` may do more before it answers. */
const enrol = (
  ports: Ports,
  n: number,
  dependsOn: readonly FactKind[] = [],
  decide: (state: BookState) => Promise<void> = async () => undefined,
): Promise<Appended> =>
  append(ports, { book, cause: hexOf(`enrol ${n}`), dependsOn }, async (state) => {
    await decide(state);
    return { kind: 'developer-enrolled', by: 'pe-1', data: { developer: `de-${n}` } };
  });

describe('at once', () => {
  it('32 different acts are all in, without a gap', async () => {
    const world = memoryWorld();
    const acts = Array.from({ length: 32 }, (_, n) => enrol(memoryPorts({ world }).ports, n));
    const appended = await Promise.all(acts);
    const { ports } = memoryPorts({ world });
    const { head, list } = await foldBook(ports, book);
    expect(head.seq).toBe(31);
    expect(await list('developers')).toHaveLength(32);
    expect(appended.map(({ fact }) => fact.seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, i) => i));
    expect(appended.every(({ already }) => !already)).toBe(true);
  });

  it('the same act 32 times is one fact, and every answer names it', async () => {
    const world = memoryWorld();
    const appended = await Promise.all(Array.from({ length: 32 }, () => enrol(memoryPorts({ world }).ports, 1)));
    expect(await stored(memoryPorts({ world }).ports)).toHaveLength(1);
    expect(new Set(appended.map(({ digest }) => digest)).size).toBe(1);
    expect(new Set(appended.map(({ fact }) => JSON.stringify(fact))).size).toBe(1);
    expect(appended.filter(({ already }) => !already)).toHaveLength(1);
  });

  it('gives up when others are always first, and says so in both languages', async () => {
    const { ports } = memoryPorts();
    let puts = 0;
    const put = async (): Promise<'taken'> => {
      puts += 1;
      return 'taken';
    };
    const failed = enrol({ ...ports, appendBooks: { put } }, 1);
    await expect(failed).rejects.toThrow(Refusal);
    await expect(failed).rejects.toMatchObject({ code: 'ledger-busy', detail: { fr: /recommencez/, en: /try again/ } });
    expect(puts).toBe(100);
  });
});

describe('a decision', () => {
  /** Between the decision and its put, another fact comes. */
  async function overtaken(dependsOn: readonly FactKind[]): Promise<{ seen: number[]; appended: Appended }> {
    const { ports } = memoryPorts();
    const seen: number[] = [];
    const appended = await enrol(ports, 1, dependsOn, async ({ head }) => {
      seen.push(head.seq);
      if (seen.length < 3) await appendAny(ports, { book, kind: 'subsidy-declared', n: seen.length });
    });
    return { seen, appended };
  }

  it('is made again after a fact that it depends on', async () => {
    const { seen, appended } = await overtaken(['pay-recorded', 'subsidy-declared']);
    expect(seen).toEqual([-1, 0, 1]);
    expect(appended.fact.seq).toBe(2);
  });

  it('stands after any other: only its place in the book changes', async () => {
    const { seen, appended } = await overtaken(['pay-recorded']);
    expect(seen).toEqual([-1]);
    expect(appended.fact.seq).toBe(1);
  });

  it('that fails leaves nothing in the book', async () => {
    const { ports } = memoryPorts();
    const failed = enrol(ports, 1, [], async () => {
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await stored(ports)).toEqual([]);
  });

  it('for a fact that breaks a rule of its kind leaves nothing in the book', async () => {
    const { ports } = memoryPorts();
    const wrong = append(ports, { book, cause: hexOf('wrong'), dependsOn: [] }, async () => ({
      kind: 'developer-enrolled',
      by: 'pe-1',
      data: { developer: '' },
    }));
    await expect(wrong).rejects.toThrow(/^fact company\/co-1 0: developer/);
    expect(await stored(ports)).toEqual([]);
  });
});

describe('time', () => {
  it('never goes back in a book, whatever the clock does', async () => {
    const world = memoryWorld();
    const { ports } = memoryPorts({ world });
    const clock = [0, -86_400_000, -1, 1, 0];
    const start = world.nowMs;
    const times: string[] = [];
    for (const [n, shift] of clock.entries()) {
      world.nowMs = start + shift;
      times.push((await enrol(ports, n)).fact.at);
    }
    const [first, later] = [start, start + 1].map((ms) => new Date(ms).toISOString());
    expect(times).toEqual([first, first, first, later, later]);
    await foldBook(ports, book);
  });
});

describe('a process that dies', () => {
  const act = (ports: Ports): Promise<Appended> =>
    appendAny(ports, { book, kind: 'timesheet-posted', n: 1, rows: anyRows(1, 400) });

  it('at any await, before or after its effect, is made good by the same act again: one fact, the same root', async () => {
    const whole = memoryPorts();
    const expected = await act(whole.ports);
    const places = whole.steps.length;
    expect(places).toBeGreaterThan(8);
    for (const when of ['before', 'after'] as const) {
      for (let at = 0; at < places; at += 1) {
        const world = memoryWorld();
        await expect(act(memoryPorts({ world, faults: { at, when } }).ports)).rejects.toThrow(/died/);
        // Views may or may not have been brought up in between.
        const { ports } = memoryPorts({ world });
        if (at % 2 === 0) await updateViews(ports, book);
        const again = await act(ports);
        expect(again.fact.data, `${when} ${at}`).toEqual(expected.fact.data);
        expect(await stored(ports), `${when} ${at}`).toHaveLength(1);
        if (!('batch' in again.fact.data)) throw new Error('no batch');
        expect(await readRows(ports, book, again.fact.data.batch)).toHaveLength(400);
        expect((await act(ports)).already).toBe(true);
      }
    }
  });

  it('after its put is answered with the bytes of the first time', async () => {
    const world = memoryWorld();
    const dying = memoryPorts({ world, faults: { at: 0, when: 'after', on: /^table\.putIf book#/ } });
    await expect(enrol(dying.ports, 1)).rejects.toThrow(/died/);
    const { ports } = memoryPorts({ world });
    const [first] = await stored(ports);
    const again = await enrol(ports, 1);
    expect(again.already).toBe(true);
    expect(again.digest).toBe(toHex(sha256(first!.bytes)));
  });
});

describe('nothing is built', () => {
  it('on a last fact that was changed or is gone since the views saw it', async () => {
    for (const change of ['change', 'remove'] as const) {
      const world = memoryWorld();
      const { ports } = memoryPorts({ world });
      await enrol(ports, 1);
      await enrol(ports, 2);
      await updateViews(ports, book);
      const key = { pk: `book#${book}`, sk: '000000000001' };
      const item = await world.table.get(key);
      expect(item).not.toBeNull();
      if (change === 'remove') await world.table.remove(key);
      else {
        const text = new TextDecoder().decode(item!.b as Uint8Array).replace('de-2', 'de-9');
        await world.table.put(key, { ...item, b: new TextEncoder().encode(text) });
      }
      await expect(enrol(ports, 3)).rejects.toThrow(/^fact company\/co-1 1: it is not the one that the views/);
    }
  });

  it('on a fact of another book', async () => {
    const world = memoryWorld();
    const { ports } = memoryPorts({ world });
    await enrol(ports, 1);
    const item = await world.table.get({ pk: `book#${book}`, sk: '000000000000' });
    await world.table.put({ pk: 'book#company/co-2', sk: '000000000000' }, item!);
    const elsewhere = append(ports, { book: 'company/co-2', cause: hexOf('x'), dependsOn: [] }, async () => {
      throw new Error('never decided');
    });
    await expect(elsewhere).rejects.toThrow(/^fact company\/co-2 0: another one stands there/);
  });
});
