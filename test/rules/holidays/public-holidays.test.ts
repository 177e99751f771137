// The frozen holidays beside those of a library that many people keep; where the two differ, the text that says who is right.
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../lib/model/calendar.ts';
import { publicHolidays, workingCalendar } from '../../../lib/rules/holidays/public-holidays.ts';
import { ruleSet } from '../../../lib/rules/rule-set.ts';

const years = Array.from({ length: 23 }, (_, at) => 2005 + at);

/** Region of ours → what the library calls it: a department of France, or France as a whole. */
const theirs: Readonly<Record<string, readonly (readonly [country: string, state?: string])[]>> = {
  metropole: [['FR']],
  'alsace-moselle': [
    ['FR', '57'],
    ['FR', '67'],
    ['FR', '68'],
  ],
  '971': [['FR', 'GP'], ['GP']],
  '972': [['FR', 'MQ'], ['MQ']],
  '973': [['FR', 'GF'], ['GF']],
  '974': [['FR', 'RE'], ['RE']],
  '976': [['FR', 'YT'], ['YT']],
};

const theirDays = (library: Holidays, year: number): Day[] =>
  library
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10));

function ourDays(region: string, year: number): Day[] {
  const isHoliday = publicHolidays(ruleSet.holidays, region);
  const days: Day[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (isHoliday(day)) days.push(day);
  }
  return days;
}

/** Good Friday is two days before Easter, of which the library says the Monday. */
const goodFriday = (days: readonly Day[]): Day | undefined =>
  days.find((day) => /-0[34]-/.test(day) && days.includes(addDays(day, 3)));

describe.each(Object.keys(theirs))('the holidays of %s', (region) => {
  it.each(years)('in %i are those of the library, but for what it adds by custom', (year) => {
    for (const names of theirs[region] ?? []) {
      const days = theirDays(new Holidays(...(names as [string])), year);
      // The library makes Good Friday a public holiday of Guadeloupe and Martinique. It is a custom there, which many agreements follow, and no
      // text: C. trav., L. 3133-1 lists eleven days, L. 3422-2 adds the abolition of slavery overseas, and Good Friday is of Alsace-Moselle
      // alone (L. 3134-13). We are right for what the law says; a company that gives the day off has nobody's lines on it to ask about.
      const byCustom = region === '971' || region === '972' ? goodFriday(days) : undefined;
      expect(byCustom === undefined).toBe(region !== '971' && region !== '972');
      expect(ourDays(region, year)).toEqual([...new Set(days)].filter((day) => day !== byCustom).sort());
    }
  });
});

describe('what was written down of these days (labour code, and the sheet on forfait-jours)', () => {
  const isHoliday = (region: string, day: Day): boolean => publicHolidays(ruleSet.holidays, region)(day);

  it('1 May is a holiday everywhere', () => {
    for (const region of Object.keys(theirs)) expect(isHoliday(region, '2026-05-01'), region).toBe(true);
  });

  it('Good Friday and 26 December are holidays in Alsace-Moselle and nowhere else', () => {
    for (const region of Object.keys(theirs)) {
      for (const day of ['2025-04-18', '2025-12-26']) {
        expect(isHoliday(region, day), `${region} ${day}`).toBe(region === 'alsace-moselle');
      }
    }
  });

  it('each overseas department remembers the abolition of slavery on its own day', () => {
    const abolition = {
      '971': '2026-05-27',
      '972': '2026-05-22',
      '973': '2026-06-10',
      '974': '2026-12-20',
      '976': '2026-04-27',
    };
    for (const [own, day] of Object.entries(abolition)) {
      for (const region of Object.keys(theirs)) expect(isHoliday(region, day), `${region} ${day}`).toBe(region === own);
    }
  });

  it('ten of the holidays of 2025 fall on a day from Monday to Friday, as the official forfait-jours computation counts', () => {
    const isWorkingDay = workingCalendar(ruleSet.holidays, 'metropole');
    let working = 0;
    for (let day = '2025-01-01'; day <= '2025-12-31'; day = addDays(day, 1)) if (isWorkingDay(day)) working += 1;
    // 365 − (104 + 10) = 251, of which 25 are leave, 218 are worked and 8 are rest.
    expect(working).toBe(218 + 25 + 8);
  });

  it('a year that nobody froze is refused by name', () => {
    expect(() => isHoliday('metropole', '2028-01-01')).toThrow('no-figures-for-period');
    expect(() => isHoliday('987', '2026-01-01')).toThrow('holidays.987');
  });
});
