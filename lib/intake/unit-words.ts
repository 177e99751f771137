// The unit of a quantity by the words around it: the header of its column, or a title.
import type { QuantityUnit } from './quantity.ts';
import { plainText } from './words.ts';

interface UnitWords {
  readonly unit: QuantityUnit | null;
  /** « centièmes » */
  readonly isDecimal: boolean;
  /** « hh:mm » */
  readonly isClock: boolean;
}

/** What the words around a quantity say about its unit: a column's header, or a title such as « unité : jour ». */
export function unitOfWords(text: string): UnitWords {
  const plain = plainText(text);
  const isClock = /\bhh? ?(m|mm|mn|min)\b|\b(heures|hours) (et |and )?(minutes|min|mn)\b/.test(plain);
  const says = (unit: QuantityUnit | null): UnitWords => ({ unit, isDecimal, isClock });
  const isDecimal = /\b(decimal|decimale|centiemes?|hh? cc?)\b/.test(plain);
  if (/%|\b(quotite|pourcentage|percent)\b/.test(plain)) return says('percent');
  if (/\b(heures?|hours?|hrs?|h|hh)\b/.test(plain)) return says('hour');
  if (/\b(minutes?|min|mn)\b/.test(plain)) return says('minute');
  if (/\b(demi (journees?|jours?|j)|half days?)\b/.test(plain)) return says('half-day');
  if (/\b(jours?|days?|jh|j|etp|fte)\b/.test(plain)) return says('day');
  return says(isDecimal || isClock ? 'hour' : null);
}

/** The unit that the header of a whole day's total names: « Total jour (h) » is hours, and « jour » says which total, not which unit. */
export const unitOfDayTotal = (text: string): QuantityUnit | null =>
  unitOfWords(plainText(text).replace(/\b(jour|journee|day|daily)\b/g, '')).unit;
