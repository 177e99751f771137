// The grammar of days, and the order of day and month that a column fixes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateOrder, dayOfSerial, orderOf, parseDate, settleDate } from '../../lib/intake/date.ts';
import { addDays } from '../../lib/model/calendar.ts';

const day = (text: string, order: DateOrder = 'day-first', year: number | null = null) =>
  settleDate(parseDate(text), order, year);

describe('a day as text', () => {
  it.each([
    '12/10/2026',
    '12.10.2026',
    '12-10-26',
    '2026-10-12',
    '2026/10/12',
    '20261012',
    '12 octobre 2026',
    'lundi 12 octobre 2026',
    '12-oct.-26',
    'Oct 12, 2026',
    '12/10/2026 00:00:00',
    '2026-10-12T08:30:00+02:00',
    "'12/10/2026",
  ])('reads %s', (text) => {
    expect(day(text)).toEqual({ day: '2026-10-12' });
  });

  it('takes the year asked for where none is written, and asks if none is known', () => {
    expect(day('12/10', 'day-first', 2026)).toEqual({ day: '2026-10-12' });
    expect(day('1er août', 'day-first', 2026)).toEqual({ day: '2026-08-01' });
    expect(day('12/10')).toEqual({ code: 'ambiguous-date' });
  });

  it.each(['31/11/2026', '29/02/2026', '00/10/2026', '32/01/2026', 'octobre', '12', '', 'RTT', '13/13/2026'])(
    'refuses %j',
    (text) => {
      expect(day(text)).toEqual({ code: 'not-a-date' });
    },
  );

  it('refuses a day of another year than the one asked for', () => {
    expect(day('19/10/2025', 'day-first', 2026)).toEqual({ code: 'date-out-of-year' });
  });
});

describe('the order of day and month', () => {
  const order = (english: boolean, ...texts: string[]) => orderOf(texts.map(parseDate), english);

  it('is fixed by one value above 12, either way', () => {
    expect(order(true, '03/04/26', '25/04/26')).toBe('day-first');
    expect(order(false, '03/04/2026', '04/25/2026')).toBe('month-first');
  });

  it('is the French one without evidence, unless headers are English or years short', () => {
    expect(order(false, '03/04/2026')).toBe('day-first');
    expect(order(true, '03/04/2026')).toBe('ambiguous');
    expect(order(false, '03/04/26')).toBe('ambiguous');
  });

  it('is open in a column that contradicts itself', () => {
    expect(order(false, '13/04/2026', '04/13/2026')).toBe('ambiguous');
    expect(day('05/06/2026', 'ambiguous')).toEqual({ code: 'ambiguous-date' });
  });
});

describe('properties', () => {
  const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1970-01-01', days));

  it('reads any day back from the ways it is written', () => {
    fc.assert(
      fc.property(anyDay, (expected) => {
        const [year = '', month = '', ofMonth = ''] = expected.split('-');
        expect(day(`${ofMonth}/${month}/${year}`)).toEqual({ day: expected });
        expect(day(`${Number(month)}/${Number(ofMonth)}/${year}`, 'month-first')).toEqual({ day: expected });
        expect(day(expected)).toEqual({ day: expected });
      }),
    );
  });

  it('reads serial numbers of both epochs as the same day', () => {
    expect(dayOfSerial('46307', false)).toBe('2026-10-12');
    fc.assert(
      fc.property(fc.integer({ min: 25_000, max: 70_000 }), (serial) => {
        expect(dayOfSerial(String(serial - 1462), true)).toBe(dayOfSerial(`${serial}.75`, false));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => parseDate(text) !== undefined));
  });
});
