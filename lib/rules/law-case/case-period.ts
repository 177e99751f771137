// Periods as the worked cases write them: `A..B`, both ends included, each end a day, a month or a year.
import { isDay, lastDayOf, type Period } from '../../model/calendar.ts';

function firstAndLast(text: string): Period | null {
  if (isDay(text)) return { from: text, to: text };
  if (/^\d{4}$/.test(text)) return { from: `${text}-01-01`, to: `${text}-12-31` };
  const from = `${text}-01`;
  if (!/^\d{4}-\d{2}$/.test(text) || !isDay(from)) return null;
  return { from, to: lastDayOf(text) };
}

/** @returns null if it is not a period */
export function parseCasePeriod(text: string): Period | null {
  const ends = text.split('..');
  if (ends.length > 2) return null;
  const first = firstAndLast(ends[0] ?? '');
  const last = firstAndLast(ends.at(-1) ?? '');
  if (first === null || last === null || last.to < first.from) return null;
  return { from: first.from, to: last.to };
}
