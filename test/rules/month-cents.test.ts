// The cents of a line by month: under the pay of each day, and never a cent more or less than the line.
import { expect, it } from 'vitest';
import { monthCents } from '../../lib/rules/compute/month-cents.ts';

const pay = (from: string, to: string, eligibleCostCents: number, amount: number) => ({
  ...{ period: { from, to }, eligibleCostCents },
  timeBase: { unit: 'minute' as const, amount },
});
const time = (day: string, amount: number) => ({ day, project: 'p', unit: 'minute' as const, amount });

it('follow what the time of each month cost under the pay of its days', () => {
  const pays = [pay('2025-01-01', '2025-01-31', 300_000, 9_000), pay('2025-02-01', '2025-02-28', 600_000, 9_000)];
  const cents = monthCents(pays, [time('2025-01-10', 300), time('2025-02-03', 300), time('2025-01-11', 600)], 50_000);
  expect([...cents]).toEqual([
    ['2025-01', 30_000],
    ['2025-02', 20_000],
  ]);
});

it('add up to the line where no month comes out even, the largest rest first', () => {
  const pays = [pay('2025-01-01', '2025-12-31', 100, 9)];
  const counted = ['2025-01-10', '2025-02-10', '2025-03-10'].map((day) => time(day, 3));
  expect([...monthCents(pays, counted, 100).values()]).toEqual([34, 33, 33]);
  expect([...monthCents(pays, counted, 101).values()]).toEqual([34, 34, 33]);
});

it('are none without counted time, and a fault over no time base', () => {
  expect([...monthCents([], [], 0)]).toEqual([]);
  const baseless = [{ ...pay('2025-01-01', '2025-12-31', 100, 9), timeBase: null }];
  expect(() => monthCents(baseless, [time('2025-01-10', 3)], 33)).toThrow(/no time base/);
});
