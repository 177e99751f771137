// What is said of time before it is posted: each rule at its edge, and nothing of an ordinary week.
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../lib/model/calendar.ts';
import type { FindingInput, LineToPost } from '../../../lib/rules/findings/finding.ts';
import { secondment } from '../claims.ts';
import { codes, found, line, standing } from './lines.ts';

/** One line a day of `amount` minutes, on the days given. */
const onDays = (days: readonly Day[], amount: number, changed: Partial<LineToPost> = {}): LineToPost[] =>
  days.map((day, at) => line({ ref: `row ${at + 2}`, day, amount, ...changed }));

/** Monday to Friday of some weeks from a Monday on. */
const weekdays = (monday: Day, weeks: number): Day[] =>
  Array.from({ length: weeks * 5 }, (_, at) => addDays(monday, Math.floor(at / 5) * 7 + (at % 5)));

const lines = (...changed: readonly Partial<LineToPost>[]): Partial<FindingInput> => ({
  lines: changed.map((one, at) => line({ ref: `row ${at + 2}`, ...one })),
});

it('says nothing of an ordinary week', () => {
  expect(found({ lines: onDays(weekdays('2025-03-03', 1), 420) })).toEqual([]);
});

describe('a day', () => {
  it('of ten hours passes, a minute more is asked about with its amounts', () => {
    expect(codes(lines({ amount: 600 }))).toEqual([]);
    expect(found(lines({ amount: 540 }, { amount: 61, project: 'p-2' }))).toMatchObject([
      {
        code: 'day-over-maximum',
        severity: 'confirm',
        developer: 'de-1',
        from: '2025-03-04',
        to: '2025-03-04',
        amounts: { unit: 'minute', declared: 601, limit: 600, over: 1 },
        lines: ['row 2', 'row 3'],
        standing: [],
        detail: {
          fr: 'Le 04/03/2025 : 10 h 01, pour un maximum de 10 h par jour. La journée sera écartée en entier tant qu’elle n’est pas corrigée. Corrigez-la, ou dites pourquoi elle est juste.',
          en: '2025-03-04: 10 h 1 min, for at most 10 h a day. The day will be refused whole until it is corrected. Correct it, or say why it is right.',
        },
      },
    ]);
  });

  it('counts what stands of it in the book, and not what was taken back', () => {
    const over = { ...lines({ amount: 580 }), standing: [standing({ amount: 40, withdrawnAmount: 19 })] };
    expect(found(over)).toMatchObject([{ code: 'day-over-maximum', lines: ['row 2'], standing: ['r:0'] }]);
    expect(codes({ ...over, standing: [standing({ amount: 40, withdrawnAmount: 20 })] })).toEqual([]);
    expect(codes({ ...over, standing: [standing({ amount: 40, withdrawnAmount: 40 })] })).toEqual([]);
  });

  it('that is too full in the book already is not mentioned where nothing is added to it', () => {
    expect(codes({ standing: [standing({ day: '2025-03-05', amount: 700 })] })).toEqual([]);
  });

  it('of more than 24 hours must be fixed', () => {
    expect(codes(lines({ amount: 1440 }))).toEqual(['day-over-maximum']);
    expect(found(lines({ amount: 1440 }, { amount: 1, project: 'p-2' }))[0]).toMatchObject({
      code: 'day-over-24h',
      severity: 'must-fix',
      amounts: { declared: 1441, limit: 1440, over: 1 },
    });
  });

  it('over all employers says the minutes beyond and nothing else', () => {
    const across = (own: number, others: number) => found({ ...lines({ amount: own }), otherEmployers: () => others });
    expect(across(500, 100).filter(({ code }) => code.startsWith('day'))).toEqual([]);
    const [told] = across(500, 101);
    expect(told).toMatchObject({
      code: 'day-over-maximum-across-employers',
      amounts: { declared: 500, limit: 600, over: 1 },
      detail: { en: expect.stringContaining('1 min more than the maximum of 10 h a day') },
    });
    expect(JSON.stringify(told?.detail)).not.toContain('1 h 41');
  });

  it('of a days contract holds two half-days, and neither weeks nor averages', () => {
    const halfDays = (amount: number) => lines({ unit: 'half-day', amount });
    const secondments = [secondment({ unit: 'half-day', weeklyMinutes: 60 })];
    expect(codes({ ...halfDays(2), secondments })).toEqual([]);
    expect(found({ ...halfDays(3), secondments })).toMatchObject([
      { code: 'half-days-over-maximum', amounts: { unit: 'half-day', declared: 3, limit: 2, over: 1 } },
    ]);
    expect(
      codes({ ...halfDays(2), secondments, otherEmployers: (_, __, unit) => (unit === 'half-day' ? 1 : 0) }),
    ).toEqual(['half-days-over-maximum-across-employers']);
    const year = weekdays('2025-01-06', 50).map((day, at) => line({ ref: `${at}`, day, unit: 'half-day', amount: 2 }));
    const receivedDay = '2026-01-10';
    expect(new Set(codes({ lines: year, secondments, receivedDay }))).toEqual(new Set(['public-holiday', 'late']));
  });
});

