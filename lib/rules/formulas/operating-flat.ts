// Operating expenses: a flat share of staff cost, by the date of the work.
import { type Fraction, multiply } from '../../model/fraction.ts';

/** CGI 244 quater B, II c, as the proposal's model (formula `operating-flat-2020-01-01`). @returns exact euros */
export const operatingFlatFrom20200101 = (personnel: Fraction, rate: Fraction): Fraction => multiply(personnel, rate);
