// The value of a year's gifts: what is kept of each person's cost, less what the foundation paid back; what is paid for is not given.
import { type Fraction, greater, subtract, zero } from '../../model/fraction.ts';

/**
 * CGI 238 bis, 1 (formula `gift-value-2019-12-31`): a gift is without return, and an amount invoiced under C. trav. L. 8241-1 is one.
 * @returns exact euros, never negative
 */
export const giftValueFrom20191231 = (retained: Fraction, reimbursed: Fraction): Fraction =>
  greater(zero, subtract(retained, reimbursed));
