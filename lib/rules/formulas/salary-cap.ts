// What one lent person may be worth as a gift: her pay and charges, within three social-security ceilings.
import { type Fraction, fraction, lesser, multiply } from '../../model/fraction.ts';

/** CGI 238 bis, 1, last paragraph; CSS L. 241-3 (formula `salary-cap-2020-01-01`). @returns exact euros a month */
export const monthlyCapFrom20200101 = (pmss: Fraction, multiple: number): Fraction =>
  multiply(pmss, fraction(multiple));

/** @returns what is kept of a cost: exact euros, never above the cap */
export const cappedFrom20200101 = (cost: Fraction, cap: Fraction): Fraction => lesser(cost, cap);
