// Gifts above a year's ceiling: usable in the five following fiscal years, after each year's own gifts, oldest first, within that year's ceiling.
import { add, type Fraction, greater, lesser, subtract, sum, zero } from '../../model/fraction.ts';

export interface CarriedAmount {
  /** Exact euros. */
  readonly amount: Fraction;
  /** Fiscal years in which it may still be used, the one at hand included; 0 or less: it has expired. */
  readonly yearsLeft: number;
}

export interface CarriedUse {
  readonly used: Fraction;
  readonly expired: Fraction;
  /** What the following fiscal year finds. */
  readonly left: Fraction;
}

/**
 * BOI-BIC-RICI-20-30-20, 40 (formula `carry-forward-2019-12-31`). The order among excesses is a choice of ours, by analogy with annexe III, 49 septies XB.
 * @param carried oldest first
 * @returns the same list: what of each is used now, expires at the end of this year, or is left
 */
export function carryForwardFrom20191231(
  own: Fraction,
  ceiling: Fraction,
  carried: readonly CarriedAmount[],
): readonly CarriedUse[] {
  let room = greater(zero, subtract(ceiling, own));
  return carried.map(({ amount, yearsLeft }) => {
    const used = yearsLeft > 0 ? lesser(amount, room) : zero;
    room = subtract(room, used);
    const rest = subtract(amount, used);
    return yearsLeft > 1 ? { used, expired: zero, left: rest } : { used, expired: rest, left: zero };
  });
}

/** @returns the gifts of a year that its ceiling does not keep */
export const excessFrom20191231 = (gifts: Fraction, ceiling: Fraction): Fraction =>
  greater(zero, subtract(gifts, ceiling));

/** @returns own gifts kept, and excesses used */
export const retainedFrom20191231 = (gifts: Fraction, ceiling: Fraction, uses: readonly CarriedUse[]): Fraction =>
  add(lesser(gifts, ceiling), sum(uses.map(({ used }) => used)));
