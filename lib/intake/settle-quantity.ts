// From what a cell says and what its column says to whole minutes or half-days, rounded half up once, or a problem.
import { compareWhole, type Decimal, fractionOf, timesHalfUp } from './decimal.ts';
import type { DecimalSign } from './file-facts.ts';
import { type Quantity, type QuantityUnit, readsAsClock } from './quantity.ts';
import type { ProblemCode } from './reading.ts';
import type { Decimals } from './understanding.ts';

/** What the columns of a file say together about their quantities. */
export interface QuantityColumn {
  /** The unit of bare numbers; null where the file does not say. */
  readonly unit: QuantityUnit | null;
  /** What decimals of hours are. `unclear`: only 00, 15, 30, 45, any under « hh:mm », or 0.3125 beside nothing above one, and nothing says; null: there are none. */
  readonly decimals: Decimals | 'unclear' | null;
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
      return ofHours(amount, column.decimals);
    case 'minute':
      return ofMinutes(timesHalfUp(amount, 1n), isZero);
    case 'day':
      return ofDays(amount, dayMinutes);
    case 'half-day':
      return ofDays({ units: amount.units * 5n, scale: amount.scale + 1 }, dayMinutes);
    case 'percent':
      return dayMinutes === null
        ? { code: 'ambiguous-duration' }
        : ofMinutes(timesHalfUp({ units: amount.units, scale: amount.scale + 2 }, BigInt(dayMinutes)), isZero);
  }
}

function ofHours(amount: Decimal, decimals: QuantityColumn['decimals']): Settled {
  if (decimals === 'unclear' && readsAsClock(amount) !== 'whole') return { code: 'ambiguous-duration' };
  const minutes = decimals === 'minutes' ? clockMinutes(amount) : timesHalfUp(amount, 60n);
  return minutes === null ? { code: 'not-a-duration' } : ofMinutes(minutes, false);
}

/** 7,30 and 7,3 as 7 h 30 min; null for what no clock shows, such as 7,75. */
function clockMinutes(amount: Decimal): bigint | null {
  const fraction = fractionOf(amount).padEnd(2, '0');
  if (fraction.length > 2 || fraction > '59') return null;
  return (amount.units / 10n ** BigInt(amount.scale)) * 60n + BigInt(fraction);
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
  if (quantity.kind !== 'amount' || column.decimals === 'unclear') return null;
  const unit = quantity.unit ?? column.unit;
  if (unit !== 'hour' && unit !== 'minute') return null;
  if (unit === 'minute') return Number(timesHalfUp(quantity.amount, 1n));
  const minutes = column.decimals === 'minutes' ? clockMinutes(quantity.amount) : timesHalfUp(quantity.amount, 60n);
  return minutes === null ? null : Number(minutes);
}
