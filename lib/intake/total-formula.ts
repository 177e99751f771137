// The formula of a total: kept with its cell, so that a copy of the file still adds up once a line is corrected.

const overRows = /[A-Z]{1,3}\$?(\d{1,7}):\.?\$?[A-Z]{1,3}\$?(\d{1,7})/;

/**
 * Totals over several rows are few. A sum within each line would be as many as there are lines, and is not kept.
 * @param formula of a sum, as the file writes it @returns null if it is not over several rows, or may have been cut off
 */
export function totalFormula(formula: string): string | null {
  const [, top, bottom] = overRows.exec(formula) ?? [];
  return top === bottom || formula.length >= 100 ? null : formula;
}
