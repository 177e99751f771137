// The formulas themselves: exact, cut anywhere without a difference, and never lower for more.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  exact,
  type Fraction,
  fraction,
  multiply,
  subtract,
  sum,
  zero,
} from '../../lib/model/fraction.ts';
import { creditFrom20200101 } from '../../lib/rules/formulas/brackets.ts';
import { declaredBaseFrom20200101 } from '../../lib/rules/formulas/declared-base.ts';
import { deductionFrom20220101 } from '../../lib/rules/formulas/deduction.ts';
import { giftCeilingFrom20191231 } from '../../lib/rules/formulas/gift-ceiling.ts';
import { giftReductionFrom20191231, ratePartsFrom20191231 } from '../../lib/rules/formulas/gift-reduction.ts';
import { netBaseFrom20200101 } from '../../lib/rules/formulas/net-base.ts';
import { operatingFlatFrom20200101 } from '../../lib/rules/formulas/operating-flat.ts';
import { personnelFrom20200101 } from '../../lib/rules/formulas/personnel.ts';
import { cappedFrom20200101 } from '../../lib/rules/formulas/salary-cap.ts';

const amounts = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([num, den]) => fraction(num, den));
const minutes = fc.integer({ min: 0, max: 120_000 });
const rates = fc.constantFrom('43/100', '40/100', '30/100', '5/100', '25/100', '60/100', '1/3').map(exact);
const isNotLess = (a: Fraction, b: Fraction): boolean => compare(a, b) >= 0;

describe('a cut changes nothing', () => {
  test('staff cost of time cut in any pieces adds up to that of the whole time', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(minutes, { maxLength: 12 }),
        fc.integer({ min: 1, max: 120_000 }),
        (cost, pieces, base) => {
          const of = (time: number): Fraction => personnelFrom20200101(cost, fraction(time), fraction(base))!;
          expect(sum(pieces.map(of))).toEqual(of(pieces.reduce((total, each) => total + each, 0)));
        },
      ),
    );
  });

  test('operating flat rate, deduction and base of slices add up to those of their sum', () => {
    fc.assert(
      fc.property(amounts, amounts, rates, (a, b, rate) => {
        const flat = (cost: Fraction): Fraction => operatingFlatFrom20200101(cost, rate);
        expect(add(flat(a), flat(b))).toEqual(flat(add(a, b)));
        const worth = (base: Fraction): Fraction => deductionFrom20220101(base, rate);
        expect(add(worth(a), worth(b))).toEqual(worth(add(a, b)));
        expect(netBaseFrom20200101(add(a, b), zero, zero)).toEqual(add(a, b));
      }),
    );
  });
});

describe('brackets', () => {
  const [first, above, threshold] = [exact('30/100'), exact('5/100'), fraction(100_000_000)];
  const credit = (base: Fraction): Fraction => creditFrom20200101(base, first, above, threshold);

  test('the threshold itself is at the first rate; beyond it only what is above has the other one', () => {
    expect(credit(threshold)).toEqual(fraction(30_000_000));
    fc.assert(
      fc.property(amounts, (more) => {
        expect(credit(add(threshold, more))).toEqual(add(fraction(30_000_000), multiply(above, more)));
      }),
    );
  });

  test('more never gives less, and two companies never get less than one with both bases', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(isNotLess(credit(add(a, b)), credit(a))).toBe(true);
        expect(isNotLess(add(credit(a), credit(b)), credit(add(a, b)))).toBe(true);
      }),
    );
  });

  test('the parts of a gift add up to it, and their reduction lies between the two rates of it', () => {
    fc.assert(
      fc.property(amounts, amounts, (gifts, limit) => {
        const parts = ratePartsFrom20191231(gifts, limit);
        expect(add(parts.upTo, parts.above)).toEqual(gifts);
        const reduction = giftReductionFrom20191231(parts, exact('60/100'), exact('40/100'));
        expect(isNotLess(multiply(gifts, exact('60/100')), reduction)).toBe(true);
        expect(isNotLess(reduction, multiply(gifts, exact('40/100')))).toBe(true);
      }),
    );
  });
});

describe('floors and ceilings', () => {
  test('a base is never below what was repaid; each euro received takes at most a euro', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (gross, received, repaid) => {
        const net = netBaseFrom20200101(gross, received, repaid);
        expect(isNotLess(net, repaid)).toBe(true);
        expect(isNotLess(add(net, received), add(gross, repaid))).toBe(true);
      }),
    );
  });

  test('a capped cost is the lesser, a gift ceiling the greater of the two', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [capped, ceiling] = [cappedFrom20200101(a, b), giftCeilingFrom20191231(a, exact('5/1000'), b)];
        expect(isNotLess(a, capped) && isNotLess(b, capped)).toBe(true);
        expect(isNotLess(ceiling, a) && isNotLess(ceiling, multiply(b, exact('5/1000')))).toBe(true);
      }),
    );
  });
});

test('a declared base is the nearest euro, half away from zero, and rounding it again changes nothing', () => {
  expect(declaredBaseFrom20200101(exact('1/2'))).toEqual(fraction(1));
  expect(declaredBaseFrom20200101(exact('49/100'))).toEqual(zero);
  fc.assert(
    fc.property(amounts, (base) => {
      const euros = declaredBaseFrom20200101(base);
      const away = subtract(euros, base);
      expect(isNotLess(exact('1/2'), away) && compare(away, exact('-1/2')) > 0).toBe(true);
      expect(declaredBaseFrom20200101(euros)).toEqual(euros);
    }),
  );
});
