// How fresh traces are: never read, read with something new, read in vain, waiting for a forge, and as known at an earlier instant.
import { describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { repositoryId } from '../../lib/model/repository.ts';
import { ComeBackLater } from '../../lib/ports/forge.ts';
import type { Ports } from '../../lib/ports.ts';
import { freshnessOf } from '../../lib/use-cases/freshness.ts';
import { pullRepository } from '../../lib/use-cases/pull-repository.ts';
import { lookAt, noteLookAt } from '../../lib/use-cases/repository-looks.ts';
import { madeCommit } from '../contracts/made-commit.ts';
import { testLedger, testWorld } from './ledger.ts';

const url = 'https://git.example/fresh.git';
const id = repositoryId(url, testLedger().ports.primitives.sha256);
const day = 86_400_000;
const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];

function show(world: MemoryWorld, tip: string, commits = [madeCommit(b, [a]), madeCommit(a, [])]): void {
  world.repositories.set(url, { tips: { 'refs/heads/main': tip }, defaultBranch: 'main', commits });
}
const pull = (ports: Ports) =>
  pullRepository(ports, { id, url }, { by: 'pe-1', seenBy: 'pull', progress: () => undefined });

describe('freshness', () => {
  it('says never, then the day of the last reading, also of one that found nothing new', async () => {
    const world = testWorld();
    const { ports } = testLedger({ world });
    const [never] = await freshnessOf(ports, [id]);
    expect(never).toEqual({
      ...{ repository: id, readAt: null, readOn: null, gapDays: null, waitingUntil: null, orphaned: 0 },
    });
    show(world, b);
    await pull(ports);
    const first = new Date(world.nowMs).toISOString();
    // 23:30 in Paris, and five minutes past midnight there: another day.
    world.nowMs = Date.UTC(2026, 0, 18, 22, 30);
    expect(await freshnessOf(ports, [id])).toMatchObject([{ readAt: first, readOn: '2026-01-15', gapDays: 3 }]);
    await pull(ports);
    world.nowMs = Date.UTC(2026, 0, 18, 23, 5);
    expect(await freshnessOf(ports, [id])).toMatchObject([{ readOn: '2026-01-18', gapDays: 1 }]);
    // What is known of an earlier instant is the last pull that wrote something until then.
    expect(await freshnessOf(ports, [id], Date.UTC(2026, 0, 17, 12))).toMatchObject([{ readAt: first, gapDays: 2 }]);
    expect(await freshnessOf(ports, [id], Date.UTC(2026, 0, 1))).toMatchObject([{ readAt: null, gapDays: null }]);
  });

  it('does not go back where a run that began earlier ends later', async () => {
    const { ports, world } = testLedger();
    await noteLookAt(ports, id, { readAt: world.nowMs, acts: 2, waitingUntil: null });
    await noteLookAt(ports, id, { readAt: world.nowMs - day, acts: 1, waitingUntil: null });
    expect(await lookAt(ports, id)).toMatchObject({ readAt: world.nowMs, acts: 2, waitingUntil: null });
  });

  it('says until when a reading waits, as long as it does, and how many commits left the history', async () => {
    const world = testWorld();
    show(world, b);
    await pull(testLedger({ world }).ports);
    show(world, c, [madeCommit(c, [a]), madeCommit(b, [a]), madeCommit(a, [])]);
    world.nowMs += day;
    const notBefore = world.nowMs + 3_600_000;
    const limited = {
      start: async () => {
        throw new ComeBackLater(notBefore);
      },
      pages: () => expect.unreachable(),
      licences: () => expect.unreachable(),
    };
    const { ports } = testLedger({ world, forge: limited });
    await pull(ports);
    expect(await freshnessOf(ports, [id])).toMatchObject([
      { gapDays: 1, waitingUntil: new Date(notBefore).toISOString(), orphaned: 0 },
    ]);
    world.nowMs = notBefore + 1;
    expect(await freshnessOf(ports, [id])).toMatchObject([{ waitingUntil: null }]);
    await pull(testLedger({ world }).ports);
    expect(await freshnessOf(ports, [id])).toMatchObject([{ gapDays: 0, orphaned: 1 }]);
  });
});
