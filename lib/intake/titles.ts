// What stands around a table: title lines, the sheet's name. They may state the unit, and the month of a grid.
import type { Row, Sheet } from './cell.ts';
import { cellText } from './cell-text.ts';
import { dayOfSerial } from './date.ts';
import type { QuantityUnit } from './quantity.ts';
import { monthNumber, plainText } from './words.ts';

export function titleTexts(rows: readonly Row[], sheet: Sheet): string[] {
  return rows
    .filter((row) => row.aside === null)
    .flatMap((row) => row.cells)
    .flatMap((cell) => {
      if (cell === undefined || cell.kind === 'unusable') return [];
      const day =
        cell.kind === 'number' && cell.format.shape === 'date' ? dayOfSerial(cell.text, sheet.date1904) : null;
      return [day ?? cellText(cell)];
    });
}

/** « unité : jour », « en heures », "in days"; null where titles name none or both. */
export function unitOfTitles(texts: readonly string[]): QuantityUnit | null {
  const plain = texts.map(plainText).join(' . ');
  const stated = /\b(?:unites?|units?|en|in)(?: (?:de temps|saisie|en))? (jours?|days?|heures?|hours?)\b/.exec(
    plain,
  )?.[1];
  const named = stated ?? '';
  const days = /\b(jours|days)\b/.test(plain);
  const hours = /\b(heures|hours)\b/.test(plain);
  if (/^(jour|day)/.test(named)) return 'day';
  if (/^(heure|hour)/.test(named)) return 'hour';
  if (days === hours) return null;
  return days ? 'day' : 'hour';
}

export interface MonthFound {
  readonly year: number | null;
  readonly month: number | null;
}

/** The one month that texts name; a part that they do not name, or name in two ways, is null. */
export function monthOfTexts(texts: readonly string[]): MonthFound {
  const years = new Set<number>();
  const months = new Set<number>();
  for (const text of texts) {
    for (const [, year, month] of text.matchAll(/\b((?:19|20)\d{2})[-/. ](0?[1-9]|1[0-2])\b/g)) {
      years.add(Number(year));
      months.add(Number(month));
    }
    for (const [, month, year] of text.matchAll(/(?<!\d)(0?[1-9]|1[0-2])[-/. ]((?:19|20)\d{2})\b/g)) {
      years.add(Number(year));
      months.add(Number(month));
    }
    for (const word of plainText(text).split(' ')) {
      const month = word.length >= 3 ? monthNumber(word) : null;
      if (month !== null) months.add(month);
      if (/^(19|20)\d{2}$/.test(word)) years.add(Number(word));
    }
  }
  const only = (found: Set<number>): number | null => (found.size === 1 ? ([...found][0] ?? null) : null);
  return { year: only(years), month: only(months) };
}
