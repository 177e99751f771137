// For files assessed alone, where no amount is computed: the rule set reaches back before its first dated figure (forges.md, section 6).
import { addDays, type Day } from '../../model/calendar.ts';
import type { Figure } from '../figures/figure.ts';
import type { RuleSet } from '../rule-set.ts';

/** From then on mainland France has the same eleven public holidays (8 May again: loi n° 81-893 of 2 October 1981). */
const firstYear = 1982;

/** Gauss's computation for the Gregorian calendar, as Meeus gives it. */
function easterSunday(year: number): Day {
  const div = (a: number, b: number): number => Math.trunc(a / b);
  const century = div(year, 100);
  const moon = year % 19;
  const epact = (19 * moon + century - div(century, 4) - div(century - div(century + 8, 25) + 1, 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * div(year % 100, 4) - epact - (year % 4)) % 7;
  const late = div(moon + 11 * epact + 22 * weekday, 451);
  const days = epact + weekday - 7 * late + 114;
  return `${year}-${String(div(days, 31)).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`;
}

/** @returns the public holidays of mainland France in a year from 1982 on, in order */
export function mainlandHolidays(year: number): readonly Day[] {
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
  const movable = [1, 39, 50].map((later) => addDays(easter, later));
  // Ascension may fall on the first or the eighth of May.
  return [...new Set([...fixed.map((day) => `${year}-${day}`), ...movable])].sort();
}

/** @returns the rule set with the first value of each figure, and the holidays of mainland France, from 1982 on */
export function reachingBack(ruleSet: RuleSet): RuleSet {
  const { metropole = {} } = ruleSet.holidays;
  const firstHeld = Math.min(...Object.keys(metropole).map(Number));
  const years = Array.from({ length: Math.max(0, firstHeld - firstYear) }, (_, at) => firstYear + at);
  const earlier = Object.fromEntries(years.map((year) => [String(year), mainlandHolidays(year)]));
  const fromFirstYear = (figures: readonly Figure[]): Figure[] => {
    const isFirst = ({ key, from }: Figure): boolean =>
      figures.every((other) => other.key !== key || other.from >= from);
    return figures.map((figure) => (isFirst(figure) ? { ...figure, from: `${firstYear}-01-01` } : figure));
  };
  return {
    ...ruleSet,
    holidays: { ...ruleSet.holidays, metropole: { ...earlier, ...metropole } },
    figures: fromFirstYear(ruleSet.figures),
    schemes: ruleSet.schemes.map((scheme) => ({ ...scheme, figures: fromFirstYear(scheme.figures) })),
  };
}
