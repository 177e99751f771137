// The queue of pulls of one process: nothing is handed over before its time, each once, one after the other.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitingPulls } from '../../../lib/adapters/pull/waiting-pulls.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 15, 9) });
});
afterEach(() => {
  vi.useRealTimers();
});
const clock = { now: () => Date.now() };

describe('pulls that wait in a process', () => {
  it('are handed over when their time comes, and not before anybody attends', async () => {
    const pulls = waitingPulls(clock);
    const start = Date.now();
    await pulls.ask('late', start + 3_600_000);
    await pulls.ask('now', start);
    await vi.advanceTimersByTimeAsync(1000);
    expect([...pulls.waiting.keys()]).toEqual(['late', 'now']);
    const handed: [string, number][] = [];
    pulls.attend(async (repository) => void handed.push([repository, Date.now() - start]));
    await vi.advanceTimersByTimeAsync(3_599_000);
    expect(handed).toEqual([
      ['now', 1000],
      ['late', 3_600_000],
    ]);
    expect(pulls.waiting.size).toBe(0);
  });

  it('asked twice wait once, until the earlier instant', async () => {
    const pulls = waitingPulls(clock);
    const handed: string[] = [];
    pulls.attend(async (repository) => void handed.push(repository));
    for (const wait of [5000, 1000, 9000]) await pulls.ask('a', Date.now() + wait);
    await vi.advanceTimersByTimeAsync(1000);
    expect(handed).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(handed).toEqual(['a']);
  });

  it('are handed over one after the other; what is asked again meanwhile comes once more', async () => {
    const pulls = waitingPulls(clock);
    const log: string[] = [];
    pulls.attend(async (repository) => {
      log.push(`${repository} begins`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      if (log.length === 1) await pulls.ask('a', Date.now() + 5000);
      log.push(`${repository} ends`);
    });
    await pulls.ask('a', Date.now());
    await pulls.ask('b', Date.now());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'a begins', 'a ends']);
  });

  it('wait longer than a timer can, and for nobody once closed', async () => {
    const pulls = waitingPulls(clock);
    const handed: string[] = [];
    pulls.attend(async (repository) => void handed.push(repository));
    const days = 40 * 86_400_000;
    await pulls.ask('far', Date.now() + days);
    await vi.advanceTimersByTimeAsync(days - 1);
    expect(handed).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(handed).toEqual(['far']);
    await pulls.ask('never', Date.now() + 1000);
    await pulls.close();
    await vi.advanceTimersByTimeAsync(5000);
    expect(handed).toEqual(['far']);
  });
});
