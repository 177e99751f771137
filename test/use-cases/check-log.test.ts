// The full check of the log: what somebody changed in the log, in its places, in a fact or its salt behind the API is found and named.
import { describe, expect, it } from 'vitest';
import { copyOfWorld, type MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { flipped } from '../ledger/bytes.ts';
import { addFacts, bookA, bookB, logWorld, onWorld } from './log-world.ts';

async function soundWorld(): Promise<MemoryWorld> {
  const world = logWorld();
  const { ports } = onWorld(world);
  await addFacts(ports, bookA, 1);
  await sequenceLog(ports);
  await addFacts(ports, bookA, 299);
  await addFacts(ports, bookB, 20);
  await sequenceLog(ports);
  return world;
}

const seqKey = (seq: number): string => String(seq).padStart(12, '0');

/** @returns what is wrong with the log, as `book seq name`; other findings about the same edit are other tests’ */
async function found(world: MemoryWorld): Promise<string[]> {
  const { findings } = await checkLedger(onWorld(world).ports);
  return findings.filter(({ what }) => what === 'log').map(({ book, seq, name }) => `${book} ${seq} ${name}`);
}

describe('the full check of a log', () => {
  it('finds nothing in one that holds, also where it is behind the facts', async () => {
    const world = await soundWorld();
    expect(await found(world)).toEqual([]);
    const { ports } = onWorld(world);
    await addFacts(ports, bookB, 2);
    expect(await found(world)).toEqual([]);
    const { behind } = await checkLedger(ports);
    expect(behind).toContainEqual({ book: bookB, what: 'log', seq: 19, last: 21 });
  });

  const file = (name: string) => async (world: MemoryWorld) => {
    await world.log.replace(name, flipped((await world.log.get(name))!, 40));
  };
  const item =
    (pk: string, sk: string, member: string | null) =>
    async ({ table }: MemoryWorld): Promise<void> => {
      const there = (await table.get({ pk, sk }))!;
      if (member === null) return table.remove({ pk, sk });
      const value = there[member]!;
      await table.put(
        { pk, sk },
        { ...there, [member]: typeof value === 'number' ? value + 1 : flipped(value as Uint8Array, 3) },
      );
    };
  const edits: readonly [string, (world: MemoryWorld) => Promise<void>, readonly string[]][] = [
    [
      'a bit of a full tile of hashes',
      file('2026/tile/0/000'),
      ['log/2026 null 2026/tile/entries/000', 'log/2026 null 2026/tile/0/000'],
    ],
    ['a bit of a bundle of entries', file('2026/tile/entries/001.p/65'), ['log/2026 null 2026/tile/entries/001.p/65']],
    [
      'a bundle that is gone',
      async ({ log }) => log.remove('2026/tile/entries/000'),
      ['log/2026 null 2026/tile/entries/000'],
    ],
    ['a bit of the checkpoint', file('2026/checkpoint'), ['log/2026 null 2026/checkpoint']],
    ['a bit of the head', file('2026/head'), ['log/2026 null 2026/checkpoint']],
    ['a salt', item(`book#${bookB}`, seqKey(7), 's'), [`${bookB} 7 7`]],
    ['a fact', item(`book#${bookB}`, seqKey(7), 'b'), [`${bookB} 7 7`]],
    ['a fact that is gone', item(`book#${bookA}`, seqKey(299), null), ['log/2026 null 2026/300']],
    ['a place in the log', item(`log#${bookB}`, seqKey(19), 'i'), []],
    ['a place that is gone', item(`log#${bookB}`, seqKey(19), null), []],
  ];

  it.each(edits)('names %s', async (_what, edit, expected) => {
    const world = await soundWorld();
    const copy = copyOfWorld(world, world.random);
    await edit(copy);
    const named = await found(copy);
    for (const one of expected) expect(named).toContain(one);
    expect(named.length).toBeGreaterThan(0);
    expect((await checkLedger(onWorld(copy).ports)).ok).toBe(false);
  });

  it('finds nothing where an append is under way, whose checkpoint is not published yet', async () => {
    const world = await soundWorld();
    const { ports } = onWorld(world);
    await addFacts(ports, bookA, 3);
    const before = (await world.log.get('2026/checkpoint'))!;
    const dying: typeof ports = {
      ...ports,
      logFiles: {
        ...ports.logFiles,
        swap: async (name, ...bytes) => {
          if (name === '2026/checkpoint') throw new Error('it died');
          return ports.logFiles.swap(name, ...bytes);
        },
      },
    };
    await expect(sequenceLog(dying)).rejects.toThrow('it died');
    expect(await world.log.get('2026/checkpoint')).toEqual(before);
    expect(await found(world)).toEqual([]);
  });

  it('tells that an older checkpoint was put back', async () => {
    const world = logWorld();
    const { ports } = onWorld(world);
    await addFacts(ports, bookA, 3);
    await sequenceLog(ports);
    const old = (await world.log.get('2026/checkpoint'))!;
    await addFacts(ports, bookA, 3);
    await sequenceLog(ports);
    await world.log.replace('2026/checkpoint', old);
    await world.log.replace('2026/head', old);
    const { findings } = await checkLedger(ports);
    expect(findings.map(({ detail }) => detail.en).join()).toContain('An older checkpoint was put in its place');
  });
});
