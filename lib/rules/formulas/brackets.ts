// Two rates on either side of a threshold.
import { add, type Fraction, greater, lesser, multiply, subtract, zero } from '../../model/fraction.ts';

/**
 * CGI 244 quater B, I, as the proposal's model (formula `credit-2020-01-01`).
 * @param threshold exact euros, itself at the first rate
 * @returns exact euros
 */
export const creditFrom20200101 = (base: Fraction, first: Fraction, above: Fraction, threshold: Fraction): Fraction =>
  add(multiply(first, lesser(base, threshold)), multiply(above, greater(zero, subtract(base, threshold))));
