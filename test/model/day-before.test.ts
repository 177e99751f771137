import { expect, test } from 'vitest';
import { addDays } from '../../lib/model/calendar.ts';
import { dayBefore } from '../../lib/model/day-before.ts';

test('the day before is that of the calendar, over months, leap years and centuries', () => {
  for (const day of [
    '2025-02-15',
    '2025-03-01',
    '2024-03-01',
    '2000-03-01',
    '2100-03-01',
    '2026-01-01',
    '9999-12-31',
  ]) {
    expect(dayBefore(day)).toBe(addDays(day, -1));
  }
});

test('digits that are no day give an answer and no throw', () => {
  for (const day of ['2025-99-99', '0000-00-00', '9999-99-99']) expect(typeof dayBefore(day)).toBe('string');
});
