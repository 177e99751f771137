// Numbers without a gap.
import { describe, expect, it } from 'vitest';
import { nextStatementNumber, parseStatementNumber, statementNumber } from '../../lib/statement/number.ts';

describe('the number of a statement', () => {
  it('counts from 1 in each fiscal year, in whatever order the former ones are told', () => {
    expect(nextStatementNumber(2025, [])).toBe('2025-0001');
    expect(nextStatementNumber(2025, ['2025-0002', '2024-0001', '2025-0001'])).toBe('2025-0003');
    expect(nextStatementNumber(2026, ['2025-0001'])).toBe('2026-0001');
  });

  it('grows a digit after 9999', () => {
    expect(statementNumber(2025, 10_000)).toBe('2025-10000');
    expect(parseStatementNumber('2025-10000')).toEqual({ fiscalYear: 2025, ordinal: 10_000 });
  });

  it('stops where a number is missing or stands twice', () => {
    expect(() => nextStatementNumber(2025, ['2025-0001', '2025-0003'])).toThrow(/2025-0002 is missing/);
    expect(() => nextStatementNumber(2025, ['2025-0001', '2025-0001'])).toThrow(/2025-0002 is missing or double/);
    expect(() => nextStatementNumber(2025, ['2025-1'])).toThrow(/not one of ours/);
  });

  it.each(['2025-00001', '2025-0000', '25-0001', '2025-001', '2025-0001 ', '0001-0001'])('is not %j', (text) => {
    expect(parseStatementNumber(text)).toBeNull();
  });

  it.each([
    [2025, 0],
    [2025, 1.5],
    [99, 1],
  ])('is not made of %d and %d', (year, ordinal) => {
    expect(() => statementNumber(year, ordinal)).toThrow(/statement number/);
  });
});
