// The rate of an excess carried forward: that of its year of origin, what it would have borne there (CGI 238 bis, 3; certainty M: from memory of the
// law). It is decided here and nowhere else, so that a text that says otherwise changes one file.
import { add, type Fraction, greater, lesser, subtract, zero } from '../../model/fraction.ts';
import { type RateParts, ratePartsFrom20191231 } from './gift-reduction.ts';

/**
 * Formula `carried-rate-2019-12-31`. The year's ceiling kept its first euros, so the excess is its last ones.
 * @param retained what its own year kept; zero where nobody says: the excess then stands as if it were all its year gave
 * @returns the excess, cut where its own year crossed the threshold
 */
export function excessPartsFrom20191231(retained: Fraction, excess: Fraction, threshold: Fraction): RateParts {
  const whole = ratePartsFrom20191231(add(retained, excess), threshold);
  const kept = ratePartsFrom20191231(retained, threshold);
  return { upTo: subtract(whole.upTo, kept.upTo), above: subtract(whole.above, kept.above) };
}

/** @returns `amount` of an excess, its part at the first rate first: the order in which its own year would have taken it */
export function takenPartsFrom20191231(parts: RateParts, amount: Fraction): RateParts {
  const upTo = lesser(parts.upTo, amount);
  return { upTo, above: lesser(parts.above, greater(zero, subtract(amount, upTo))) };
}
