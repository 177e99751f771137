// Numbers of statements: `2025-0001`, per company and fiscal year, without a gap, so that a missing one shows.

/** @param ordinal from 1 @returns `<fiscal year>-<four digits or more>` */
export function statementNumber(fiscalYear: number, ordinal: number): string {
  if (!Number.isSafeInteger(ordinal) || ordinal < 1) throw new Error(`statement number: ${ordinal} is not from 1`);
  if (!Number.isInteger(fiscalYear) || fiscalYear < 1900 || fiscalYear > 9999) {
    throw new Error(`statement number: ${fiscalYear} is not a fiscal year`);
  }
  return `${fiscalYear}-${String(ordinal).padStart(4, '0')}`;
}

/** @returns its two parts, or null if the text is not a number as `statementNumber` writes it */
export function parseStatementNumber(text: string): { readonly fiscalYear: number; readonly ordinal: number } | null {
  const match = /^(\d{4})-(\d{4,15})$/.exec(text);
  if (match === null) return null;
  const fiscalYear = Number(match[1]);
  const ordinal = Number(match[2]);
  if (ordinal < 1 || fiscalYear < 1900) return null;
  return statementNumber(fiscalYear, ordinal) === text ? { fiscalYear, ordinal } : null;
}

/**
 * @param issued every number this company's book has issued, of any year, in any order
 * @returns the next one of the year; the put of the issuing fact decides whether it is taken
 * @throws Error (a fault) if the numbers of that year have a gap or a double: the ledger is damaged
 */
export function nextStatementNumber(fiscalYear: number, issued: readonly string[]): string {
  const ordinals = issued
    .map((text) => {
      const number = parseStatementNumber(text);
      if (number === null) throw new Error(`statement number: ${text} is not one of ours`);
      return number;
    })
    .filter((number) => number.fiscalYear === fiscalYear)
    .map((number) => number.ordinal)
    .toSorted((a, b) => a - b);
  ordinals.forEach((ordinal, i) => {
    if (ordinal !== i + 1)
      throw new Error(`statement number: ${statementNumber(fiscalYear, i + 1)} is missing or double`);
  });
  return statementNumber(fiscalYear, ordinals.length + 1);
}
