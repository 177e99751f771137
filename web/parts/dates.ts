// Days, months and instants in words. Names of our own: the same page on every machine, whatever its locale data.
import { addDays, type Day, isoWeekday, type Month, type Period } from '../../lib/model/calendar.ts';
import type { Language } from '../../lib/model/text.ts';

const months: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** From Monday to Sunday. */
export const weekdayNames = (language: Language): readonly string[] => weekdays[language];

/** `janvier 2026` / `January 2026` */
export function monthInWords(language: Language, month: Month): string {
  const [year, number] = month.split('-');
  return `${months[language][Number(number) - 1] ?? ''} ${year}`;
}

const dayNumber = (language: Language, text: string): string => {
  const number = Number(text);
  return language === 'fr' && number === 1 ? '1er' : String(number);
};

/** `12 janvier 2026` / `12 January 2026` */
export const dayInWords = (language: Language, day: Day): string =>
  `${dayNumber(language, day.slice(8, 10))} ${monthInWords(language, day.slice(0, 7))}`;

/** `lundi 12` / `Monday 12`, where the month stands above. */
export const weekdayInWords = (language: Language, day: Day): string =>
  `${weekdays[language][isoWeekday(day) - 1] ?? ''}\u00a0${dayNumber(language, day.slice(8, 10))}`;

/** `lundi 12 janvier 2026` / `Monday 12 January 2026` */
export const fullDayInWords = (language: Language, day: Day): string =>
  `${weekdayInWords(language, day)} ${monthInWords(language, day.slice(0, 7))}`;

/** `2 mars 2026, 10:00 UTC`: an instant never stands without its zone. @param instant UTC, `2026-03-02T10:00:00.000Z` */
export const instantInWords = (language: Language, instant: string): string =>
  `${dayInWords(language, instant.slice(0, 10))}, ${instant.slice(11, 16)}\u00a0UTC`;

/** `du 1er janvier au 31 décembre 2025` / `1 January to 31 December 2025` */
export function periodInWords(language: Language, { from, to }: Period): string {
  const last = dayInWords(language, to);
  const whole = dayInWords(language, from);
  const first = from.slice(0, 4) === to.slice(0, 4) ? whole.slice(0, -5) : whole;
  return language === 'fr' ? `du ${first} au ${last}` : `${first} to ${last}`;
}

/** @returns the last day of a month */
export function lastDayOf(month: Month): Day {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

/** `depuis le 1er mars 2025`, `du 1er mars 2025 au 30 juin 2026`: closed on both ends; null = to this day and on. */
export function daysInWords(language: Language, since: Day, until: Day | null): string {
  const first = dayInWords(language, since);
  if (until === null) return language === 'fr' ? `depuis le ${first}` : `since ${first}`;
  const last = dayInWords(language, until);
  return language === 'fr' ? `du ${first} au ${last}` : `${first} to ${last}`;
}
