// What all the quantities of a file say together, where one alone does not: the unit of bare numbers, hours or hours and minutes.
import { compareWhole } from './decimal.ts';
import type { DecimalSign } from './file-facts.ts';
import { type Quantity, type QuantityUnit, readsAsClock } from './quantity.ts';
import type { QuantityColumn } from './settle-quantity.ts';

/**
 * @param stated the unit that header or title name, if they do
 * @param isDecimal the header says that decimals are hundredths
 */
export function columnFacts(
  quantities: Iterable<Quantity>,
  stated: QuantityUnit | null,
  isDecimal: boolean,
  marks: boolean,
): QuantityColumn {
  const signs = new Set<DecimalSign>();
  const distinct = new Set(quantities);
  for (const quantity of distinct) {
    if (quantity.kind === 'amount' && quantity.sign !== null) signs.add(quantity.sign);
  }
  const unit = stated ?? unitOfNumbers(distinct, marks);
  return {
    unit,
    maybeClock: !isDecimal && decimalsMayBeMinutes(distinct, unit),
    signs,
    marks,
  };
}

/**
 * A line is at most a day: a bare number between 1 and 24 can only be hours. Where all are 1 or less, nobody can tell.
 */
function unitOfNumbers(quantities: Iterable<Quantity>, marks: boolean): QuantityUnit | null {
  let hours = false;
  let days = false;
  let above24 = false;
  for (const quantity of quantities) {
    if (quantity.kind === 'clock' || (quantity.kind === 'amount' && quantity.unit === 'hour')) hours = true;
    if ((quantity.kind === 'mark' && marks) || (quantity.kind === 'amount' && quantity.unit === 'day')) days = true;
    if (quantity.kind !== 'amount' || quantity.unit !== null) continue;
    if (compareWhole(quantity.amount, 24n) > 0) above24 = true;
    else if (compareWhole(quantity.amount, 1n) > 0) hours = true;
  }
  if (above24 || hours === days) return null;
  return hours ? 'hour' : 'day';
}

function decimalsMayBeMinutes(quantities: Iterable<Quantity>, unit: QuantityUnit | null): boolean {
  let either = false;
  for (const quantity of quantities) {
    if (quantity.kind !== 'amount' || (quantity.unit ?? unit) !== 'hour') continue;
    const reading = readsAsClock(quantity.amount);
    if (reading === 'hours') return false;
    either ||= reading === 'either';
  }
  return either;
}
