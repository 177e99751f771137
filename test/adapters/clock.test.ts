// A clock that stands still tells one instant until it is set, and whoever starts meanwhile takes over from there.
import { expect, it } from 'vitest';
import { shiftedClock } from '../../lib/adapters/clock.ts';

const noon = Date.parse('2025-03-04T12:00:00.000Z');

function clockWithOffsets() {
  const kept: number[] = [];
  const clock = shiftedClock(0, async (offsetMs) => {
    kept.push(offsetMs);
  });
  return { clock, kept };
}

it('stands still where it is held, says that it is a test, and keeps each instant once', async () => {
  const { clock, kept } = clockWithOffsets();
  expect(clock.isTest()).toBe(false);
  await clock.hold(noon);
  await new Promise((resolve) => setTimeout(resolve, 15));
  await clock.hold(noon);
  expect([clock.now(), clock.isTest(), kept.length]).toEqual([noon, true, 1]);
  expect(Math.abs(Date.now() + kept[0]! - noon)).toBeLessThan(5_000);
  await clock.hold(noon + 1);
  expect([clock.now(), kept.length]).toEqual([noon + 1, 2]);
});

it('goes on from where it is set', async () => {
  const { clock } = clockWithOffsets();
  await clock.hold(noon);
  await clock.set(noon);
  const first = clock.now();
  await new Promise((resolve) => setTimeout(resolve, 15));
  expect(first).toBeGreaterThanOrEqual(noon);
  expect(clock.now()).toBeGreaterThan(first);
  await clock.set(null);
  expect(clock.isTest()).toBe(false);
});
