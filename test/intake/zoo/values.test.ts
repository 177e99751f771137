// What single cells say: durations in each of their spellings, and days in each of theirs, one small file for each.
import { describe, expect, it } from 'vitest';
import { csv } from './tables.ts';
import { told } from './told.ts';

const day = (index: number): string => `${String(index + 5).padStart(2, '0')}/10/2026`;

/** A file with one line for each quantity, and what is said of each: the time, or the code. */
async function quantities(header: string, written: readonly string[], dayMinutes?: number): Promise<string[]> {
  const rows = written.map((text, index) => ['M1', day(index), 'p', text]);
  const said = await told(csv([['Matricule', 'Date', 'Projet', header], ...rows]), dayMinutes ? { dayMinutes } : {});
  return said.map((text) => text.replace(/^\d+ (?:M1 \S+ p )?/, ''));
}

async function dates(written: readonly string[], year?: number, header = 'Date'): Promise<string[]> {
  const rows = written.map((text) => ['M1', text, 'p', '7']);
  const said = await told(
    csv([['Matricule', header, 'Projet', 'Heures'], ...rows]),
    year === undefined ? {} : { year },
  );
  return said
    .filter((text) => !text.endsWith('duplicate-line?'))
    .map((text) => text.replace(/^\d+ (?:M1 )?| p 7:00$/g, ''));
}

describe('hours', () => {
  it.each([
    ['7,5', '7:30'],
    ['7.5', '7:30'],
    [',5', '0:30'],
    ['.5', '0:30'],
    ['7,20', '7:12'],
    ['7,333', '7:20'],
    ['7,3333333333', '7:20'],
    ['7 h', '7:00'],
    ['7h.', '7:00'],
    ['7,5 h', '7:30'],
    ['7.5 hrs', '7:30'],
    ['7,5 heures', '7:30'],
    ['7h30', '7:30'],
    ['7H30', '7:30'],
    ['07h30', '7:30'],
    ['7 h 30', '7:30'],
    ['7h30min', '7:30'],
    ['7 h 30 mn', '7:30'],
    ['7h30’', '7:30'],
    ['7h 5min', '7:05'],
    ['2h 30m', '2:30'],
    ['7 heures 30', '7:30'],
    ['7 heures et 30 minutes', '7:30'],
    ['7 hours 30 minutes', '7:30'],
    ['7 hr 30 min', '7:30'],
    ['7:30', '7:30'],
    ['07:30:00', '7:30'],
    ['7:30:30', '7:31'],
    ['PT7H30M', '7:30'],
    ['450 min', '7:30'],
    ['450 minutes', '7:30'],
    ['7\u00a0h\u202f30', '7:30'],
    ['\u00a07,5\u202f', '7:30'],
    ["'7,5", '7:30'],
    ['24:00', '24:00'],
    ['24 h', '24:00'],
  ])('%s is %s', async (written, time) => {
    expect(await quantities('Heures', [written, '6,4'])).toEqual([time, '6:24']);
  });

  it.each([
    ['7h75', 'not-a-duration'],
    ['7:75', 'not-a-duration'],
    ['7h5', 'not-a-duration'],
    ['90m', 'not-a-duration'],
    ['7-8', 'not-a-duration'],
    ['7 à 8', 'not-a-duration'],
    ['7?', 'not-a-duration'],
    ['~7', 'not-a-duration'],
    ['7*', 'not-a-duration'],
    ['(2)', 'not-a-duration'],
    ['7 5', 'not-a-duration'],
    ['7,5,5', 'not-a-duration'],
    ['7 (dont 1 h de réunion)', 'not-a-duration'],
    ['9:00-17:00', 'not-a-duration'],
    ['7:30 AM', 'not-a-duration'],
    ['1d 2h', 'not-a-duration'],
    ['1e1', 'not-a-duration'],
    ['٧', 'not-a-duration'],
    ['0x10', 'not-a-duration'],
    ['Infinity', 'not-a-duration'],
    ['NaN', 'not-a-duration'],
    ['null', 'not-a-duration'],
    ['=1+1', 'not-a-duration'],
    ['=SUM(D2:D3)', 'not-a-duration'],
    ['#N/A', 'not-a-duration'],
    ['#REF!', 'not-a-duration'],
    ['#VALEUR!', 'not-a-duration'],
    ['RTT', 'not-a-duration'],
    ['CP', 'not-a-duration'],
    ['maladie', 'not-a-duration'],
    ['Congé payé', 'not-a-duration'],
    ['Férié', 'not-a-duration'],
    ['absent', 'not-a-duration'],
    ['X', 'not-a-duration'],
    ['oui', 'not-a-duration'],
    ['-', 'not-a-duration'],
    ['—', 'not-a-duration'],
    ['/', 'not-a-duration'],
    ['?', 'not-a-duration'],
    ['n/a', 'not-a-duration'],
    ['', 'not-a-duration'],
    ['0,001', 'not-a-duration'],
    ['-2', 'negative-duration'],
    ['- 2,5 h', 'negative-duration'],
    ['−7h30', 'negative-duration'],
    ['-0:30', 'negative-duration'],
    ['25', 'over-24h'],
    ['24:01', 'over-24h'],
    ['1500 min', 'over-24h'],
    ['1\u202f234,50', 'over-24h'],
    ['0', 'zero-duration?'],
    ['0,00', 'zero-duration?'],
    ['0:00', 'zero-duration?'],
    ['0 h', 'zero-duration?'],
  ])('%j is %s', async (written, code) => {
    expect(await quantities('Heures', ['6,4', written])).toEqual(['6:24', code]);
  });

  it('that may be hours and minutes are asked about, as long as no other decimal settles it', async () => {
    expect(await quantities('Heures', ['7,30', '7,45'])).toEqual(['ambiguous-duration', 'ambiguous-duration']);
    expect(await quantities('Heures', ['7.30', '8'])).toEqual(['8:00', 'ambiguous-duration']);
    expect(await quantities('Heures', ['7,30', '7,40'])).toEqual(['7:18', '7:24']);
    expect(await quantities('Durée (centièmes)', ['7,30', '7,45'])).toEqual(['7:18', '7:27']);
    expect(await quantities('Heures', ['7,00', '8,00'])).toEqual(['7:00', '8:00']);
  });

  it('of a thousand or of one and a bit are asked about where both signs are in use', async () => {
    expect(await quantities('Heures', ['7,5', '1.234'])).toEqual(['7:30', 'ambiguous-duration']);
  });
});