describe('the whole day that a file states', () => {
  const total = (amount: number, dayTotal: number, isPartLeftOut = false) =>
    found({ ...lines({ amount, dayTotal }), isPartLeftOut: () => isPartLeftOut });

  it('that is less than the lines must be fixed, even where something was left out', () => {
    expect(total(421, 420, true)).toMatchObject([
      { code: 'day-total-differs', severity: 'must-fix', amounts: { declared: 421, limit: 420, over: 1 } },
    ]);
  });

  it('that is more is asked about, unless something of the day was left out', () => {
    expect(total(300, 420)).toMatchObject([
      { code: 'day-total-differs', severity: 'confirm', amounts: { over: -120 } },
    ]);
    expect(total(300, 420, true)).toEqual([]);
    expect(total(420, 420)).toEqual([]);
  });

  it('that two lines state differently is held to the least of them, then to the most', () => {
    const both = (amount: number) =>
      found(lines({ amount, dayTotal: 420 }, { amount: 60, project: 'p-2', dayTotal: 480 }));
    expect(both(390)).toMatchObject([{ severity: 'must-fix', amounts: { declared: 450, limit: 420 } }]);
    expect(both(300)).toMatchObject([{ severity: 'confirm', amounts: { declared: 360, limit: 480 } }]);
  });
});

describe('a week', () => {
  const five = ['2025-03-03', '2025-03-04', '2025-03-05', '2025-03-06', '2025-03-07'];

  it('of 48 hours passes, a minute more is asked about', () => {
    expect(codes({ lines: onDays(five, 576) })).toEqual([]);
    expect(
      found({ lines: onDays(five, 576), standing: [standing({ day: five[0]!, project: 'p-2', amount: 1 })] }),
    ).toMatchObject([
      {
        code: 'week-over-maximum',
        from: '2025-03-03',
        to: '2025-03-09',
        amounts: { declared: 2881, limit: 2880, over: 1 },
        standing: ['r:0'],
      },
    ]);
  });

  it('runs from Monday to Sunday, across the end of a year', () => {
    const days = ['2024-12-30', '2024-12-31', '2025-01-02', '2025-01-03', '2025-01-04'];
    expect(
      found({ lines: onDays(days, 600), secondments: [secondment({ from: '2024-12-20' })] }).filter(
        ({ code }) => code === 'week-over-maximum',
      ),
    ).toMatchObject([{ from: '2024-12-30', to: '2025-01-05', amounts: { declared: 3000 } }]);
  });

  it('over all employers counts what others declared on the days of the lines', () => {
    const otherEmployers: FindingInput['otherEmployers'] = () => 40;
    expect(codes({ lines: onDays(five, 536), otherEmployers })).toEqual([]);
    expect(found({ lines: onDays(five, 537), otherEmployers }).at(-1)).toMatchObject({
      code: 'week-over-maximum-across-employers',
      amounts: { declared: 2685, limit: 2880, over: 5 },
    });
  });
});

