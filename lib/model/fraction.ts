// Exact fractions of whole numbers: every amount between a payroll and a rounded total is one of these, never a float.

import { greatestDivisor } from './greatest-divisor.ts';

/** Reduced, with `den` above 0: two equal fractions have equal members. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

/**
 * @returns `num/den` reduced
 * @throws RangeError if `den` is 0, or a number is not a safe integer
 */
export function fraction(num: bigint | number, den: bigint | number = 1n): Fraction {
  const [p, q] = [whole(num), whole(den)];
  if (q === 0n) throw new RangeError(`fraction ${p}/0: nothing divides by zero`);
  const divisor = q < 0n ? -greatestDivisor(p, q) : greatestDivisor(p, q);
  return { num: p / divisor, den: q / divisor };
}

function whole(n: bigint | number): bigint {
  if (typeof n === 'number' && !Number.isSafeInteger(n)) throw new RangeError(`${n} is not a safe integer`);
  return BigInt(n);
}

export const zero: Fraction = { num: 0n, den: 1n };

/**
 * @param text `p` or `p/q`, decimal digits, p may be negative
 * @param longest characters that are read: more than what people write only where a sum over many people is expected
 * @returns null if it is neither, q is 0, or it is longer
 */
export function parseFraction(text: string, longest = 122): Fraction | null {
  const [, num, den = '1'] = text.length > longest ? [] : (/^(-?\d+)(?:\/(\d+))?$/.exec(text) ?? []);
  return num === undefined || BigInt(den) === 0n ? null : fraction(BigInt(num), BigInt(den));
}

/** For figures and other texts that were checked before. @throws RangeError where `parseFraction` gives null */
export function exact(text: string): Fraction {
  const parsed = parseFraction(text);
  if (parsed === null) throw new RangeError(`'${text}' is not a fraction p/q`);
  return parsed;
}

/** `p`, or `p/q` where q is not 1. */
export const fractionText = ({ num, den }: Fraction): string => (den === 1n ? `${num}` : `${num}/${den}`);

/** Reduced by the divisors of small numbers only, where one of the two is small (Knuth, TAOCP 2, 4.5.1): a company's total has thousands of digits. */
export function add(a: Fraction, b: Fraction): Fraction {
  const shared = greatestDivisor(a.den, b.den);
  const num = a.num * (b.den / shared) + b.num * (a.den / shared);
  const left = greatestDivisor(num, shared);
  return { num: num / left, den: (a.den / left) * (b.den / shared) };
}

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { num: -b.num, den: b.den });

/** Reduced as `add` does: neither has anything in common with itself, so only across. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  const [down, up] = [greatestDivisor(a.num, b.den), greatestDivisor(b.num, a.den)];
  return { num: (a.num / down) * (b.num / up), den: (a.den / up) * (b.den / down) };
}

/** @throws RangeError if `b` is 0 */
export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.num === 0n) throw new RangeError('nothing divides by zero');
  return multiply(a, b.num < 0n ? { num: -b.den, den: -b.num } : { num: b.den, den: b.num });
}

/** The least number that each of them divides. @throws RangeError above `most` */
function leastCommon(numbers: Iterable<bigint>, most: bigint | null): bigint {
  let common = 1n;
  for (const each of numbers) {
    if (common % each !== 0n) common *= each / greatestDivisor(each, common % each);
    if (most !== null && common > most) throw new RangeError('the common denominator has too many digits');
  }
  return common;
}

/**
 * Reduced once, at the end: the time bases of ten thousand people have a common multiple of thousands of digits, and reducing a running total by it ten
 * thousand times would take hours.
 * @param mostDenominator how large the common denominator may be where the terms come from outside: a few long ones without a common divisor would take as long
 * @throws RangeError if it is larger
 */
export function sum(terms: Iterable<Fraction>, mostDenominator: bigint | null = null): Fraction {
  const numOf = new Map<bigint, bigint>();
  for (const { num, den } of terms) numOf.set(den, (numOf.get(den) ?? 0n) + num);
  const common = leastCommon(numOf.keys(), mostDenominator);
  let total = 0n;
  for (const [den, num] of numOf) total += num * (common / den);
  return fraction(total, common);
}

/** Below 0, 0 or above 0, as a sort wants it. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const lesser = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const greater = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** The whole number at or below. */
export function floor({ num, den }: Fraction): bigint {
  const quotient = num / den;
  return num % den < 0n ? quotient - 1n : quotient;
}

/** The nearest whole number; a half goes away from zero (CGI art. 1649 undecies: 0.50 counts as 1). */
export function roundHalfAwayFromZero({ num, den }: Fraction): bigint {
  const rounded = (2n * magnitude(num) + den) / (2n * den);
  return num < 0n ? -rounded : rounded;
}

const hundred = fraction(100n);

export const eurosOfCents = (cents: number | bigint): Fraction => fraction(cents, 100n);

/** @throws RangeError if it is not a safe integer: it could not stand in canonical JSON */
export function safeNumber(n: bigint): number {
  const value = Number(n);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${n} is too large to be written exactly`);
  return value;
}

/** Exact euros to whole cents, half away from zero. */
export const centsOfEuros = (euros: Fraction): number => safeNumber(roundHalfAwayFromZero(multiply(euros, hundred)));

/** Exact euros to whole euros, half away from zero. */
export const wholeEuros = (euros: Fraction): number => safeNumber(roundHalfAwayFromZero(euros));

/**
 * Shares a rounded total over lines so that they add up to it (largest remainder; ties by line order).
 * @param shares exact euros of each line, none negative
 * @param total exact euros, shared in proportion to them; without it their sum
 * @returns whole cents of each line, whose sum is the rounded total; all 0 where the shares are
 */
export function splitCents(shares: readonly Fraction[], total?: Fraction): number[] {
  const whole = sum(shares);
  if (whole.num === 0n) return shares.map(() => 0);
  const shared = total ?? whole;
  const kept = multiply(divide(shared, whole), hundred);
  // A line's exact cents and what is left of them, over `den × kept.den` and not reduced: `kept` may have thousands of digits.
  const lines = shares.map(({ num, den }, line) => {
    const [exactNum, exactDen] = [num * kept.num, den * kept.den];
    const rest = exactNum % exactDen;
    return { line, den, cents: exactNum / exactDen, rest, leading: (rest << 64n) / exactDen };
  });
  const cents = lines.map((each) => each.cents);
  const missing = roundHalfAwayFromZero(multiply(shared, hundred)) - cents.reduce((sumOfAll, n) => sumOfAll + n, 0n);
  // Array.prototype.sort is stable: equal remainders stay in line order.
  lines.sort((a, b) => {
    if (a.leading !== b.leading) return a.leading > b.leading ? -1 : 1;
    const [ofA, ofB] = [a.rest * b.den, b.rest * a.den];
    return ofA > ofB ? -1 : ofA < ofB ? 1 : 0;
  });
  for (const { line } of lines.slice(0, safeNumber(missing))) cents[line] = cents[line]! + 1n;
  return cents.map(safeNumber);
}
