// The grammar of quantities of time: what one cell says, before the column's unit is known. Unknown is never zero.
import type { Cell } from './cell.ts';
import { asShown, type Decimal, fractionOf, parseDecimal, timesHalfUp } from './decimal.ts';
import type { DecimalSign } from './file-facts.ts';

export type QuantityUnit = 'hour' | 'minute' | 'day' | 'percent';

export type Quantity =
  /** `unit` null: a bare number, whose unit the column says. `sign`: the decimal sign as written, if any. */
  | {
      readonly kind: 'amount';
      readonly unit: QuantityUnit | null;
      readonly amount: Decimal;
      readonly sign: DecimalSign | null;
    }
  /** Hours and minutes as on a clock: 7:30, 7h30, a cell formatted as a time. */
  | { readonly kind: 'clock'; readonly minutes: bigint }
  /** A cross: present, for a whole day, in a grid of days. */
  | { readonly kind: 'mark' }
  | { readonly kind: 'negative' }
  | { readonly kind: 'unreadable' };

const unreadable: Quantity = { kind: 'unreadable' };
const negative: Quantity = { kind: 'negative' };
const half: Quantity = { kind: 'amount', unit: 'day', amount: { units: 5n, scale: 1 }, sign: null };

/** Words that name half a day. */
const halfDayWords = new Set([
  '1/2',
  '½',
  '1/2j',
  '½j',
  '1/2 j',
  '½ j',
  'am',
  'pm',
  'matin',
  'apres-midi',
  'après-midi',
  'demi-journée',
  'demi-journee',
]);

const units: ReadonlyMap<string, QuantityUnit> = new Map([
  ...['h', 'hr', 'hrs', 'heure', 'heures', 'hour', 'hours'].map((word) => [word, 'hour'] as const),
  ...['min', 'mn', 'mins', 'minute', 'minutes'].map((word) => [word, 'minute'] as const),
  ...['j', 'jr', 'jrs', 'jour', 'jours', 'jh', 'd', 'day', 'days'].map((word) => [word, 'day'] as const),
  ['%', 'percent'] as const,
]);

const colonClock = /^(\d{1,4}):(\d{2})(?::(\d{2}))?$/;
const wordClock = /^(\d{1,4})\s?h(?:eures?)?\s?(\d{2})(?:\s?(?:min|mn|minutes?|m))?$/;
const number = /^(\d{1,3}(?:\s\d{3})+|\d{1,9})(?:([.,])(\d{1,12}))?\s?([a-z%]*)$/;

/**
 * @param written the text of a cell, in French or English: `7,5` · `7.5 h` · `7h30` · `7:30` · `450 min` · `0,5 j` · `50 %` · `½` · `matin`
 * @returns `unreadable` for whatever else stands there, empty included
 */
export function parseQuantity(written: string): Quantity {
  const text = written.replace(/\s/g, ' ').trim().replace(/^'/, '').toLowerCase();
  if (/^[-\u2212]\s?[\d.,:h\s]*\d/.test(text)) {
    return parseQuantity(text.replace(/^[-\u2212]\s?/, '')).kind === 'unreadable' ? unreadable : negative;
  }
  if (halfDayWords.has(text)) return half;
  if (text === 'x') return { kind: 'mark' };
  const clock = colonClock.exec(text) ?? wordClock.exec(text);
  if (clock !== null) return clockOf(clock[1] ?? '', clock[2] ?? '', clock[3] ?? '0');
  const match = number.exec(text);
  if (match === null) return unreadable;
  const [, whole = '', sign, fraction, word = ''] = match;
  const unit = word === '' ? null : units.get(word);
  if (unit === undefined) return unreadable;
  const amount = parseDecimal(`${whole.replaceAll(' ', '')}${fraction === undefined ? '' : `.${fraction}`}`);
  if (amount === null) return unreadable;
  return { kind: 'amount', unit, amount, sign: sign === ',' || sign === '.' ? sign : null };
}

function clockOf(hours: string, minutes: string, seconds: string): Quantity {
  // 7h75 is neither 7 h 75 min nor 7.75 h: somebody has to say which.
  if (Number(minutes) > 59 || Number(seconds) > 59) return unreadable;
  const inSeconds = BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds);
  return { kind: 'clock', minutes: (inSeconds + 30n) / 60n };
}

/** What a cell says; a number formatted as a time is a fraction of 24 h, as a percentage a hundredth. */
export function quantityOfCell(cell: Cell | undefined): Quantity {
  if (cell === undefined || cell.kind === 'unusable' || cell.kind === 'day') return unreadable;
  if (cell.kind === 'text') return parseQuantity(cell.text);
  const stored = parseDecimal(cell.text);
  if (stored === null || cell.format.shape === 'date') return unreadable;
  if (stored.units < 0n) return negative;
  const amount = asShown(stored);
  if (cell.format.shape === 'time') return { kind: 'clock', minutes: timesHalfUp(amount, 1440n) };
  if (cell.format.shape === 'percent') {
    return {
      kind: 'amount',
      unit: 'percent',
      amount: { units: amount.units * 100n, scale: amount.scale },
      sign: null,
    };
  }
  return { kind: 'amount', unit: null, amount, sign: null };
}

/**
 * 7,15 7,30 7,45 may be hours and minutes; 7,20 or 7,75 may not.
 * @returns `either` for a fraction that reads both ways, `hours` for one that does not, `whole` for none
 */
export function readsAsClock(amount: Decimal): 'either' | 'hours' | 'whole' {
  const fraction = fractionOf(amount);
  if (fraction === '') return 'whole';
  return ['15', '3', '45'].includes(fraction) ? 'either' : 'hours';
}
