// The grammar of quantities of time: what one cell says, before the column's unit is known. Unknown is never zero.
import type { Cell } from './cell.ts';
import { asShown, type Decimal, fractionOf, parseDecimal, timesHalfUp } from './decimal.ts';
import type { DecimalSign } from './file-facts.ts';

export type QuantityUnit = 'hour' | 'minute' | 'day' | 'half-day' | 'percent';

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
const days = (amount: Decimal): Quantity => ({ kind: 'amount', unit: 'day', amount, sign: null });

const dayWord = '(?: ?(?:j|jr|jours?|journees?|d|days?))?';

/** « ½ journée », `1/2 j`, `3/4`: parts of a day, the day named or not. */
const dayPart = new RegExp(String.raw`^(?:(\d{1,2}) )?([123])/([24])${dayWord}$`);
const wholeDays = /^(?:(?:1|une) )?(?:journee(?: (?:entiere|complete))?|full day|whole day)$/;
const halfDays =
  /^(?:am|pm|a\.m|p\.m|matin|matinee|apres[- ]?midi|aprem|morning|afternoon|(?:(?:1|une) )?demi[- ]?(?:journee|j)(?: (?:matin|am|apres[- ]midi|pm))?|(?:a )?half[- ]?(?:a )?day)$/;

const units: ReadonlyMap<string, QuantityUnit> = new Map([
  ...['h', 'hr', 'hrs', 'heure', 'heures', 'hour', 'hours'].map((word) => [word, 'hour'] as const),
  ...['min', 'mn', 'mins', 'minute', 'minutes'].map((word) => [word, 'minute'] as const),
  ...['j', 'jr', 'jrs', 'jour', 'jours', 'journee', 'journees', 'jh', 'd', 'day', 'days'].map(
    (word) => [word, 'day'] as const,
  ),
  ...[
    'demi-journee',
    'demi-journees',
    'demi journee',
    'demi journees',
    'half-day',
    'half-days',
    'half day',
    'half days',
  ].map((word) => [word, 'half-day'] as const),
  ['%', 'percent'] as const,
]);

const colonClock = /^(\d{1,4}):(\d{2})(?::(\d{2}))?$/;
// 7h5 may be 7 h 05 or 7 h 50: one digit of minutes is read only where the minutes are named.
const wordClock =
  /^(\d{1,4}) ?(?:h|hrs?|heures?|hours?) ?(?:(?:et|and) )?(?:(\d{2})(?: ?(?:min|mn|mins|minutes?|m|['′’]))?|(\d) ?(?:min|mn|mins|minutes?))$/;
const isoDuration = /^pt(?=\d)(?:(\d{1,4})h)?(?:(\d{1,4})m)?(?:(\d{1,2})(?:\.0+)?s)?$/;
const number = /^(\d{1,3}(?: \d{3})+|\d{1,9}|(?=[.,]\d))(?:([.,])(\d{1,12}))? ?([a-z%]*)$/;

/** Lower case, without accents, every space a plain one. */
const plain = (written: string): string =>
  written
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'/, '')
    .toLowerCase()
    .replace(/(?<=[a-z])\.$/, '');

/**
 * @param written the text of a cell, in French or English: `7,5` · `7.5 h` · `7h30` · `7:30` · `450 min` · `0,5 j` · `50 %` · `½` · `matin`
 * @returns `unreadable` for whatever else stands there, empty included
 */
export function parseQuantity(written: string): Quantity {
  return parsePlain(plain(written));
}

function parsePlain(text: string): Quantity {
  if (/^[-\u2212] ?[\d.,:h ]*\d/.test(text)) {
    return parsePlain(text.replace(/^[-\u2212] ?/, '')).kind === 'unreadable' ? unreadable : negative;
  }
  if (halfDays.test(text)) return days({ units: 5n, scale: 1 });
  if (wholeDays.test(text)) return days({ units: 1n, scale: 0 });
  if (text === 'x') return { kind: 'mark' };
  const part = dayPart.exec(text.replace(/ ?½/, ' 1/2').replace(/ ?¼/, ' 1/4').replace(/ ?¾/, ' 3/4').trim());
  if (part !== null) return partOfDay(part[1] ?? '0', part[2] ?? '', part[3] ?? '');
  const clock = colonClock.exec(text);
  if (clock !== null) return clockOf(clock[1] ?? '', clock[2] ?? '', clock[3] ?? '0');
  const words = wordClock.exec(text);
  if (words !== null) return clockOf(words[1] ?? '', words[2] ?? words[3] ?? '', '0');
  const iso = isoDuration.exec(text);
  if (iso !== null) {
    const seconds = BigInt(iso[1] ?? 0) * 3600n + BigInt(iso[2] ?? 0) * 60n + BigInt(iso[3] ?? 0);
    return { kind: 'clock', minutes: (seconds + 30n) / 60n };
  }
  const match = number.exec(text);
  if (match === null) return unreadable;
  const [, whole = '', sign, fraction, word = ''] = match;
  if (whole === '' && fraction === undefined) return unreadable;
  const unit = word === '' ? null : units.get(word);
  if (unit === undefined) return unreadable;
  const amount = parseDecimal(`${whole.replaceAll(' ', '') || '0'}${fraction === undefined ? '' : `.${fraction}`}`);
  if (amount === null) return unreadable;
  return { kind: 'amount', unit, amount, sign: sign === ',' || sign === '.' ? sign : null };
}

/** Halves and quarters only: a third is no decimal. 2/2 and 3/2 are nobody's way of writing time. */
function partOfDay(whole: string, over: string, under: string): Quantity {
  if ((under === '2' && over !== '1') || over === '2') return unreadable;
  const hundredths = BigInt(whole) * 100n + (BigInt(over) * 100n) / BigInt(under);
  return days({ units: hundredths, scale: 2 });
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

/** @param cell of a column of units: `h`, `Jour`, `min`; null for anything else */
export const unitOfCell = (cell: Cell | undefined): QuantityUnit | null =>
  cell?.kind === 'text' ? (units.get(plain(cell.text)) ?? null) : null;

/** A bare number in the unit that stands beside it, if one does; unreadable where it has another one of its own. */
export function inUnit(quantity: Quantity, unit: QuantityUnit | null): Quantity {
  if (unit === null) return quantity;
  if (quantity.kind === 'clock') return unit === 'hour' ? quantity : unreadable;
  if (quantity.kind !== 'amount' || quantity.unit === unit) return quantity;
  return quantity.unit === null ? { ...quantity, unit } : unreadable;
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
