// The ceiling of a fiscal year: a fixed amount, or a share of turnover where that is more.
import { type Fraction, greater, multiply } from '../../model/fraction.ts';

/**
 * CGI 238 bis, 3; BOI-BIC-RICI-20-30-20 (formula `gift-ceiling-2019-12-31`).
 * @param turnover of that fiscal year, excluding VAT, exact euros
 * @returns exact euros
 */
export const giftCeilingFrom20191231 = (fixed: Fraction, share: Fraction, turnover: Fraction): Fraction =>
  greater(fixed, multiply(share, turnover));
