// The numbers of a company's statements of one fiscal year: they have no gap, and one that had is named.
import { parseStatementNumber, statementNumber } from './number.ts';

/**
 * @param numbers of one company, of any year, in any order
 * @returns those of the year in order, and those that should stand between the first and the last of them and do not
 */
export function numbersOfYear(
  fiscalYear: number,
  numbers: readonly string[],
): { readonly inOrder: readonly string[]; readonly missing: readonly string[] } {
  const ordinals = numbers.flatMap((text) => {
    const parsed = parseStatementNumber(text);
    return parsed?.fiscalYear === fiscalYear ? [parsed.ordinal] : [];
  });
  const held = new Set(ordinals);
  const last = Math.max(0, ...ordinals);
  const all = Array.from({ length: last }, (_, i) => i + 1);
  const named = (list: readonly number[]): string[] => list.map((ordinal) => statementNumber(fiscalYear, ordinal));
  return {
    inOrder: named(all.filter((ordinal) => held.has(ordinal))),
    missing: named(all.filter((ordinal) => !held.has(ordinal))),
  };
}
