// Exact fractions of whole numbers: every amount between a payroll and a rounded total is one of these, never a float.

/** Reduced, with `den` above 0: two equal fractions have equal members. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

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

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den + b.num * a.den, a.den * b.den);
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den - b.num * a.den, a.den * b.den);
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.num, a.den * b.den);
/** @throws RangeError if `b` is 0 */
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den, a.den * b.num);
export const sum = (terms: Iterable<Fraction>): Fraction => {
  let total = zero;
  for (const term of terms) total = add(total, term);
  return total;
};

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
 * @returns whole cents of each line, whose sum is the rounded sum of the shares
 */
export function splitCents(shares: readonly Fraction[]): number[] {
  const exactCents = shares.map((share) => multiply(share, hundred));
  const cents = exactCents.map(floor);
  const missing = roundHalfAwayFromZero(sum(exactCents)) - cents.reduce((total, n) => total + n, 0n);
  const remainders = exactCents.map((share, line) => ({ line, rest: subtract(share, fraction(cents[line]!)) }));
  // Array.prototype.sort is stable: equal remainders stay in line order.
  remainders.sort((a, b) => compare(b.rest, a.rest));
  for (const { line } of remainders.slice(0, safeNumber(missing))) cents[line] = cents[line]! + 1n;
  return cents.map(safeNumber);
}
