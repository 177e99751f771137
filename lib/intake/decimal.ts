// Exact decimal numbers. Quantities never pass through a float: 7,20 h is 432 minutes and nothing else.

/** `units` / 10^`scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const literal = /^([+-]?)(\d{1,40})(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,2}))?$/;

/** @param text `-12.5`, `4.1666666666666664E-2`; null for anything else */
export function parseDecimal(text: string): Decimal | null {
  const match = literal.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const magnitude = BigInt(whole + fraction);
  const units = sign === '-' ? -magnitude : magnitude;
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

/** Rounds half up (away from zero for negatives, mirrored). */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (numerator < 0n) return -divideHalfUp(-numerator, denominator);
  return (numerator * 2n + denominator) / (denominator * 2n);
}

/** The product with a whole number, rounded half up once. */
export const timesHalfUp = (decimal: Decimal, factor: bigint): bigint =>
  divideHalfUp(decimal.units * factor, 10n ** BigInt(decimal.scale));

/**
 * Spreadsheets store binary floats and show 15 significant digits: 7.199999999999999 in the file was typed as 7.2.
 * @returns the number that the person saw
 */
export function asShown(decimal: Decimal): Decimal {
  const digits = (decimal.units < 0n ? -decimal.units : decimal.units).toString().length;
  const excess = Math.min(digits - 15, decimal.scale);
  const rounded =
    excess > 0 ? { units: divideHalfUp(decimal.units, 10n ** BigInt(excess)), scale: decimal.scale - excess } : decimal;
  return trimZeros(rounded);
}

function trimZeros({ units, scale }: Decimal): Decimal {
  let trimmed = units;
  let left = scale;
  while (left > 0 && trimmed % 10n === 0n) {
    trimmed /= 10n;
    left -= 1;
  }
  return { units: trimmed, scale: left };
}

/** -1, 0 or 1 as `decimal` is below, at or above the whole number. */
export function compareWhole(decimal: Decimal, whole: bigint): -1 | 0 | 1 {
  const other = whole * 10n ** BigInt(decimal.scale);
  if (decimal.units === other) return 0;
  return decimal.units < other ? -1 : 1;
}

/** The digits after the sign, without trailing zeros: `5` for 7.50, empty for 7. */
export function fractionOf(decimal: Decimal): string {
  const { units, scale } = trimZeros(decimal);
  if (scale === 0) return '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return digits.slice(-scale);
}

/** Plain digits, for a number that stands where a name is expected. */
export function decimalText(decimal: Decimal): string {
  const { units, scale } = trimZeros(decimal);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${whole}` : whole;
}