describe('days', () => {
  it.each([
    ['1', '2 half'],
    ['1 j', '2 half'],
    ['1j', '2 half'],
    ['1 jour', '2 half'],
    ['1 journée', '2 half'],
    ['journée', '2 half'],
    ['full day', '2 half'],
    ['1d', '2 half'],
    ['1,0', '2 half'],
    ['0,5', '1 half'],
    ['0.50', '1 half'],
    ['0,5 j', '1 half'],
    ['0.5 day', '1 half'],
    ['½', '1 half'],
    ['½ j', '1 half'],
    ['½ journée', '1 half'],
    ['1/2', '1 half'],
    ['1/2 j', '1 half'],
    ['1/2 journée', '1 half'],
    ['demi-journée', '1 half'],
    ['Demi journée', '1 half'],
    ['une demi-journée', '1 half'],
    ['demi-journée matin', '1 half'],
    ['half day', '1 half'],
    ['AM', '1 half'],
    ['pm', '1 half'],
    ['a.m.', '1 half'],
    ['matin', '1 half'],
    ['Matinée', '1 half'],
    ['après-midi', '1 half'],
    ['apres midi', '1 half'],
    ['morning', '1 half'],
    ['afternoon', '1 half'],
    ['0,75', 'ambiguous-duration'],
    ['¾', 'ambiguous-duration'],
    ['1/4', 'ambiguous-duration'],
    ['0,857', 'ambiguous-duration'],
    ['1,5', 'over-24h'],
    ['2', 'over-24h'],
    ['3/2', 'not-a-duration'],
    ['2/2', 'not-a-duration'],
    ['X', 'not-a-duration'],
    ['CP', 'not-a-duration'],
    ['0', 'zero-duration?'],
  ])('%s is %s', async (written, time) => {
    expect(await quantities('Jours', [written])).toEqual([time]);
  });

  it.each([
    ['0,5', '3:30'],
    ['½', '3:30'],
    ['¾', '5:15'],
    ['1/4', '1:45'],
    ['0,857', '6:00'],
    ['1', '7:00'],
    ['1,5', '10:30'],
    ['1½', '10:30'],
    ['1 1/2', '10:30'],
    ['50 %', '3:30'],
    ['4', 'over-24h'],
  ])('%s is %s where a day is seven hours', async (written, time) => {
    expect(await quantities('Jours', [written], 420)).toEqual([time]);
  });

  it.each(['Jours', 'Nb jours', 'Days', 'Charge (j)', 'Charge (JH)', 'FTE', 'ETP'])(
    'are named by %s',
    async (header) => {
      expect(await quantities(header, ['1', '0,5'])).toEqual(['2 half', '1 half']);
    },
  );

  it('beside hours are asked about: one unit for a file', async () => {
    expect(await quantities('Durée', ['7h30', '½'])).toEqual(['7:30', '1 half', 'mixed-units?']);
  });
});

describe('per cents', () => {
  it('need the length of the day', async () => {
    expect(await quantities('Quotité', ['50 %', '100 %'])).toEqual(['ambiguous-duration', 'ambiguous-duration']);
    expect(await quantities('Quotité', ['50 %', '100 %'], 420)).toEqual(['3:30', '7:00']);
    expect(await quantities('%', ['50', '100'], 420)).toEqual(['3:30', '7:00']);
  });
});

