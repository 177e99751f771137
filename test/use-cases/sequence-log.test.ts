// Facts enter the log: each once, whoever sequences, wherever it dies; a log that does not hold takes no more.
import { describe, expect, it } from 'vitest';
import { copyOfWorld, type MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { logEntry } from '../../lib/ledger/log/entry.ts';
import { consistencyProof, isConsistent, treeReader } from '../../lib/ledger/log/proof.ts';
import { verifyTlogProof } from '../../lib/ledger/log/tlog-proof.ts';
import { parseVkey } from '../../lib/ledger/log/vkey.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { Ports } from '../../lib/ports.ts';
import { logEvidence } from '../../lib/use-cases/log/log-evidence.ts';
import { tilesOfYear } from '../../lib/use-cases/log/log-of-year.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { hexOf } from '../ledger/bytes.ts';
import { all } from './any-fact.ts';
import { addFacts, bookA, bookB, entriesIn, entriesOfFacts, head, logWorld, onWorld, published } from './log-world.ts';

const total = (ports: Ports): Promise<number> => entriesOfFacts(ports).then(({ length }) => length);

/** Every fact of every book is in the logs of these years once, and nothing else is. */
async function expectComplete(ports: Ports, years: readonly number[] = [2026]): Promise<void> {
  const inLog = (await Promise.all(years.map((year) => entriesIn(ports, year)))).flat();
  expect(inLog.toSorted()).toEqual((await entriesOfFacts(ports)).toSorted());
  for (const year of years) expect((await published(ports, year))?.note).toEqual((await head(ports, year))?.note);
}

describe('a log', () => {
  it('takes each fact of all books once, and a second time there is nothing to take', async () => {
    const { ports } = onWorld(logWorld());
    await addFacts(ports, bookA, 3);
    await addFacts(ports, bookB, 2);
    // The registry's own fact among them, that publishes the key.
    expect(await sequenceLog(ports)).toMatchObject({ facts: 6 });
    await expectComplete(ports);
    expect(await sequenceLog(ports)).toMatchObject({ facts: 0 });
    await addFacts(ports, bookA, 300);
    expect((await sequenceLog(ports, [bookA])).facts).toBe(300);
    await expectComplete(ports);
    const [key] = await ports.logKeys.publicKeys();
    const registry = await all(ports.readBooks.facts('registry', -1));
    expect(new TextDecoder().decode(registry[0]?.bytes)).toContain(Buffer.from(key!).toString('base64url'));
  });

  it('costs for one fact what decision 19 says', async () => {
    const world = logWorld();
    const { ports } = onWorld(world);
    await addFacts(ports, bookA, 600);
    await sequenceLog(ports);
    await addFacts(ports, bookA, 1);
    const { ports: counted, steps } = onWorld(world);
    await sequenceLog(counted, [bookA]);
    const count = (...names: readonly string[]) => steps.filter((step) => names.includes(step.split(' ')[0]!)).length;
    expect({
      reads: count('logFiles.get', 'logFiles.tile'),
      swaps: count('logFiles.swap'),
      writes: count('logFiles.put', 'logFiles.putTile', 'logFiles.swap'),
      signatures: count('logSigner.sign'),
      tableWrites: count('table.put', 'table.putIf'),
    }).toEqual({ reads: 19, swaps: 2, writes: 5, signatures: 1, tableWrites: 3 });
  });

  it('goes on from each of its checkpoints: none was ever taken back', async () => {
    const { ports } = onWorld(logWorld());
    const { sha256 } = ports.primitives;
    const seen = [];
    for (const count of [1, 5, 250, 1, 300]) {
      await addFacts(ports, bookA, count);
      await sequenceLog(ports);
      seen.push((await published(ports))!);
    }
    const last = seen.at(-1)!;
    const reader = treeReader(sha256, tilesOfYear(ports, 2026), last.size);
    for (const before of seen) {
      expect(isConsistent(sha256, before, last, await consistencyProof(reader, before.size))).toBe(true);
    }
  });

  it('is one for each year of the facts’ instants, however late they come', async () => {
    const world = logWorld(Date.UTC(2025, 11, 31, 23, 59));
    const { ports } = onWorld(world);
    await addFacts(ports, bookA, 2);
    await addFacts(ports, bookB, 1);
    await sequenceLog(ports, [bookB]);
    world.nowMs = Date.UTC(2026, 0, 1, 0, 1);
    await addFacts(ports, bookA, 2);
    await sequenceLog(ports);
    expect((await published(ports, 2025))?.size).toBe(4);
    expect((await published(ports, 2026))?.size).toBe(2);
    await expectComplete(ports, [2025, 2026]);
    expect((await published(ports, 2025))?.origin).toBe('urn:communs:embedded/log/2025');
  });
});

describe('the evidence of a fact', () => {
  it('proves to anybody with the key that it is in the log; there is none before it is', async () => {
    const { ports } = onWorld(logWorld());
    await addFacts(ports, bookA, 20);
    expect(await logEvidence(ports, { book: bookA, seq: 7 })).toBeNull();
    await sequenceLog(ports);
    for (const seq of [0, 7, 19]) {
      const evidence = (await logEvidence(ports, { book: bookA, seq }))!;
      const { sha256, verifyEd25519 } = ports.primitives;
      const keys = evidence.vkeys.map((text) => parseVkey(sha256, text)!);
      const entry = logEntry(ports.primitives.sha256, evidence.salt, evidence.fact);
      const proven = await verifyTlogProof({ sha256, verifyEd25519 }, evidence.proof, entry, keys);
      expect(proven).toMatchObject({ checkpoint: { size: 21 } });
      expect(Buffer.from(evidence.proof).subarray(-evidence.checkpoint.length)).toEqual(
        Buffer.from(evidence.checkpoint),
      );
    }
    expect(await logEvidence(ports, { book: bookA, seq: 20 })).toBeNull();
    expect(await logEvidence(ports, { book: 'company/nobody', seq: 0 })).toBeNull();
  });
});

/** A world with a log, and facts that are not in it: enough to fill a tile. */
async function waitingWorld(): Promise<MemoryWorld> {
  const world = logWorld();
  const { ports } = onWorld(world);
  await addFacts(ports, bookA, 250);
  await sequenceLog(ports);
  await addFacts(ports, bookA, 4);
  await addFacts(ports, bookB, 4);
  return world;
}

describe('a sequencer that dies', () => {
  it('before its head is not in the way of others that come to the same tree from a later one', async () => {
    const world = await waitingWorld();
    const { ports } = onWorld(world);
    const dying: Ports = {
      ...ports,
      logFiles: {
        ...ports.logFiles,
        swap: async () => {
          throw new Error('it died');
        },
      },
    };
    await expect(sequenceLog(dying)).rejects.toThrow('it died');
    expect((await sequenceLog(ports, [bookA])).facts).toBe(4);
    expect((await sequenceLog(ports)).facts).toBe(4);
    await expectComplete(ports);
  });

  it('at any await, before or after its effect, is made good by the next run, and both its heads are one log', async () => {
    const world = await waitingWorld();
    const whole = onWorld(copyOfWorld(world, world.random));
    await sequenceLog(whole.ports);
    expect(whole.steps.length).toBeGreaterThan(40);
    for (const when of ['before', 'after'] as const) {
      for (let at = 0; at < whole.steps.length; at += 1) {
        const copy = copyOfWorld(world, world.random);
        await expect(sequenceLog(onWorld(copy, { at, when }).ports)).rejects.toThrow(/died/);
        const { ports } = onWorld(copy);
        const between = await head(ports);
        await addFacts(ports, bookB, 1);
        await sequenceLog(ports);
        await expectComplete(ports);
        const after = (await published(ports))!;
        const reader = treeReader(ports.primitives.sha256, tilesOfYear(ports, 2026), after.size);
        const proof = await consistencyProof(reader, between!.size);
        expect(isConsistent(ports.primitives.sha256, between!, after, proof), `${when} ${at}`).toBe(true);
      }
    }
  }, 120_000);

  it('at the turn of a year leaves neither log with a fact of the other', async () => {
    const world = logWorld(Date.UTC(2025, 11, 31, 23, 59));
    await addFacts(onWorld(world).ports, bookA, 2);
    world.nowMs = Date.UTC(2026, 0, 1, 0, 1);
    await addFacts(onWorld(world).ports, bookA, 2);
    const whole = onWorld(copyOfWorld(world, world.random));
    await sequenceLog(whole.ports);
    for (let at = 0; at < whole.steps.length; at += 1) {
      const copy = copyOfWorld(world, world.random);
      await expect(sequenceLog(onWorld(copy, { at, when: 'after' }).ports)).rejects.toThrow(/died/);
      const { ports } = onWorld(copy);
      await sequenceLog(ports);
      await expectComplete(ports, [2025, 2026]);
    }
  }, 60_000);
});

describe('two sequencers at once', () => {
  it('make one log, in which each fact is once', async () => {
    const world = logWorld();
    const first = onWorld(world).ports;
    await addFacts(first, bookA, 40);
    await addFacts(first, bookB, 40);
    const more = async (ports: Ports, book: string): Promise<void> => {
      for (let i = 0; i < 8; i += 1) {
        await addFacts(ports, book, 1);
        await sequenceLog(ports);
      }
    };
    const runners = Array.from({ length: 4 }, (_, i) => more(onWorld(world).ports, i % 2 === 0 ? bookA : bookB));
    await Promise.all(runners);
    await expectComplete(first);
    expect((await published(first))?.size).toBe(await total(first));
  }, 60_000);

  it('are each told by its lost swap, and no head is signed over another', async () => {
    const world = await waitingWorld();
    const { ports } = onWorld(world);
    let isFirst = true;
    const overtaken: Ports = {
      ...ports,
      logFiles: {
        ...ports.logFiles,
        swap: async (name, before, after) => {
          if (isFirst) {
            isFirst = false;
            await sequenceLog(onWorld(world).ports);
          }
          return ports.logFiles.swap(name, before, after);
        },
      },
    };
    expect((await sequenceLog(overtaken)).facts).toBe(0);
    await expectComplete(ports);
  });
});

describe('a log that does not hold', () => {
  const broken: readonly [string, (world: MemoryWorld, before: Map<string, Uint8Array>) => Promise<void>, RegExp][] = [
    [
      'a tile at its edge is gone',
      async ({ log }) => log.remove('2026/tile/0/000.p/251'),
      /tile\/0\/000\.p\/251: missing/,
    ],
    [
      'a byte of a tile at its edge was changed',
      async ({ log }) => {
        const bytes = (await log.get('2026/tile/0/000.p/251'))!;
        bytes[31]! ^= 1;
        await log.replace('2026/tile/0/000.p/251', bytes);
      },
      /tile/,
    ],
    [
      'a byte of an entry at its edge was changed',
      async ({ log }) => {
        const bytes = (await log.get('2026/tile/entries/000.p/251'))!;
        bytes[100]! ^= 1;
        await log.replace('2026/tile/entries/000.p/251', bytes);
      },
      /tile\/entries\/000\.p\/251: wrong-entry/,
    ],
    [
      'an older head was put back',
      async ({ log }, before) => log.replace('2026/head', before.get('2026/head')!),
      /it had 251 entries, and its head says 2/,
    ],
    [
      'its checkpoint is not one that we signed',
      async ({ log }) => {
        const text = new TextDecoder().decode((await log.get('2026/checkpoint'))!);
        await log.replace('2026/checkpoint', new TextEncoder().encode(text.replace('\n251\n', '\n252\n')));
      },
      /checkpoint: wrong-signature/,
    ],
    ['its head is gone', async ({ log }) => log.remove('2026/head'), /its head says 0/],
  ];

  it.each(broken)('takes no more: %s', async (_what, breakIt, message) => {
    const world = logWorld();
    const { ports } = onWorld(world);
    await addFacts(ports, bookA, 1);
    await sequenceLog(ports);
    const before = new Map([['2026/head', (await world.log.get('2026/head'))!]]);
    await addFacts(ports, bookA, 249);
    await sequenceLog(ports);
    await addFacts(ports, bookA, 1);
    await breakIt(world, before);
    await expect(sequenceLog(ports)).rejects.toThrow(message);
    expect(await ports.readLogPlaces.last(bookA)).toBe(249);
  });

  it('signs nothing where what was staged is not what it reads back', async () => {
    const world = await waitingWorld();
    const { ports } = onWorld(world);
    const before = await world.log.get('2026/head');
    const flipping: Ports = {
      ...ports,
      logFiles: {
        ...ports.logFiles,
        get: async (name) => {
          const bytes = await ports.logFiles.get(name);
          if (bytes === null || !name.includes('/staged/')) return bytes;
          const text = new TextDecoder().decode(bytes);
          const entry = /"entries":\["([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
          return new TextEncoder().encode(text.replace(entry, hexOf('another')));
        },
      },
      logSigner: {
        ...ports.logSigner,
        sign: async () => {
          throw new Error('it was signed');
        },
      },
    };
    await expect(sequenceLog(flipping)).rejects.toThrow('is not what was staged');
    expect(await world.log.get('2026/head')).toEqual(before);
  });

  it('publishes nothing where a tile does not read back as it was written', async () => {
    const world = await waitingWorld();
    const { ports } = onWorld(world);
    const rotten: Ports = {
      ...ports,
      logFiles: {
        ...ports.logFiles,
        tile: async (name) => {
          const bytes = await ports.logFiles.tile(name);
          return bytes === null ? null : Uint8Array.of(...bytes.subarray(0, -1), bytes.at(-1)! ^ 1);
        },
      },
    };
    await expect(sequenceLog(rotten)).rejects.toThrow('wrong-entry');
    expect((await published(ports))?.size).toBe(251);
    expect(await ports.readLogPlaces.last(bookB)).toBe(-1);
    await sequenceLog(ports);
    await expectComplete(ports);
  });
});

describe('the places of facts', () => {
  it('name for each fact the entry that is its own', async () => {
    const { ports } = onWorld(await waitingWorld());
    await sequenceLog(ports);
    const entries = await entriesIn(ports);
    for (const book of await all(ports.listBooks.books())) {
      for (const fact of await all(ports.readBooks.facts(book, -1))) {
        const run = (await ports.readLogPlaces.of(book, fact.seq))!;
        expect(entries[run.index + fact.seq - run.first]).toBe(
          toHex(logEntry(ports.primitives.sha256, fact.salt, fact.bytes)),
        );
      }
    }
  });
});
