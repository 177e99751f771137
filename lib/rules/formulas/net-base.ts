// The base after what others paid: subsidies and reimbursements come off it, after the operating flat rate.
import { add, type Fraction, greater, subtract, zero } from '../../model/fraction.ts';

/**
 * CGI 244 quater B, III, as the proposal's model (formula `net-base-2020-01-01`). The floor stands before the repaid advances are added back: what is repaid
 * was deducted in another year, so this year's excess of subsidies does not eat it.
 * @returns exact euros, never negative
 */
export const netBaseFrom20200101 = (grossBase: Fraction, received: Fraction, repaidAdvances: Fraction): Fraction =>
  add(greater(zero, subtract(grossBase, received)), repaidAdvances);
