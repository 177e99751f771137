// Writes what a step is made of as a formula of the workbook: cells in the place of steps, figures, pay and aid.
import { type Fraction, floor, fraction, multiply, roundHalfAwayFromZero, subtract } from '../../model/fraction.ts';
import type { StepFormula } from '../trace/step-formula.ts';

/** Addresses of cells and ranges, with their sheet where it is another. */
export interface CellsOf {
  readonly step: (at: number) => string;
  readonly figure: (at: number) => string;
  readonly aidEuros: string;
  /** The range of shares of pay that a slice is the sum of. */
  readonly paid: (slice: { readonly from: string; readonly to: string }) => string;
}

const trillionths = 1_000_000_000_000n;

/** Whole euros, and the rest to the twelfth decimal. */
function wholeAndRest(value: Fraction): { readonly whole: bigint; readonly rest: bigint } {
  const whole = floor(value);
  return { whole, rest: roundHalfAwayFromZero(multiply(subtract(value, fraction(whole)), fraction(trillionths))) };
}

/** A cell holds a number of some fifteen digits: the nearest to the exact value, for the eye; what is exact stands beside it as text. */
export function cellNumber(value: Fraction): number {
  const { whole, rest } = wholeAndRest(value);
  return Number(whole) + Number(rest) / Number(trillionths);
}

/** `p/q` as it is signed where a spreadsheet holds its digits, else whole euros and the rest. */
export function valueFormula(value: Fraction): string {
  const { num, den } = value;
  if (`${num}`.length <= 15 && `${den}`.length <= 15) return `${num}/${den}`;
  const { whole, rest } = wholeAndRest(value);
  return `${whole}+${rest}/${trillionths}`;
}

export function formulaText(formula: StepFormula, cells: CellsOf): string {
  switch (formula.kind) {
    case 'step':
      return cells.step(formula.at);
    case 'figure':
      return cells.figure(formula.at);
    case 'whole':
      return String(formula.value);
    case 'aid':
      return cells.aidEuros;
    case 'paid':
      return `SUM(${cells.paid(formula.slice)})`;
    default: {
      // As the verifier has it: of nothing, a sum is nothing. A spreadsheet cannot read `()`.
      if (formula.of.length === 0) return '0';
      const parts = formula.of.map((each) => formulaText(each, cells));
      if (formula.kind === 'lesser') return `MIN(${parts.join(',')})`;
      if (formula.kind === 'greater') return `MAX(${parts.join(',')})`;
      const sign = { sum: '+', difference: '-', product: '*', quotient: '/' }[formula.kind];
      return `(${parts.join(sign)})`;
    }
  }
}
