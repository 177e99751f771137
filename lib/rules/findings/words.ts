// How findings write days and amounts, and which lines they point at.
import { addDays, type Day, type Month } from '../../model/calendar.ts';
import type { TimeUnit } from '../../model/duration.ts';
import type { Language } from '../../model/text.ts';
import type { FindingAmounts, TimeFinding } from './finding.ts';
import type { AtHand, DayAtHand, WeekAtHand } from './time-at-hand.ts';

/** `12/03/2025`, `2025-03-12` */
export const dayIn = (language: Language, day: Day): string =>
  language === 'en' ? day : `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** `03/2025`, `2025-03` */
export const monthIn = (language: Language, month: Month): string =>
  language === 'en' ? month : `${month.slice(5)}/${month.slice(0, 4)}`;

function hoursIn(language: Language, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  if (rest === 0) return `${hours} h`;
  return language === 'fr' ? `${hours} h ${String(rest).padStart(2, '0')}` : `${hours} h ${rest} min`;
}

/** `7 h 30`, `7 h 30 min`; `1 demi-journée`, `3 half-days` */
export function amountIn(language: Language, unit: TimeUnit, amount: number): string {
  if (unit === 'minute') return hoursIn(language, amount);
  const plural = amount > 1 ? 's' : '';
  return language === 'fr' ? `${amount} demi-journée${plural}` : `${amount} half-day${plural}`;
}

/** @returns the references of lines about to be posted, and of entries that stand */
export const refsOf = (all: readonly AtHand[]): Pick<TimeFinding, 'lines' | 'standing'> => ({
  lines: all.flatMap(({ line }) => (line === null ? [] : [line.ref])),
  standing: all.flatMap(({ claim, line }) => (line === null ? [claim.entry] : [])),
});

/** What every finding about one day says of it. */
export const aboutDay = (
  { developer, day }: DayAtHand,
  all: readonly AtHand[],
): Pick<TimeFinding, 'developer' | 'from' | 'to' | 'project' | 'lines' | 'standing'> => ({
  ...{ developer, from: day, to: day, project: null },
  ...refsOf(all),
});

/** What every finding about one week says of it. */
export const aboutWeek = ({
  developer,
  monday,
  all,
}: WeekAtHand): Pick<TimeFinding, 'developer' | 'from' | 'to' | 'project' | 'lines' | 'standing'> => ({
  ...{ developer, from: monday, to: addDays(monday, 6), project: null },
  ...refsOf(all),
});

export const beyond = (unit: FindingAmounts['unit'], declared: number, limit: number, others = 0): FindingAmounts => ({
  ...{ unit, declared, limit },
  over: declared + others - limit,
});
