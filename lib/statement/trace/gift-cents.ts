// The amounts of a year of gifts (mécénat) in whole cents, held against the exact values that they are rounded from.
import {
  add,
  centsOfEuros,
  divide,
  eurosOfCents,
  type Fraction,
  fraction,
  greater,
  splitCents,
  subtract,
  zero,
} from '../../model/fraction.ts';
import type { Gift } from '../payload.ts';
import { type GiftYearFormulas, giftYearFormulas, keptYearsOf } from './gift-formulas.ts';
import { exactValue, type FormulaSources, figureOn, holds, type StepFormula } from './step-formula.ts';

type Held = readonly [where: string, isSo: () => boolean];

interface Exactly {
  readonly of: (formula: StepFormula) => Fraction;
  /** @throws RangeError where it is not printed */
  readonly figure: (key: string) => Fraction;
}

const areCents = (stated: readonly number[], exact: readonly Fraction[]): boolean =>
  splitCents(exact).every((cents, at) => cents === stated[at]);

const inHeld = ({ carried }: GiftYearFormulas, exactly: Exactly): Held[] =>
  carried.map(({ carry, used, rest }) => [
    `carryIn.${carry.origin}`,
    () => {
      const isLast = carry.yearsLeft <= 1;
      const parts = [exactly.of(used), isLast ? exactly.of(rest) : zero, isLast ? zero : exactly.of(rest)];
      const isCut = carry.aboveThresholdCents <= carry.cents;
      return isCut && areCents([carry.usedCents, carry.expiredCents, carry.leftCents], parts);
    },
  ]);

/** Of what the year itself gave above its ceiling, what lies above the threshold; of an older excess, what is left of that part: it is used last. */
function aboveOf(origin: string, end: string, year: GiftYearFormulas, exactly: Exactly): Fraction {
  if (origin === end) {
    const threshold = divide(exactly.figure('thresholdCents'), fraction(100));
    const over = (amount: Fraction): Fraction => greater(zero, subtract(amount, threshold));
    const kept = exactly.of(year.kept);
    return subtract(over(add(kept, exactly.of(year.excess))), over(kept));
  }
  const came = year.carried.find(({ carry }) => carry.origin === origin);
  if (came === undefined) throw new RangeError(`no excess of ${origin} came in`);
  const { cents, aboveThresholdCents } = came.carry;
  const first = eurosOfCents(cents - aboveThresholdCents);
  return subtract(eurosOfCents(aboveThresholdCents), greater(zero, subtract(exactly.of(came.used), first)));
}

const outHeld = (gift: Gift, end: string, year: GiftYearFormulas, exactly: Exactly): Held[] =>
  gift.carryOut.map(({ origin, cents, aboveThresholdCents, yearsLeft }) => [
    `carryOut.${origin}`,
    () => {
      const before = year.carried.find(({ carry }) => carry.origin === origin)?.carry.yearsLeft;
      const years = before === undefined ? exactly.figure('carry.years') : fraction(before - 1);
      const isCut = Math.min(centsOfEuros(aboveOf(origin, end, year, exactly)), cents) === aboveThresholdCents;
      return isCut && years.den === 1n && years.num === BigInt(yearsLeft);
    },
  ]);

/** @returns paths into the payload of what does not hold; none where the statement has no gift */
export function giftCentsFlaws(sources: FormulaSources): string[] {
  const { payload } = sources;
  const gift = payload.relief?.gift;
  if (gift === undefined) return [];
  const year = giftYearFormulas(payload, gift, keptYearsOf(sources));
  const end = payload.period.to;
  const exactly: Exactly = {
    of: (formula) => exactValue(formula, sources),
    figure: (key) => {
      const printed = figureOn(payload, key, end);
      if (printed === null) throw new RangeError(`${key} is not printed`);
      return exactValue(printed, sources);
    },
  };
  const all: readonly Held[] = [
    ['ceilingCents', () => centsOfEuros(exactly.of(year.ceiling)) === gift.ceilingCents],
    [
      'retainedCents',
      () => areCents([gift.retainedCents, gift.excessCents], [exactly.of(year.kept), exactly.of(year.excess)]),
    ],
    ...inHeld(year, exactly),
    ...outHeld(gift, end, year, exactly),
  ];
  return all.filter(([, isSo]) => !holds(isSo)).map(([where]) => `relief.gift.${where}`);
}
