// The reduction on a year's own gifts: one rate up to a threshold, a lower one above, on the total of the year and never gift by gift.
import { add, type Fraction, greater, lesser, multiply, subtract, zero } from '../../model/fraction.ts';

/** A part of a year's gifts at the rate up to the threshold, and a part at the rate above; exact euros. */
export interface RateParts {
  readonly upTo: Fraction;
  readonly above: Fraction;
}

/** @returns gifts of one year cut at the threshold, itself at the first rate */
export const ratePartsFrom20191231 = (gifts: Fraction, threshold: Fraction): RateParts => ({
  upTo: lesser(gifts, threshold),
  above: greater(zero, subtract(gifts, threshold)),
});

/** CGI 238 bis, 1 and 2 (formula `gift-reduction-2019-12-31`). @returns exact euros */
export const giftReductionFrom20191231 = (
  { upTo, above }: RateParts,
  rateUpTo: Fraction,
  rateAbove: Fraction,
): Fraction => add(multiply(rateUpTo, upTo), multiply(rateAbove, above));
