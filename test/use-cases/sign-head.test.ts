// The signed head: what it says, that it goes on from the one before, and that nothing is signed over what is wrong.
import { describe, expect, it } from 'vitest';
import { copyOfWorld, memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { Ports } from '../../lib/ports.ts';
import { parseJws } from '../../lib/statement/jws.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { readHead, signHead } from '../../lib/use-cases/sign-head.ts';
import { sha256 } from '../ledger/bytes.ts';
import { appendAny, books } from './any-fact.ts';

const [book] = books;
const fact = (ports: Ports, n: number) => appendAny(ports, { book, kind: 'key-published', n });

describe('a signed head', () => {
  it('names the last fact, and holds all salts in a running hash that anybody can work out', async () => {
    const world = memoryWorld();
    const { ports } = memoryPorts({ world });
    const first = await fact(ports, 1);
    const second = await fact(ports, 2);
    expect(await signHead(ports, book)).toMatchObject({ v: 1, book, seq: 1, digest: second.digest });
    let entries: Uint8Array = new Uint8Array(32);
    for (const seq of [first.fact.seq, second.fact.seq]) {
      const { salt, bytes } = (await ports.readBooks.fact(book, seq))!;
      entries = sha256(Uint8Array.of(...entries, ...sha256(Uint8Array.of(...salt, ...bytes))));
    }
    expect(await readHead(ports, book)).toMatchObject({
      entries: toHex(entries),
      at: new Date(world.nowMs).toISOString(),
    });
    const parsed = parseJws(world.heads.get(book)!, 'communs-head+jwt');
    if (typeof parsed === 'string') throw new Error(parsed);
    const [key] = await ports.statementKeys.publicKeys();
    expect(await ports.primitives.verifyEs256(key!, parsed.signingInput, parsed.signature)).toBe(true);
  });

  it('goes on from the one before, however old, to the same; and is signed again only after a new fact', async () => {
    const world = memoryWorld();
    const { ports } = memoryPorts({ world });
    await fact(ports, 1);
    await signHead(ports, book);
    const old = world.heads.get(book)!;
    await fact(ports, 2);
    const { ports: other, steps } = memoryPorts({ world });
    const second = await signHead(other, book);
    expect(second?.seq).toBe(1);
    world.heads.set(book, old);
    expect(await checkLedger(ports)).toMatchObject({
      ok: true,
      behind: [{ what: 'head', seq: 0, last: 1 }, { what: 'views' }],
    });
    expect(await signHead(ports, book)).toEqual(second);
    const before = steps.length;
    expect(await signHead(other, book)).toEqual(second);
    expect(steps.slice(before).some((step) => /signDigest|heads.put/.test(step))).toBe(false);
    world.heads.delete(book);
    expect(await signHead(ports, book)).toEqual(second);
  });

  it('of a book without facts is none', async () => {
    const { ports } = memoryPorts();
    expect(await signHead(ports, book)).toBeNull();
    expect(await readHead(ports, book)).toBeNull();
  });

  it('is not signed over one that was changed, nor on a book that lacks its fact', async () => {
    const world = memoryWorld();
    const { ports } = memoryPorts({ world });
    await fact(ports, 1);
    await signHead(ports, book);
    const altered = copyOfWorld(world, world.random);
    altered.heads.set(book, `${world.heads.get(book)}A`);
    await expect(signHead(memoryPorts({ world: altered }).ports, book)).rejects.toThrow(
      `head of ${book}: it was changed`,
    );
    const cut = copyOfWorld(world, world.random);
    await cut.table.remove({ pk: `book#${book}`, sk: '000000000000' });
    await expect(signHead(memoryPorts({ world: cut }).ports, book)).rejects.toThrow(
      `fact ${book} 0: it is not the one`,
    );
  });

  it('is the older one after a death at any await, and the new one after the next try', async () => {
    const world = memoryWorld();
    const { ports } = memoryPorts({ world });
    await fact(ports, 1);
    await signHead(ports, book);
    await fact(ports, 2);
    const whole = memoryPorts({ world: copyOfWorld(world, world.random) });
    const expected = await signHead(whole.ports, book);
    for (let at = 0; at < whole.steps.length; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const dying = copyOfWorld(world, world.random);
        await expect(signHead(memoryPorts({ world: dying, faults: { at, when } }).ports, book)).rejects.toThrow(/died/);
        const again = memoryPorts({ world: dying });
        expect((await checkLedger(again.ports)).findings).toEqual([]);
        expect(await signHead(again.ports, book)).toEqual(expected);
      }
    }
  });
});
