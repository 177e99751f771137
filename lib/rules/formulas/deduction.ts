// The other reading of the proposal: the base is deducted once more from taxable profit.
import { type Fraction, multiply } from '../../model/fraction.ts';

/** Worth base × corporate tax rate (CGI 219, I; formula `deduction-2022-01-01`). @returns exact euros */
export const deductionFrom20220101 = (base: Fraction, corporateTaxRate: Fraction): Fraction =>
  multiply(base, corporateTaxRate);
