// The greatest common divisor of numbers of thousands of digits: the exact total of a company has as many, once each person has a time base of her own.

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

/** Up to here a step of Euclid's is one division of machine words. */
const small = 2n ** 50n;
const leadingBits = 50;

/**
 * How many of Euclid's steps do to two large numbers, told from their leading digits alone (Lehmer's way; Knuth, TAOCP 2, 4.5.2, algorithm L).
 * @param x @param y leading digits, whole and below 2⁵³
 * @returns the next pair is `a·x + b·y`, `c·x + d·y`; b is 0 where nothing is sure
 */
function stepsFrom(x: number, y: number): readonly [a: number, b: number, c: number, d: number] {
  let [a, b, c, d] = [1, 0, 0, 1];
  while (y + c !== 0 && y + d !== 0) {
    const quotient = Math.floor((x + a) / (y + c));
    // What was cut off could decide: the two ends of what the numbers may be must give one quotient.
    if (quotient !== Math.floor((x + b) / (y + d))) break;
    [a, b, c, d] = [c, d, a - quotient * c, b - quotient * d];
    [x, y] = [y, x - quotient * y];
  }
  return [a, b, c, d];
}

/** @returns above 0, but 0 of two zeros */
export function greatestDivisor(one: bigint, other: bigint): bigint {
  let [x, y] = [magnitude(one), magnitude(other)];
  if (x < y) [x, y] = [y, x];
  while (y > small) {
    const cut = BigInt(Math.max(0, 4 * x.toString(16).length - leadingBits));
    const [a, b, c, d] = stepsFrom(Number(x >> cut), Number(y >> cut));
    if (b === 0) [x, y] = [y, x % y];
    else [x, y] = [BigInt(a) * x + BigInt(b) * y, BigInt(c) * x + BigInt(d) * y];
  }
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