describe('twelve weeks', () => {
  const average = (changed: Partial<FindingInput>) =>
    found({ receivedDay: '2025-01-01', ...changed }).filter(({ code }) => code.startsWith('twelve'));
  const stood = (amount: number) =>
    weekdays('2025-01-13', 11).map((day, at) => standing({ entry: `r:${at}`, day, amount }));

  it('of 44 hours on average pass, and a minute more in all is asked about', () => {
    const last = weekdays('2025-03-31', 1);
    expect(average({ lines: onDays(last, 528), standing: stood(528) })).toEqual([]);
    const [told, ...others] = average({
      lines: [...onDays(last, 528), line({ ref: 'more', day: last[0]!, project: 'p-2', amount: 1 })],
      standing: stood(528),
    });
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      code: 'twelve-week-average-over-maximum',
      severity: 'confirm',
      from: '2025-01-13',
      to: '2025-04-06',
      amounts: { declared: 31_681, limit: 31_680, over: 1 },
    });
    expect(told?.lines).toContain('more');
    expect(told?.standing).toHaveLength(55);
  });

  it('before the first line ever posted count as weeks without work', () => {
    expect(average({ lines: onDays(weekdays('2025-03-03', 11), 576) })).toEqual([]);
    expect(average({ lines: onDays(weekdays('2025-03-03', 12), 530) })).toHaveLength(1);
  });

  it('are looked at forwards too: a line put in later completes twelve weeks that stand after it', () => {
    const after = stood(528).map((one) => ({ ...one, day: addDays(one.day, 7) }));
    expect(average({ lines: onDays(weekdays('2025-01-13', 1), 529), standing: after })).toMatchObject([
      { from: '2025-01-13', to: '2025-04-06' },
    ]);
  });

  it('that follow one another are told once, by the worst', () => {
    const long = onDays(weekdays('2025-01-06', 20), 535).map((one) =>
      one.day >= '2025-02-03' && one.day < '2025-04-28' ? { ...one, amount: 540 } : one,
    );
    expect(average({ lines: long })).toMatchObject([{ from: '2025-02-03', to: '2025-04-27' }]);
  });

  it('count what other employers declared on any day of them', () => {
    const otherEmployers: FindingInput['otherEmployers'] = (_, day) => (day === '2025-01-19' ? 60 : 0);
    expect(
      average({ lines: onDays(weekdays('2025-03-31', 1), 528), standing: stood(527), otherEmployers }),
    ).toMatchObject([
      {
        code: 'twelve-week-average-over-maximum-across-employers',
        amounts: { declared: 31_625, limit: 31_680, over: 5 },
      },
    ]);
  });
});

describe('the week of the contract', () => {
  const halfTime = [secondment({ weeklyMinutes: 2100, share: '1/2' })];
  const week = weekdays('2025-03-03', 1);

  it('may be exceeded by a quarter before a reason is asked', () => {
    expect(codes({ lines: onDays(week, 262), secondments: halfTime })).toEqual([]);
    expect(found({ lines: onDays(week, 263), secondments: halfTime })).toMatchObject([
      { code: 'above-contract-week', severity: 'confirm', amounts: { declared: 1315, limit: 1050, over: 265 } },
    ]);
  });

  it('adds the secondments in force, takes the day that allows most, and is unknown where one states no hours', () => {
    const other = (changed: object) => [...halfTime, secondment({ id: 'se-2', projects: ['p-2'], ...changed })];
    const secondments = other({ weeklyMinutes: 2100, share: '1/4', from: '2025-03-06' });
    expect(codes({ lines: onDays(week, 393), secondments })).toEqual([]);
    expect(codes({ lines: onDays(week, 394), secondments })).toEqual(['above-contract-week']);
    expect(codes({ lines: onDays(week, 500), secondments: other({}) })).toEqual([]);
  });
});

describe('a day off', () => {
  const on = (day: Day, changed: Partial<FindingInput> = {}) =>
    codes({ ...lines({ day }), receivedDay: '2025-07-01', ...changed }).filter((code) => code !== 'late');
  const fourDays = { secondments: [secondment({ workingDays: [1, 2, 4, 5] })] };

  it('is a public holiday of the region, or a weekend', () => {
    expect(on('2025-05-08')).toEqual(['public-holiday']);
    expect(on('2025-04-18')).toEqual([]);
    expect(on('2025-04-18', { region: 'alsace-moselle' })).toEqual(['public-holiday']);
    expect(on('2025-03-08')).toEqual(['weekend']);
    expect(on('2025-03-09')).toEqual(['weekend']);
  });

  it('is a weekday that a part-timer does not work, and her weekend is the same question', () => {
    expect(on('2025-03-05', fourDays)).toEqual(['not-a-working-day']);
    expect(on('2025-03-06', fourDays)).toEqual([]);
    expect(on('2025-03-08', fourDays)).toEqual(['not-a-working-day']);
    expect(on('2025-05-08', fourDays)).toEqual(['public-holiday']);
  });

  it('stays a weekend where a Saturday is worked by contract, since it is refused until there is an order', () => {
    expect(on('2025-03-08', { secondments: [secondment({ workingDays: [2, 3, 4, 5, 6] })] })).toEqual(['weekend']);
  });
});

