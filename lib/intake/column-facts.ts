// What all the quantities of a file say together, where one alone does not: the unit of bare numbers, hours or hours and minutes.
import { compareWhole, fractionOf } from './decimal.ts';
import type { DecimalSign } from './file-facts.ts';
import { type Quantity, type QuantityUnit, readsAsClock } from './quantity.ts';
import type { QuantityColumn } from './settle-quantity.ts';
import type { Decimals } from './understanding.ts';

/** Fractions of numbers: none seen, all such as 7,30 that may be minutes, or one at least that may not. */
type Fractions = 'none' | 'either' | 'hundredths';

/** What has been seen of the quantities of a column, however many there are. */
export interface QuantityEvidence {
  readonly signs: Set<DecimalSign>;
  /** Something that can only be hours, or days. */
  hours: boolean;
  days: boolean;
  marks: boolean;
  /** Numbers without a unit of their own. */
  bare: boolean;
  above24: boolean;
  above1: boolean;
  /** Parts of one with four digits or more: a time of a workbook that lost its format is a part of 24 hours. */
  fine: boolean;
  /** Of numbers that say hours themselves, and of bare ones. */
  fractionsOfHours: Fractions;
  fractionsOfBare: Fractions;
}

export const noQuantities = (): QuantityEvidence => ({
  signs: new Set(),
  hours: false,
  days: false,
  marks: false,
  bare: false,
  above24: false,
  above1: false,
  fine: false,
  fractionsOfHours: 'none',
  fractionsOfBare: 'none',
});

export function addQuantity(evidence: QuantityEvidence, quantity: Quantity): void {
  if (quantity.kind === 'clock') evidence.hours = true;
  if (quantity.kind === 'mark') evidence.marks = true;
  if (quantity.kind !== 'amount') return;
  if (quantity.sign !== null) evidence.signs.add(quantity.sign);
  if (quantity.unit === 'hour') {
    evidence.hours = true;
    evidence.fractionsOfHours = both(evidence.fractionsOfHours, fractionsOf(quantity.amount));
  } else if (quantity.unit === 'day') evidence.days = true;
  else if (quantity.unit === null) {
    evidence.bare = true;
    evidence.above24 ||= compareWhole(quantity.amount, 24n) > 0;
    evidence.above1 ||= compareWhole(quantity.amount, 1n) > 0;
    evidence.fine ||= fractionOf(quantity.amount).length >= 4;
    evidence.fractionsOfBare = both(evidence.fractionsOfBare, fractionsOf(quantity.amount));
  }
}

/** Adds what was seen of one column to what was seen of another: sheets of one file. */
export function joinQuantities(evidence: QuantityEvidence, other: QuantityEvidence): void {
  for (const sign of other.signs) evidence.signs.add(sign);
  evidence.hours ||= other.hours;
  evidence.days ||= other.days;
  evidence.marks ||= other.marks;
  evidence.bare ||= other.bare;
  evidence.above24 ||= other.above24;
  evidence.above1 ||= other.above1;
  evidence.fine ||= other.fine;
  evidence.fractionsOfHours = both(evidence.fractionsOfHours, other.fractionsOfHours);
  evidence.fractionsOfBare = both(evidence.fractionsOfBare, other.fractionsOfBare);
}

function fractionsOf(amount: Parameters<typeof readsAsClock>[0]): Fractions {
  const reading = readsAsClock(amount);
  return reading === 'whole' ? 'none' : reading === 'either' ? 'either' : 'hundredths';
}

function both(one: Fractions, other: Fractions): Fractions {
  if (one === 'hundredths' || other === 'hundredths') return 'hundredths';
  return one === 'either' || other === 'either' ? 'either' : 'none';
}

/** What header, titles and a person say of a column before its numbers are looked at. */
interface ColumnWords {
  /** The unit that a person chose, or that header or title name. */
  readonly unit: QuantityUnit | null;
  /** What a person chose, or `hundredths` where the header says so. */
  readonly decimals: Decimals | null;
  /** The header says hours and minutes: whether decimals are, somebody has to say. */
  readonly isClock: boolean;
  /** Crosses are whole days (grids only). */
  readonly marks: boolean;
}

export function columnFacts(evidence: QuantityEvidence, words: ColumnWords): QuantityColumn {
  // Under « Quotité », 0,5 and 1 are parts of a day: nobody writes half of one per cent.
  const isShare = words.unit === 'percent' && evidence.bare && !evidence.above1;
  const unit = isShare ? 'day' : (words.unit ?? unitOfNumbers(evidence, words.marks));
  return { unit, decimals: decimalsOf(evidence, unit, words), signs: evidence.signs, marks: words.marks };
}

/**
 * A line is at most a day: a bare number between 1 and 24 can only be hours. Where all are 1 or less, nobody can tell.
 */
function unitOfNumbers(evidence: QuantityEvidence, marks: boolean): QuantityUnit | null {
  const hours = evidence.hours || (evidence.above1 && !evidence.above24);
  const days = evidence.days || (marks && evidence.marks);
  if (evidence.above24 || hours === days) return null;
  return hours ? 'hour' : 'day';
}

function decimalsOf(
  evidence: QuantityEvidence,
  unit: QuantityUnit | null,
  { decimals, isClock }: ColumnWords,
): QuantityColumn['decimals'] {
  const fractions =
    unit === 'hour' ? both(evidence.fractionsOfHours, evidence.fractionsOfBare) : evidence.fractionsOfHours;
  if (fractions === 'none') return null;
  const isPartOfDay = evidence.fine && !evidence.above1;
  return decimals ?? (fractions === 'either' || isClock || isPartOfDay ? 'unclear' : 'hundredths');
}
