// One fiscal year of gifts in whole cents, as a statement prints it and the next year's statement takes it up.
import type { Day } from '../../model/calendar.ts';
import { centsOfEuros, eurosOfCents, splitCents, subtract } from '../../model/fraction.ts';
import type { Excess, GiftYear } from './gift-year.ts';

/** Gifts above the ceiling of one fiscal year, as one statement hands them to the next. */
export interface CarriedExcess {
  /** Last day of the fiscal year in which it was given. */
  readonly origin: Day;
  readonly cents: number;
  /** Of these, what was above the threshold of its own year and bears the lower rate. */
  readonly aboveThresholdCents: number;
  /** Fiscal years in which it may still be used, the next one included. */
  readonly yearsLeft: number;
}

/** An excess that came in: used, lost and left add up to it. */
export interface CarryUse {
  readonly origin: Day;
  readonly cents: number;
  /** As the statement of the year before hands it over, or as the company declared it. */
  readonly aboveThresholdCents: number;
  /** Fiscal years in which it could still be used when this one began, this one included; 0 or less: none. */
  readonly yearsLeft: number;
  readonly usedCents: number;
  readonly expiredCents: number;
  readonly leftCents: number;
}

/** Beside the value of the gift (the base) and the reduction (the credit). */
export interface GiftFigures {
  readonly turnoverCents: number;
  readonly ceilingCents: number;
  /** Own gifts within the ceiling, and above it: together the value of the gift. */
  readonly retainedCents: number;
  readonly excessCents: number;
  /** Oldest first. */
  readonly carryIn: readonly CarryUse[];
  /** Oldest first, this year's own last. */
  readonly carryOut: readonly CarriedExcess[];
}

/** @returns the excess in exact euros */
export const excessOfCents = ({ origin, cents, aboveThresholdCents, yearsLeft }: CarriedExcess): Excess => ({
  origin,
  parts: { upTo: eurosOfCents(cents - aboveThresholdCents), above: eurosOfCents(aboveThresholdCents) },
  yearsLeft,
});

/** What is handed from one year to the next is in whole cents: each list of amounts adds up to its whole. */
export function giftFigures(turnoverCents: number, year: GiftYear): GiftFigures {
  const [retainedCents, excessCents] = splitCents([year.ownRetained, subtract(year.value, year.ownRetained)]);
  const carryIn = year.uses.map(({ excess, used, expired, left }) => {
    const [usedCents, expiredCents, leftCents] = splitCents([used, expired, left]);
    const cents = usedCents! + expiredCents! + leftCents!;
    return {
      ...{ origin: excess.origin, yearsLeft: excess.yearsLeft },
      aboveThresholdCents: Math.min(centsOfEuros(excess.parts.above), cents),
      ...{ cents, usedCents: usedCents!, expiredCents: expiredCents!, leftCents: leftCents! },
    };
  });
  const leftOf = new Map(carryIn.map(({ origin, leftCents }) => [origin, leftCents]));
  const carryOut = year.carryOut
    .map(({ origin, parts, yearsLeft }) => {
      const cents = leftOf.get(origin) ?? excessCents!;
      const above = centsOfEuros(parts.above);
      return { origin, cents, aboveThresholdCents: Math.min(above, cents), yearsLeft };
    })
    .filter(({ cents }) => cents > 0);
  return {
    ...{ turnoverCents, ceilingCents: centsOfEuros(year.ceiling) },
    ...{ retainedCents: retainedCents!, excessCents: excessCents!, carryIn, carryOut },
  };
}