describe('a day of absence', () => {
  const away = (halves: 'morning' | 'afternoon' | 'both', amount: number, changed: Partial<LineToPost> = {}) =>
    found({ ...lines({ amount, ...changed }), absences: [{ developer: 'de-1', day: '2025-03-04', halves }] });

  it('leaves no time, and half a day of absence leaves half a day', () => {
    expect(away('both', 1)).toMatchObject([{ code: 'leave-conflict', amounts: { declared: 1, limit: 0 } }]);
    expect(away('morning', 210)).toEqual([]);
    expect(away('morning', 211)).toMatchObject([{ code: 'leave-conflict', amounts: { limit: 210, over: 1 } }]);
    expect(away('afternoon', 1, { unit: 'half-day' })).toEqual([]);
    expect(away('afternoon', 2, { unit: 'half-day' })).toMatchObject([{ code: 'leave-conflict' }]);
  });

  it('is made of its two halves, and is of nobody else', () => {
    const halves = (['morning', 'afternoon'] as const).map((half) => ({
      ...{ developer: 'de-1', day: '2025-03-04', halves: half },
    }));
    expect(codes({ ...lines({ amount: 60 }), absences: halves })).toEqual(['leave-conflict']);
    expect(codes({ ...lines({ developer: 'de-1' }), absences: [{ ...halves[0]!, developer: 'de-2' }] })).toEqual([]);
  });
});

describe('a line', () => {
  it('that stands in the book is asked about, unless it was taken back whole', () => {
    const book = [standing({ amount: 60 })];
    expect(found({ standing: book })).toMatchObject([
      { code: 'already-posted', severity: 'confirm', project: 'p-1', lines: ['row 2'], standing: ['r:0'] },
    ]);
    expect(codes({ standing: [standing({ amount: 60, withdrawnAmount: 30 })] })).toEqual(['already-posted']);
    expect(codes({ standing: [standing({ amount: 60, withdrawnAmount: 60 })] })).toEqual([]);
    expect(codes({ standing: [standing({ amount: 61 })] })).toEqual([]);
  });

  it('that stands further up in the file is asked about too, and not counted twice', () => {
    expect(found(lines({ amount: 400 }, { amount: 400 }))).toMatchObject([
      { code: 'already-posted', lines: ['row 3'], standing: [], detail: { en: expect.stringContaining('this file') } },
    ]);
  });

  it('outside any secondment, or for a project that is not eligible, is asked about', () => {
    expect(codes({ secondments: [] })).toEqual(['outside-secondment']);
    expect(codes({ secondments: [secondment({ endedOn: '2025-03-03' })] })).toEqual(['outside-secondment']);
    expect(found({ projects: [] })).toMatchObject([{ code: 'project-not-eligible', project: 'p-1' }]);
  });

  it('under a secondment without its papers or beyond its term is told, and nothing is asked', () => {
    expect(found({ secondments: [secondment({ consent: null, from: '2021-01-01' })] })).toMatchObject([
      { code: 'secondment-papers-missing', severity: 'note' },
      { code: 'secondment-term-exceeded', severity: 'note' },
    ]);
  });

  it('of a month that was declared complete must be taken out', () => {
    const isComplete: FindingInput['isComplete'] = (developer, month) => developer === 'de-1' && month === '2025-03';
    expect(found({ ...lines({}, { day: '2025-03-06' }, { day: '2025-04-01' }), isComplete })).toMatchObject([
      { code: 'month-complete', severity: 'must-fix', from: '2025-03-04', to: '2025-03-06', lines: ['row 2', 'row 3'] },
    ]);
  });
});

describe('late lines', () => {
  it('are told once a month of a person, by the longest delay', () => {
    const days = [{ day: '2025-03-04' }, { day: '2025-03-06' }, { day: '2025-04-01' }];
    expect(found({ ...lines(...days), receivedDay: '2025-04-09' })).toMatchObject([
      {
        code: 'late',
        severity: 'note',
        from: '2025-03-04',
        to: '2025-03-06',
        amounts: { unit: 'day', declared: 36, limit: 31, over: 5 },
        lines: ['row 2', 'row 3'],
      },
    ]);
  });

  it('are in time where the file says that they were written in time', () => {
    expect(codes({ ...lines({ writtenDay: '2025-03-05' }), receivedDay: '2025-12-01' })).toEqual([]);
  });
});

it('refuses a day that the rule set does not cover, as assessment does', () => {
  expect(() => found(lines({ day: '2004-12-31' }))).toThrow('no-figures-for-period');
});
