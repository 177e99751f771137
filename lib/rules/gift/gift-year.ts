// One fiscal year of gifts: its ceiling, its own gifts, the excesses of earlier years, the reduction, and what goes on to the next year.
import type { Day } from '../../model/calendar.ts';
import { add, eurosOfCents, type Fraction, lesser, subtract, sum } from '../../model/fraction.ts';
import { byText } from '../by-text.ts';
import type { Figure } from '../figures/figure.ts';
import { ratioAt, wholeAt } from '../figures/figure-at.ts';
import { excessPartsFrom20191231, takenPartsFrom20191231 } from '../formulas/carried-rate.ts';
import { carryForwardFrom20191231, excessFrom20191231, retainedFrom20191231 } from '../formulas/carry-forward.ts';
import { giftCeilingFrom20191231 } from '../formulas/gift-ceiling.ts';
import { giftReductionFrom20191231, type RateParts, ratePartsFrom20191231 } from '../formulas/gift-reduction.ts';

/** Gifts above the ceiling of an earlier fiscal year. */
export interface Excess {
  /** Last day of the fiscal year in which it was given. */
  readonly origin: Day;
  /** Exact euros, cut at the threshold of its own year. */
  readonly parts: RateParts;
  /** Fiscal years in which it may still be used, the next one included. */
  readonly yearsLeft: number;
}

export interface GiftYearInput {
  readonly figures: readonly Figure[];
  /** Last day of the fiscal year: picks rates, threshold and ceiling. */
  readonly end: Day;
  /** Exact euros. */
  readonly value: Fraction;
  readonly turnover: Fraction;
  readonly excesses: readonly Excess[];
}

/** An excess that came in, and what became of it. */
export interface ExcessUse {
  readonly excess: Excess;
  readonly used: Fraction;
  readonly expired: Fraction;
  readonly left: Fraction;
}

export interface GiftYear {
  readonly value: Fraction;
  readonly ceiling: Fraction;
  readonly ownRetained: Fraction;
  /** Oldest first. */
  readonly uses: readonly ExcessUse[];
  readonly carryUsed: Fraction;
  readonly expired: Fraction;
  /** Oldest first, this year's own last. */
  readonly carryOut: readonly Excess[];
  readonly carriedOut: Fraction;
  readonly reduction: Fraction;
}

export const excessAmount = ({ parts }: Pick<Excess, 'parts'>): Fraction => add(parts.upTo, parts.above);

export const thresholdAt = (figures: readonly Figure[], end: Day): Fraction =>
  eurosOfCents(wholeAt(figures, 'thresholdCents', end));

/** An excess of which only the amount is known. @throws Refusal `no-figures-for-period` */
export const excessOf = (figures: readonly Figure[], origin: Day, retained: Fraction, amount: Fraction): RateParts =>
  excessPartsFrom20191231(retained, amount, thresholdAt(figures, origin));

const reductionAt = (figures: readonly Figure[], end: Day, parts: RateParts): Fraction =>
  giftReductionFrom20191231(parts, ratioAt(figures, 'rate.upTo', end), ratioAt(figures, 'rate.above', end));

const lessParts = (parts: RateParts, taken: RateParts): RateParts => ({
  upTo: subtract(parts.upTo, taken.upTo),
  above: subtract(parts.above, taken.above),
});

/** @throws Refusal `no-figures-for-period` for the year, or for the year of origin of an excess that is used */
export function giftYear({ figures, end, value, turnover, excesses }: GiftYearInput): GiftYear {
  const fixed = eurosOfCents(wholeAt(figures, 'ceiling.fixedCents', end));
  const ceiling = giftCeilingFrom20191231(fixed, ratioAt(figures, 'ceiling.turnover', end), turnover);
  const ownRetained = lesser(value, ceiling);
  const carried = excesses.toSorted((a, b) => byText(a.origin, b.origin));
  const amounts = carried.map((excess) => ({ amount: excessAmount(excess), yearsLeft: excess.yearsLeft }));
  const forward = carryForwardFrom20191231(ownRetained, ceiling, amounts);
  const uses = carried.map((excess, at) => ({ excess, ...forward[at]! }));
  const ownExcess = excessFrom20191231(value, ceiling);
  const ofOrigin = uses.flatMap(({ excess, used }) =>
    used.num === 0n ? [] : [reductionAt(figures, excess.origin, takenPartsFrom20191231(excess.parts, used))],
  );
  const left = uses
    .filter((use) => use.left.num > 0n)
    .map(({ excess, used }) => ({
      origin: excess.origin,
      parts: lessParts(excess.parts, takenPartsFrom20191231(excess.parts, used)),
      yearsLeft: excess.yearsLeft - 1,
    }));
  const own = {
    origin: end,
    parts: excessOf(figures, end, ownRetained, ownExcess),
    yearsLeft: wholeAt(figures, 'carry.years', end),
  };
  const carryOut = ownExcess.num === 0n ? left : [...left, own];
  const ownReduction = reductionAt(figures, end, ratePartsFrom20191231(ownRetained, thresholdAt(figures, end)));
  return {
    ...{ value, ceiling, ownRetained, uses },
    carryUsed: subtract(retainedFrom20191231(value, ceiling, forward), ownRetained),
    expired: sum(uses.map((use) => use.expired)),
    carryOut,
    carriedOut: sum(carryOut.map(excessAmount)),
    reduction: add(ownReduction, sum(ofOrigin)),
  };
}
