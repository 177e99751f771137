// What a forge says of its limits becomes one moment to come back at: never one that is over, never one that is out of reach.
import { describe, expect, it } from 'vitest';
import { forgePatience } from '../../../lib/adapters/forge/forge-patience.ts';

const now = Date.UTC(2026, 5, 1);
const oneDayMs = 24 * 3_600_000;
const limited = (headers: Readonly<Record<string, string>>): number =>
  forgePatience(() => now).limited((name) => headers[name] ?? null).notBefore - now;

describe('a forge that says no for now', () => {
  it('is asked again a little after the moment it names', () => {
    expect(limited({ 'retry-after': '30' })).toBe(35_000);
    expect(limited({ 'retry-after': new Date(now + 60_000).toUTCString() })).toBe(65_000);
  });

  it('is asked again after a day at most, whatever it says', () => {
    const quota = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0' };
    for (const headers of [
      { 'retry-after': '999999999999999' },
      { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' },
      // Milliseconds in place of seconds.
      { ...quota, 'x-ratelimit-reset': String(now + 60_000) },
    ]) {
      expect(limited(headers)).toBe(oneDayMs);
    }
  });

  it('is not asked without a pause where the moment it names is over', () => {
    expect(limited({ 'retry-after': new Date(now - oneDayMs).toUTCString() })).toBe(5_000);
  });

  it('because it is down, is asked again when it says, else after longer and longer', () => {
    const patience = forgePatience(() => now);
    const wait = (headers: Readonly<Record<string, string>>): number =>
      patience.down((name) => headers[name] ?? null).notBefore - now;
    const minutes = Array.from({ length: 8 }, () => wait({}) / 60_000);
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(() => patience.check()).not.toThrow();
    patience.note(null);
    expect(patience.down().notBefore - now).toBe(60_000);
    expect(wait({ 'retry-after': '600' })).toBe(605_000);
    expect(() => patience.check()).toThrow();
  });

  it('holds back the next question until then, and no longer', () => {
    let clock = now;
    const patience = forgePatience(() => clock);
    patience.note({ limit: 100, remaining: 10, resetMs: now + 365 * oneDayMs });
    expect(() => patience.check()).toThrow();
    clock = now + oneDayMs;
    expect(() => patience.check()).not.toThrow();
  });
});
