// Numbers without a gap: a missing one is named, whatever else was issued.
import { expect, it } from 'vitest';
import { numbersOfYear } from '../../lib/statement/series.ts';

it('puts the numbers of one year in order and finds no gap where there is none', () => {
  expect(numbersOfYear(2025, ['2025-0002', '2024-0001', '2025-0001', '2026-0009'])).toEqual({
    inOrder: ['2025-0001', '2025-0002'],
    missing: [],
  });
  expect(numbersOfYear(2023, ['2025-0002'])).toEqual({ inOrder: [], missing: [] });
});

it('names each number that is not there, the first ones too', () => {
  expect(numbersOfYear(2025, ['2025-0005', '2025-0003']).missing).toEqual(['2025-0001', '2025-0002', '2025-0004']);
});
