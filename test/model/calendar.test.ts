// Months as texts end before the year 10000, and so does whoever counts them; a month has its last day; two periods share a day or none.
import { expect, it } from 'vitest';
import { lastDayOf, monthsOf, overlap } from '../../lib/model/calendar.ts';

it.each([
  ['2024-11-30', '2025-02-01', ['2024-11', '2024-12', '2025-01', '2025-02']],
  ['2025-03-31', '2025-03-01', ['2025-03']],
  ['2025-04-01', '2025-03-31', []],
  ['9999-12-01', '9999-12-31', ['9999-12']],
  ['0001-01-01', '0001-02-01', ['0001-01', '0001-02']],
  ['1-01-01', '1-12-31', []],
])('from %s to %s', (from, to, months) => {
  expect(monthsOf({ from, to })).toEqual(months);
});

it.each([
  ['2025-01-01', '2025-03-31', '2025-03-31', '2025-04-30', true],
  ['2025-01-01', '2025-03-31', '2025-04-01', '2025-04-30', false],
  ['2025-01-01', '2025-12-31', '2025-06-01', '2025-06-01', true],
])('%s – %s and %s – %s share a day: %s', (from, to, from2, to2, shared) => {
  const [a, b] = [
    { from, to },
    { from: from2, to: to2 },
  ];
  expect([overlap(a, b), overlap(b, a)]).toEqual([shared, shared]);
});

it.each([
  ['2024-02', '2024-02-29'],
  ['2100-02', '2100-02-28'],
  ['2025-04', '2025-04-30'],
  ['2025-12', '2025-12-31'],
])('%s ends on %s', (month, last) => {
  expect(lastDayOf(month)).toBe(last);
});