describe('minutes', () => {
  it.each(['Durée (min)', 'Durée totale en minutes', 'Duration (min)', 'Minutes'])(
    'are named by %s',
    async (header) => {
      expect(await quantities(header, ['450', '45'])).toEqual(['7:30', '0:45']);
    },
  );
});

describe('numbers whose unit nothing says', () => {
  it('are hours where one of them cannot be days, and asked about where none can tell', async () => {
    expect(await quantities('Durée', ['7', '1'])).toEqual(['7:00', '1:00']);
    expect(await quantities('Durée', ['1', '0,5'])).toEqual(['ambiguous-duration', 'ambiguous-duration']);
    expect(await quantities('Durée', ['450', '420'])).toEqual(['ambiguous-duration', 'ambiguous-duration']);
  });
});

describe('a day', () => {
  it.each([
    '12/10/2026',
    '12-10-2026',
    '12.10.2026',
    '12 10 2026',
    '12 / 10 / 2026',
    '12102026',
    '2026-10-12',
    '2026/10/12',
    '20261012',
    '46307',
    'lun. 12/10/2026',
    'lundi 12 octobre 2026',
    'Lundi 12 Octobre 2026',
    '12 oct. 2026',
    '12-oct-26',
    '12/Oct/2026',
    'Oct 12, 2026',
    'October 12th, 2026',
    '12th October 2026',
    'Monday, October 12, 2026',
    '12/10/2026 08:30',
    '12/10/2026 8:30:00 AM',
    '2026-10-12T08:30:00Z',
    '2026-10-12T23:30:00+02:00',
    '2026-10-12+02:00',
    "'12/10/2026",
    '12\u00a0octobre\u202f2026',
  ])('written %s is read', async (written) => {
    expect(await dates([written])).toEqual(['2026-10-12']);
  });

  it.each([
    ['31/11/2026', 'not-a-date'],
    ['29/02/2026', 'not-a-date'],
    ['2026-02-30', 'not-a-date'],
    ['13/13/2026', 'not-a-date'],
    ['00/10/2026', 'not-a-date'],
    ['12/10/0226', 'not-a-date'],
    ['12/10/1026', 'not-a-date'],
    ['1900-01-01', 'not-a-date'],
    ['octobre 2026', 'not-a-date'],
    ['10/2026', 'not-a-date'],
    ['2026-10', 'not-a-date'],
    ['S42', 'not-a-date'],
    ['lundi', 'not-a-date'],
    ['12', 'not-a-date'],
    ['0', 'not-a-date'],
    ['99999', 'not-a-date'],
    ['du 12/10/2026 au 16/10/2026', 'not-a-date'],
    ['12/10/2026 - 16/10/2026', 'not-a-date'],
    ['aujourd’hui', 'not-a-date'],
    ['=TODAY()', 'not-a-date'],
    ['#N/A', 'not-a-date'],
    ['', 'not-a-date'],
    ['12/10', 'ambiguous-date'],
    ['12 oct', 'ambiguous-date'],
    ['12/10/26', 'ambiguous-date'],
  ])('written %j is %s', async (written, code) => {
    expect(await dates([written])).toEqual([code]);
  });

  it('is day first in French, and either way once a day above 12 says so', async () => {
    expect(await dates(['03/04/2026'])).toEqual(['2026-04-03']);
    expect(await dates(['03/04/26', '13/04/26'])).toEqual(['2026-04-03', '2026-04-13']);
    expect(await dates(['04/03/26', '04/13/26'])).toEqual(['2026-04-03', '2026-04-13']);
    expect(await dates(['13/04/2026', '04/13/2026'])).toEqual(['ambiguous-date', 'ambiguous-date']);
  });

  it('under English headers is asked about without such a day', async () => {
    const file = (day: string) => `Employee ID,Date,Project,Hours\nM1,${day},p,7.2\n`;
    expect(await told(file('03/04/2026'))).toEqual(['2 ambiguous-date']);
    expect(await told(file('03/14/2026'))).toEqual(['2 M1 2026-03-14 p 7:12']);
    expect(await told(file('2026-03-04'))).toEqual(['2 M1 2026-03-04 p 7:12']);
  });

  it('without a year is in the year asked for, and of another year is refused', async () => {
    expect(await dates(['12/10', '13/10'], 2026)).toEqual(['2026-10-12', '2026-10-13']);
    expect(await dates(['12 octobre'], 2026)).toEqual(['2026-10-12']);
    expect(await dates(['12/10/2025', '12/10/2027'], 2026)).toEqual(['date-out-of-year', 'date-out-of-year']);
    expect(await dates(['29/02'], 2026)).toEqual(['not-a-date']);
    expect(await dates(['29/02'], 2028)).toEqual(['2028-02-29']);
  });
});
