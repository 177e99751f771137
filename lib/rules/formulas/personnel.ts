// Staff cost: the share of a person's cost that follows her counted time. Any flat or inferred share is excluded (Cellectis, CAA Paris 2023-12-13).
import { divide, type Fraction, fraction, multiply, zero } from '../../model/fraction.ts';

/**
 * CGI 244 quater B, II b, as the proposal's model (formula `personnel-2020-01-01`).
 * @param cost exact euros over the time base
 * @param counted time in the unit of the base
 * @returns exact euros; 0 for no time whatever the base; null where time counts over a base of 0 or less
 */
export function personnelFrom20200101(cost: Fraction, counted: Fraction, timeBase: Fraction): Fraction | null {
  if (counted.num === 0n) return zero;
  if (timeBase.num <= 0n) return null;
  return divide(multiply(cost, counted), timeBase);
}

/** Integer cents × a whole number of minutes or half-days ÷ another. */
export const shareOfCost = (cents: number, counted: number, timeBase: number): Fraction | null =>
  personnelFrom20200101(fraction(cents, 100), fraction(counted), fraction(timeBase));
