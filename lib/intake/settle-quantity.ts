// From what a cell says and what its column says to whole minutes or half-days, rounded half up once, or a problem.
import { compareWhole, type Decimal, timesHalfUp } from './decimal.ts';
import type { DecimalSign } from './file-facts.ts';
import { type Quantity, type QuantityUnit, readsAsClock } from './quantity.ts';
import type { ProblemCode } from './reading.ts';

/** What the columns of a file say together about their quantities. */
export interface QuantityColumn {
  /** The unit of bare numbers; null where the file does not say. */
  readonly unit: QuantityUnit | null;
  /** Decimals are only 00, 15, 30, 45 and nothing says that they are hundredths. */
  readonly maybeClock: boolean;
  /** The decimal signs in use: none, one, or both. */
  readonly signs: ReadonlySet<DecimalSign>;
  /** Crosses are whole days (grids only). */
  readonly marks: boolean;
}

export type Settled = { readonly minutes: number } | { readonly halfDays: number } | { readonly code: ProblemCode };

const dayLengthMinutes = 1440n;

/** @param dayMinutes minutes of one working day, null where it is not known */
export function settleQuantity(quantity: Quantity, column: QuantityColumn, dayMinutes: number | null): Settled {
  switch (quantity.kind) {
    case 'unreadable':
      return { code: 'not-a-duration' };
    case 'negative':
      return { code: 'negative-duration' };
    case 'clock':
      return ofMinutes(quantity.minutes, quantity.minutes === 0n);
    case 'mark':
      return column.marks && (column.unit === 'day' || column.unit === null)
        ? ofDays({ units: 1n, scale: 0 }, dayMinutes)
        : { code: 'not-a-duration' };
    case 'amount':
      return ofAmount(quantity.amount, quantity.unit ?? column.unit, quantity.sign, column, dayMinutes);
  }
}

function ofAmount(
  amount: Decimal,
  unit: QuantityUnit | null,
  sign: DecimalSign | null,
  column: QuantityColumn,
  dayMinutes: number | null,
): Settled {
  const isZero = amount.units === 0n;
  if (isZero) return { code: 'zero-duration' };
  // 1.234 beside decimal commas is a thousand or one and a bit: ask.
  if (sign !== null && column.signs.size > 1 && amount.scale === 3 && compareWhole(amount, 1n) >= 0) {
    return { code: 'ambiguous-duration' };
  }
  switch (unit) {
    case null:
      return { code: 'ambiguous-duration' };
    case 'hour':
      return column.maybeClock && readsAsClock(amount) === 'either'
        ? { code: 'ambiguous-duration' }
        : ofMinutes(timesHalfUp(amount, 60n), isZero);
    case 'minute':
      return ofMinutes(timesHalfUp(amount, 1n), isZero);
    case 'day':
      return ofDays(amount, dayMinutes);
    case 'percent':
      return dayMinutes === null
        ? { code: 'ambiguous-duration' }
        : ofMinutes(timesHalfUp({ units: amount.units, scale: amount.scale + 2 }, BigInt(dayMinutes)), isZero);
  }
}

function ofDays(amount: Decimal, dayMinutes: number | null): Settled {
  if (dayMinutes !== null) return ofMinutes(timesHalfUp(amount, BigInt(dayMinutes)), false);
  if (compareWhole(amount, 1n) > 0) return { code: 'over-24h' };
  const doubled = { units: amount.units * 2n, scale: amount.scale };
  for (const halfDays of [1, 2]) {
    if (compareWhole(doubled, BigInt(halfDays)) === 0) return { halfDays };
  }
  // 0.857 of a day needs the length of the day.
  return { code: 'ambiguous-duration' };
}

function ofMinutes(minutes: bigint, isZero: boolean): Settled {
  if (isZero) return { code: 'zero-duration' };
  if (minutes > dayLengthMinutes) return { code: 'over-24h' };
  // Less than half a minute is not the zero that somebody wrote.
  return minutes === 0n ? { code: 'not-a-duration' } : { minutes: Number(minutes) };
}

/**
 * A total is in hours or minutes, or it says nothing that can be compared. It is above 24 h as a rule: the bound of a
 * line does not apply, the rounding does.
 */
export function settleTotal(quantity: Quantity, column: QuantityColumn): number | null {
  if (quantity.kind === 'clock') return Number(quantity.minutes);
  if (quantity.kind !== 'amount' || column.maybeClock) return null;
  const unit = quantity.unit ?? column.unit;
  if (unit !== 'hour' && unit !== 'minute') return null;
  return Number(timesHalfUp(quantity.amount, unit === 'hour' ? 60n : 1n));
}
