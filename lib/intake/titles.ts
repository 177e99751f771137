// What stands around a table: title lines, the sheet's name. They may state the unit, and the month of a grid.
import { addDays, type Day, isoWeekday } from '../model/calendar.ts';
import type { Row, Sheet } from './cell.ts';
import { shownText } from './cell-text.ts';
import { parseDate } from './date.ts';
import type { QuantityUnit } from './quantity.ts';
import { monthNumber, plainText } from './words.ts';

export const titleTexts = (rows: readonly Row[], { date1904 }: Sheet): string[] =>
  rows
    .filter((row) => row.aside === null)
    .flatMap((row) => row.cells)
    .flatMap((cell) => (cell === undefined || cell.kind === 'unusable' ? [] : [shownText(cell, date1904)]));

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

/** When a page was printed says nothing of the days on it. */
const printed =
  /^(edite|imprime|genere|exporte|extrait|signe|fait|valide|printed|generated|exported|signed|date d (edition|impression|export))/;

interface MonthFound {
  readonly year: number | null;
  readonly month: number | null;
}

/** The one month that texts name; a part that they do not name, or name in two ways, is null. */
export function monthOfTexts(texts: readonly string[]): MonthFound {
  const years = new Set<number>();
  const months = new Set<number>();
  for (const [index, text] of texts.entries()) {
    if (printed.test(plainText(text))) continue;
    const numbered = /^(?:mois|month)(?: (\d{1,2}))?$/.exec(plainText(text));
    const number = numbered === null ? Number.NaN : Number(numbered[1] ?? texts[index + 1]);
    if (number >= 1 && number <= 12) months.add(number);
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

const mondayOf = (day: Day): Day => addDays(day, 1 - isoWeekday(day));

/** « Semaine du 12/10/2026 », « du 12/10/2026 au 16/10/2026 », "Week 42, 2026": its Monday; null if texts name none, or several. */
export function weekOfTexts(texts: readonly string[], year: number | null): Day | null {
  const weeks = new Set<Day>();
  const all = texts.join(' | ');
  const dated = /\b(?:semaine|week|du|from)\b[^0-9|]{0,20}(\d{1,4}[-/. ](?:\d{1,2}|[a-zéûô]{3,9}\.?)[-/. ]\d{2,4})/gi;
  for (const [, written = ''] of all.matchAll(dated)) {
    const reading = parseDate(written);
    if (reading.kind === 'day') weeks.add(mondayOf(reading.day));
    // Day first unless it cannot be, as in a French list: a week that begins on no Monday is not sure enough.
    if (reading.kind === 'either' && reading.year !== null && !reading.shortYear) {
      const day = parseDate(`${reading.year}-${reading.second}-${reading.first}`);
      if (day.kind === 'day') weeks.add(mondayOf(day.day));
    }
  }
  if (weeks.size === 0 && year !== null) {
    for (const [, number] of all.matchAll(/\b(?:semaine|week|sem\.?|s|w)\s?(?:n°?\s?)?(\d{1,2})\b/gi)) {
      const week = Number(number);
      if (week >= 1 && week <= 53) weeks.add(addDays(mondayOf(`${year}-01-04`), 7 * (week - 1)));
    }
  }
  return weeks.size === 1 ? ([...weeks][0] ?? null) : null;
}
