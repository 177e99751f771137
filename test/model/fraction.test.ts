import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  centsOfEuros,
  compare,
  divide,
  exact,
  floor,
  fraction,
  fractionText,
  multiply,
  parseFraction,
  roundHalfAwayFromZero,
  splitCents,
  subtract,
  sum,
  wholeEuros,
} from '../../lib/model/fraction.ts';
import { greatestDivisor } from '../../lib/model/greatest-divisor.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([num, den]) => fraction(num, den));
const amounts = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 10n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([num, den]) => fraction(num, den));

describe('a fraction', () => {
  test('reads p/q and whole numbers, and nothing else', () => {
    expect(parseFraction('43/100')).toEqual({ num: 43n, den: 100n });
    expect(parseFraction('-6/4')).toEqual({ num: -3n, den: 2n });
    expect(parseFraction('77136')).toEqual({ num: 77136n, den: 1n });
    for (const text of ['', '1/0', '0.43', '1e3', '1/-2', ' 1', '1/2/3', '+1', '٤'])
      expect(parseFraction(text)).toBeNull();
  });

  test('written and read again is the same', () => {
    fc.assert(
      fc.property(fractions, (a) => {
        expect(exact(fractionText(a))).toEqual(a);
      }),
    );
  });

  test('adds, subtracts, multiplies and divides exactly', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(multiply(add(a, b), c)).toEqual(add(multiply(a, c), multiply(b, c)));
        if (b.num !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
        expect(compare(a, b)).toBe(compare(subtract(a, b), fraction(0)));
      }),
    );
  });

  test('refuses a denominator of zero and a number that is not whole', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => divide(fraction(1), fraction(0))).toThrow(RangeError);
    expect(() => fraction(0.5)).toThrow(RangeError);
  });

  test('floor and rounding stay within their distance', () => {
    fc.assert(
      fc.property(fractions, (a) => {
        const below = subtract(a, fraction(floor(a)));
        expect(compare(below, fraction(0))).toBeGreaterThanOrEqual(0);
        expect(compare(below, fraction(1))).toBe(-1);
        const distance = subtract(a, fraction(roundHalfAwayFromZero(a)));
        expect(compare(multiply(distance, distance), fraction(1, 4))).toBeLessThanOrEqual(0);
        expect(roundHalfAwayFromZero(multiply(a, fraction(-1)))).toBe(-roundHalfAwayFromZero(a));
      }),
    );
  });

  test('a half goes away from zero', () => {
    expect(wholeEuros(exact('25005/2'))).toBe(12503);
    expect(wholeEuros(exact('-25005/2'))).toBe(-12503);
    expect(centsOfEuros(exact('1/200'))).toBe(1);
    expect(centsOfEuros(exact('1/201'))).toBe(0);
  });
});

describe('a greatest divisor', () => {
  const large = fc.bigInt({ min: -(2n ** 4000n), max: 2n ** 4000n });

  test('of numbers of any length is the one of Euclid’s steps, one after the other', () => {
    const bySteps = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : bySteps(b, a % b));
    fc.assert(
      fc.property(fc.oneof(large, fc.bigInt()), fc.oneof(large, fc.bigInt()), fc.bigInt(), (a, b, shared) => {
        expect(greatestDivisor(a * shared, b * shared)).toBe(bySteps(a * shared, b * shared));
      }),
    );
  });
});

describe('a sum', () => {
  test('is that of adding one after the other, over time bases that share few factors', () => {
    fc.assert(
      fc.property(fc.array(fractions, { maxLength: 30 }), (terms) => {
        expect(sum(terms)).toEqual(terms.reduce(add, fraction(0)));
      }),
    );
  });
});

describe('cents shared over lines', () => {
  test('add up to the rounded total, each less than a cent from its share', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 30 }), (shares) => {
        const cents = splitCents(shares);
        expect(cents.reduce((total, n) => total + n, 0)).toBe(centsOfEuros(sum(shares)));
        shares.forEach((share, line) => {
          const distance = subtract(fraction(cents[line]!), multiply(share, fraction(100)));
          expect(compare(multiply(distance, distance), fraction(1))).toBeLessThanOrEqual(0);
        });
      }),
    );
  });

  test('of another total keep their proportions, and add up to it', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 30 }), amounts, (shares, total) => {
        const whole = sum(shares);
        fc.pre(whole.num > 0n);
        const inProportion = shares.map((share) => divide(multiply(share, total), whole));
        expect(splitCents(shares, total)).toEqual(splitCents(inProportion));
      }),
    );
    expect(splitCents([fraction(0), fraction(0)], fraction(5))).toEqual([0, 0]);
  });

  test('the missing cent goes to the largest remainder', () => {
    expect(splitCents([exact('1/1000'), exact('7/1000'), exact('2/1000')])).toEqual([0, 1, 0]);
  });

  test('a tie goes to the line that comes first', () => {
    const third = exact('1/3');
    expect(splitCents([third, third, third])).toEqual([34, 33, 33]);
    expect(splitCents([])).toEqual([]);
  });
});
