// Where the hours of a fiscal year stand, month by month.
import { expect, it } from 'vitest';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { declaredTime } from '../../lib/use-cases/declared-time.ts';
import { fiscalYears } from '../../lib/use-cases/fiscal-years.ts';
import { companyBook } from '../../lib/use-cases/people.ts';
import { aliceOf, worldAfterTheTerm } from '../whole/after-the-term.ts';
import { processOn } from '../whole/process.ts';

it('the months of a year add up to the year, state by state, and hold every declared line once', async () => {
  const { ports } = processOn(await worldAfterTheTerm());
  const { company } = await aliceOf(ports);
  const years = await fiscalYears(ports, company);
  expect(years.map(({ fiscalYear }) => fiscalYear)).toContain(2025);
  for (const year of years) {
    for (const state of ['declared', 'counted', 'refused', 'awaiting', 'withdrawn'] as const) {
      for (const unit of ['minutes', 'halfDays'] as const) {
        const sum = year.months.reduce((total, month) => total + month[state][unit], 0);
        expect(sum, `${year.fiscalYear} ${state}`).toBe(year[state][unit]);
      }
    }
    expect(year.months.map(({ month }) => month)).toEqual(year.months.map(({ month }) => month).sort());
  }
  const state = await readBook(ports, companyBook(company));
  const { entries } = await declaredTime(ports, state, { from: '2025-01-01', to: '2025-12-31' });
  const ofLedger = entries.reduce((sum, { unit, amount }) => sum + (unit === 'minute' ? amount : 0), 0);
  expect(ofLedger).toBeGreaterThan(0);
  expect(years.find(({ fiscalYear }) => fiscalYear === 2025)?.declared.minutes).toBe(ofLedger);
});
