// Before the first dated figure: the same holidays by their rule, and the first value of each figure.
import { describe, expect, it } from 'vitest';
import { wholeAt } from '../../../lib/rules/figures/figure-at.ts';
import { mainlandHolidays, reachingBack } from '../../../lib/rules/holidays/earlier-years.ts';
import { ruleSet } from '../../../lib/rules/rule-set.ts';

describe('years before the first dated figure', () => {
  it.each(Object.entries(ruleSet.holidays.metropole!))('the rule gives the frozen holidays of %s', (year, frozen) => {
    expect(mainlandHolidays(Number(year))).toEqual([...frozen].sort());
  });

  it('have the holidays of their own, from 1982 on', () => {
    const { metropole } = reachingBack(ruleSet).holidays;
    expect(metropole!['1999']).toEqual([
      ...['1999-01-01', '1999-04-05', '1999-05-01', '1999-05-08', '1999-05-13', '1999-05-24', '1999-07-14'],
      ...['1999-08-15', '1999-11-01', '1999-11-11', '1999-12-25'],
    ]);
    expect([metropole!['1981'], metropole!['2028']]).toEqual([undefined, undefined]);
  });

  it('have the first value of each figure, and later ones keep their days', () => {
    const { figures } = reachingBack(ruleSet);
    expect(wholeAt(figures, 'caps.dailyMinutes', '1999-06-01')).toBe(600);
    expect(wholeAt(figures, 'secondment.maxYears', '1999-06-01')).toBe(2);
    expect(wholeAt(figures, 'secondment.maxYears', '2025-01-01')).toBe(3);
    expect(reachingBack(ruleSet).figures).toHaveLength(ruleSet.figures.length);
  });
});
