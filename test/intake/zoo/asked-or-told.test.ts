// Files whose words and numbers disagree, or whose totals stand for less than the whole: asked about, or added up as a person would.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeMerges } from '../../../lib/intake/merges.ts';
import type { Choices } from '../../../lib/intake/understanding.ts';
import { read } from '../read.ts';
import { csv, ods, type Table, xlsx } from './tables.ts';
import { itReads, told } from './told.ts';

const head = ['Matricule', 'Date', 'Projet', 'Heures'];
const clockHead = ['Matricule', 'Date', 'Projet', 'Durée (hh:mm)'];
const line = (quantity: string, day = '12/10/2026', person = 'M1') => [person, day, 'p', quantity];

describe('decimals under a header that says hours and minutes', () => {
  const file = csv([clockHead, line('7,20'), line('7,30', '13/10/2026'), line('7', '14/10/2026')]);
  itReads([
    {
      about: 'are asked about, and whole hours are not',
      file,
      says: ['4 M1 2026-10-14 p 7:00', '2 ambiguous-duration', '3 ambiguous-duration'],
    },
    {
      about: 'are minutes once somebody says so',
      file,
      options: { choices: { decimals: 'minutes' } },
      says: ['2 M1 2026-10-12 p 7:20', '3 M1 2026-10-13 p 7:30', '4 M1 2026-10-14 p 7:00'],
    },
    {
      about: 'are hundredths once somebody says so',
      file,
      options: { choices: { decimals: 'hundredths' } },
      says: ['2 M1 2026-10-12 p 7:12', '3 M1 2026-10-13 p 7:18', '4 M1 2026-10-14 p 7:00'],
    },
    {
      about: 'are no question where they are clock times',
      file: csv([clockHead, line('7:20'), line('7h30', '13/10/2026')]),
      says: ['2 M1 2026-10-12 p 7:20', '3 M1 2026-10-13 p 7:30'],
    },
    {
      about: 'are asked about in a workbook as well',
      file: xlsx([
        {
          rows: [
            clockHead,
            ['M1', { day: '2026-10-12' }, 'p', 7.2],
            ['M1', { day: '2026-10-13' }, 'p', { minutes: 440 }],
          ],
        },
      ]),
      says: ['3 M1 2026-10-13 p 7:20', '2 ambiguous-duration'],
    },
  ]);
});

describe('times of a workbook that lost their format', () => {
  const file = (...amounts: string[]) =>
    csv([head, ...amounts.map((amount, index) => line(amount, `${12 + index}/10/2026`))]);
  itReads([
    {
      about: 'are asked about: 0,3125 of 24 hours is seven and a half',
      file: file('0,3125', '0,3333333333'),
      says: ['2 ambiguous-duration', '3 ambiguous-duration'],
    },
    {
      about: 'are none where one is more than an hour',
      file: file('7,3333', '0,3333'),
      says: ['2 M1 2026-10-12 p 7:20', '3 M1 2026-10-13 p 0:20'],
    },
    {
      about: 'are none with two digits',
      file: file('0,33', '0,75'),
      says: ['2 M1 2026-10-12 p 0:20', '3 M1 2026-10-13 p 0:45'],
    },
    {
      about: 'are hours once somebody says so',
      file: file('0,3125'),
      options: { choices: { decimals: 'hundredths' } },
      says: ['2 M1 2026-10-12 p 0:19'],
    },
  ]);
});

describe('a line of several days', () => {
  const file = (first: string, last: string, ...names: string[]) =>
    csv([
      ['Matricule', names[0] ?? 'Date de début', names[1] ?? 'Date de fin', 'Projet', 'Heures'],
      ['M1', first, last, 'p', '20'],
    ]);
  itReads([
    { about: 'is asked about', file: file('12/10/2026', '16/10/2026'), says: ['2 ambiguous-date'] },
    {
      about: 'is asked about under « Du » and « Au »',
      file: file('12/10/2026', '16/10/2026', 'Du', 'Au'),
      says: ['2 ambiguous-date'],
    },
    {
      about: 'is asked about in English',
      file: file('2026-10-12', '2026-10-16', 'Start Date', 'End Date'),
      says: ['2 ambiguous-date'],
    },
    {
      about: 'is none where both days are one',
      file: file('12/10/2026', '12/10/2026'),
      says: ['2 M1 2026-10-12 p 20:00'],
    },
    { about: 'is none where the last day is blank', file: file('12/10/2026', ''), says: ['2 M1 2026-10-12 p 20:00'] },
    { about: 'is none where clock times end it', file: file('12/10/2026', '18:30'), says: ['2 M1 2026-10-12 p 20:00'] },
    { about: 'that ends on no day is no line', file: file('12/10/2026', 'en cours'), says: ['2 not-a-date'] },
    {
      about: 'is taken for the first once somebody says that the other column is no end',
      file: file('12/10/2026', '16/10/2026'),
      options: { choices: { columns: { 'last-day': null } } },
      says: ['2 M1 2026-10-12 p 20:00'],
    },
    {
      about: 'is none where the end beside « Date » is that of a contract',
      file: file('12/10/2026', '31/12/2026', 'Date', 'Date de fin'),
      says: ['2 M1 2026-10-12 p 20:00'],
    },
  ]);

  it('is told to be one line per day', async () => {
    const { problems } = await read(file('12/10/2026', '16/10/2026'));
    expect(problems[0]?.detail.fr).toMatch(/une ligne par jour/);
    expect(problems[0]?.detail.en).toMatch(/one line per day/);
  });
});

describe('a date that says two things', () => {
  const onDay = (...days: string[]) => csv([head, ...days.map((day) => line('7', day))]);
  itReads([
    { about: 'a Monday that is a Tuesday', file: onDay('lundi 13/10/2026'), says: ['2 ambiguous-date'] },
    { about: 'the Tuesday that it is', file: onDay('mardi 13/10/2026'), says: ['2 M1 2026-10-13 p 7:00'] },
    { about: 'a Monday in words', file: onDay('lun. 13 octobre 2026'), says: ['2 ambiguous-date'] },
    {
      about: 'a Monday without a year',
      file: onDay('lundi 13/10'),
      options: { year: 2026 },
      says: ['2 ambiguous-date'],
    },
    { about: 'March, which is no Tuesday', file: onDay('Mar 12, 2026'), says: ['2 M1 2026-03-12 p 7:00'] },
    { about: 'two numbers that may both be the year', file: onDay('26/10/12'), says: ['2 ambiguous-date'] },
    {
      about: 'the one of them that is the year asked for',
      file: onDay('26/10/12'),
      options: { year: 2026 },
      says: ['2 M1 2026-10-12 p 7:00'],
    },
    { about: 'the other one', file: onDay('25/10/26'), options: { year: 2026 }, says: ['2 M1 2026-10-25 p 7:00'] },
    { about: 'neither', file: onDay('25/10/26'), options: { year: 2024 }, says: ['2 date-out-of-year'] },
    {
      about: 'years that stay while days go on',
      file: onDay('25/10/26', '26/10/26'),
      says: ['2 M1 2026-10-25 p 7:00', '3 M1 2026-10-26 p 7:00'],
    },
    {
      about: 'years in front that stay while days go on',
      file: onDay('26/10/12', '26/10/13'),
      says: ['2 ambiguous-date', '3 ambiguous-date'],
    },
    {
      about: 'an order that somebody chose',
      file: onDay('12/10/26'),
      options: { choices: { dateOrder: 'day-first' } },
      says: ['2 M1 2026-10-12 p 7:00'],
    },
  ]);

  it('a Monday that is a Tuesday is told so', async () => {
    const { problems } = await read(onDay('lundi 13/10/2026'));
    expect(problems[0]?.detail.fr).toMatch(/« lundi » est écrit, mais le 13\/10\/2026 est un mardi/);
    expect(problems[0]?.detail.en).toMatch(/“Monday” is written, but 2026-10-13 is a Tuesday/);
  });
});

describe('a grid whose weekdays are those of another month', () => {
  const week = (...heads: string[]) =>
    csv([
      ['Collaborateur', 'Projet', ...heads],
      ['Anne', 'p', ...heads.map(() => '7')],
    ]);
  const letters = ['J 1', 'V 2', 'S 3', 'D 4', 'L 5', 'M 6', 'M 7'];
  const read7 = Array.from({ length: 7 }, (_, day) => `2 Anne 2026-10-0${day + 1} p 7:00`);
  const choices = { month: '2026-10' } as const;
  const october = (heads: string[]) =>
    csv([['Octobre 2026'], ['Collaborateur', 'Projet', ...heads], ['Anne', 'p', ...heads.map(() => '7')]]);
  itReads([
    {
      about: 'is asked about where dates say it',
      file: week(
        'Lundi 13/10/2026',
        'Mardi 14/10/2026',
        'Mercredi 15/10/2026',
        'Jeudi 16/10/2026',
        'Vendredi 17/10/2026',
      ),
      says: ['1 ambiguous-date'],
    },
    {
      about: 'is asked about where letters say it',
      file: october(['L 1', 'M 2', 'M 3', 'J 4', 'V 5', 'S 6', 'D 7']),
      says: ['2 ambiguous-date'],
    },
    {
      about: 'is read where they are its own',
      file: october(letters),
      says: read7.map((said) => said.replace('2 Anne', '3 Anne')),
    },
    {
      about: 'is read in the month that somebody chose',
      file: week('L 1', 'M 2', 'M 3', 'J 4', 'V 5', 'S 6', 'D 7'),
      options: { choices },
      says: read7,
    },
    {
      about: 'is no such grid where J stands for a day',
      file: october(['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7']),
      says: read7.map((said) => said.replace('2 Anne', '3 Anne')),
    },
  ]);
});

describe('a column of units', () => {
  const file = (...lines: [amount: string, unit: string][]) =>
    csv([
      ['Matricule', 'Date', 'Projet', 'Quantité', 'Unité'],
      ...lines.map(([amount, unit]) => ['M1', '12/10/2026', 'p', amount, unit]),
    ]);
  itReads([
    {
      about: 'says of each line what its number is',
      file: file(['1', 'J'], ['7,20', 'Heures']),
      says: ['2 M1 2026-10-12 p 2 half', '3 M1 2026-10-12 p 7:12', '3 duplicate-line?', '3 mixed-units?'],
    },
    { about: 'settles what numbers alone leave open', file: file(['1', 'Jour']), says: ['2 M1 2026-10-12 p 2 half'] },
    {
      about: 'is asked about where it is none',
      file: file(['7', 'h'], ['1', 'forfait']),
      says: ['2 M1 2026-10-12 p 7:00', '3 ambiguous-duration'],
    },
    { about: 'that disagrees with the cell is no duration', file: file(['7h30', 'J']), says: ['2 not-a-duration'] },
    { about: 'may be that of a laboratory', file: file(['7,20', 'UMR 1234']), says: ['2 M1 2026-10-12 p 7:12'] },
  ]);
});

describe('columns of which none is plainer', () => {
  const file = (...headers: string[]) =>
    csv([
      ['Matricule', 'Date', 'Projet', ...headers],
      ['M1', '12/10/2026', 'p', '4', '3'],
    ]);
  it.each([
    ['Heures jour', 'Heures nuit'],
    ['Heures R&D', 'Heures hors R&D'],
    ['Heures', 'Heures'],
  ])('%s and %s are asked about, and one is read once it is chosen', async (one, other) => {
    expect(await told(file(one, other))).toEqual(['1 missing-column']);
    const { problems } = await read(file(one, other));
    expect(problems[0]?.detail.fr).toContain(`« ${one} », « ${other} »`);
    expect(await told(file(one, other), { choices: { columns: { quantity: one } } })).toEqual([
      '2 M1 2026-10-12 p 4:00',
    ]);
  });

  it.each([
    ['Heures', 'Jours'],
    ['Heures normales', 'Heures sup 25 %'],
    ['Durée (h)', 'Durée (décimal)'],
    ['Temps passé', 'Temps prévu'],
  ])('%s and %s are no question of that kind', async (one, other) => {
    expect(await told(file(one, other))).not.toContain('1 missing-column');
  });
});

describe('a title further down that names somebody else', () => {
  const grid = ['Projet', 1, 2, 3, 4, 5, 6, 7];
  itReads([
    {
      about: 'holds for the lines below it',
      file: 'Agent : Anne;\nDate;Projet;Heures\n12/10/2026;p;7,2\nAgent : Bob;\n12/10/2026;p;3\n',
      says: ['3 Anne 2026-10-12 p 7:12', '5 Bob 2026-10-12 p 3:00'],
    },
    {
      about: 'holds below the same header again, by number',
      file: 'Matricule : M1;\nDate;Projet;Heures\n12/10/2026;p;7,2\n;;\nMatricule : M2;\nDate;Projet;Heures\n12/10/2026;p;3\n',
      says: ['3 M1 2026-10-12 p 7:12', '7 M2 2026-10-12 p 3:00'],
    },
    {
      about: 'holds for its name where a number stood above',
      file: 'Matricule : M1;\nDate;Projet;Heures\n12/10/2026;p;7,2\nAgent : Bob;\n12/10/2026;p;3\n',
      says: ['3 M1 2026-10-12 p 7:12', '5 Bob 2026-10-12 p 3:00'],
    },
    {
      about: 'may stand in two cells',
      file: 'Agent;Anne\nDate;Projet;Heures\n12/10/2026;p;7,2\nAgent;Bob\n12/10/2026;p;3\n',
      says: ['3 Anne 2026-10-12 p 7:12', '5 Bob 2026-10-12 p 3:00'],
    },
    {
      about: 'may stand among other labels',
      file: 'Agent : Anne;Service : DSI;Site : Lyon\nDate;Projet;Heures\n12/10/2026;p;7,2\nAgent : Bob;Service : DSI;Site : Lyon\nDate;Projet;Heures\n12/10/2026;p;3\n',
      says: ['3 Anne 2026-10-12 p 7:12', '6 Bob 2026-10-12 p 3:00'],
    },
    {
      about: 'may be that of a project',
      file: 'Projet : p;\nAgent;Date;Heures\nAnne;12/10/2026;7,2\nProjet : q;\nAnne;12/10/2026;3\n',
      says: ['3 Anne 2026-10-12 p 7:12', '5 Anne 2026-10-12 q 3:00'],
    },
    {
      about: 'holds in a grid',
      file: xlsx([
        { name: 'Octobre 2026', rows: [['Agent : Anne'], grid, ['p', 7.2], [], ['Agent : Bob'], grid, ['p', 3]] },
      ]),
      says: ['3 Anne 2026-10-01 p 7:12', '7 Bob 2026-10-01 p 3:00'],
    },
  ]);
});

describe('weeks and months where days belong', () => {
  const dates = (...days: string[]) =>
    xlsx([
      {
        rows: [
          ['Agent', 'Projet', ...days.map((day) => ({ day }))],
          ['A', 'p', 7, 7, 7, 7, 7],
        ],
      },
    ]);
  itReads([
    {
      about: 'a column for each month',
      file: dates('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'),
      says: ['1 ambiguous-date'],
    },
    {
      about: 'a column for each week',
      file: dates('2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02'),
      says: ['1 ambiguous-date'],
    },
    {
      about: 'a line for each month',
      file: csv([
        ['Agent', 'Mois', 'Projet', 'Heures'],
        ['A', '01/10/2026', 'p', '7,2'],
      ]),
      says: ['2 ambiguous-date'],
    },
    {
      about: 'a line for each week',
      file: csv([
        ['Agent', 'Semaine du', 'Projet', 'Heures'],
        ['A', '12/10/2026', 'p', '14,2'],
      ]),
      says: ['2 ambiguous-date'],
    },
    {
      about: 'a line for each day under such a name, once somebody says so',
      file: csv([
        ['Agent', 'Semaine du', 'Projet', 'Heures'],
        ['A', '12/10/2026', 'p', '7,2'],
      ]),
      options: { choices: { columns: { date: 'Semaine du' } } },
      says: ['2 A 2026-10-12 p 7:12'],
    },
  ]);
});

describe('half-days of a grid in two columns under one day', () => {
  itReads([
    {
      about: 'are never left out in silence',
      file: xlsx([
        {
          name: 'Octobre 2026',
          rows: [
            ['Agent', 'Projet', ...[1, 2, 3, 4, 5, 6, 7].flatMap((day) => [day, null])],
            [null, null, ...Array.from({ length: 14 }, (_, half) => (half % 2 === 0 ? 'M' : 'A'))],
            ['Anne', 'p', 'X', 'X', null, 'X'],
          ],
        },
      ]),
      says: ['3 Anne 2026-10-01 p 2 half', '3 ambiguous-date', '3 ambiguous-date'],
    },
  ]);
});

describe('what programs write', () => {
  itReads([
    {
      about: 'a beginning and an end with their times',
      file: 'Salarié;Début;Fin;Projet;Durée\nA;12/10/2026 09:00;12/10/2026 17:00;p;8:00\nA;12/10/2026 09:00;14/10/2026 17:00;p;24:00\n',
      says: ['2 A 2026-10-12 p 8:00', '3 ambiguous-date'],
    },
    {
      about: 'months in words and a time of day',
      file: 'Employee,Date,Project,Hours\nA,"Oct 12, 2026 09:00 AM",p,7.2\nA,13/Oct/26 9:00 AM,p,7.2\n',
      says: ['2 A 2026-10-12 p 7:12', '3 A 2026-10-13 p 7:12'],
    },
    {
      about: 'hours and hundredths by their letters',
      file: 'Salarié;Date;Projet;Durée (hh,cc)\nA;12/10/2026;p;7,30\n',
      says: ['2 A 2026-10-12 p 7:18'],
    },
    {
      about: 'hours and minutes by one letter each',
      file: 'Salarié;Date;Projet;Temps (h:m)\nA;12/10/2026;p;7,20\n',
      says: ['2 ambiguous-duration'],
    },
    {
      about: 'two totals of one grid, in days and in hours, leave the unit to be asked',
      file: xlsx([
        {
          name: 'Octobre 2026',
          rows: [
            ['Salarié', 'Projet', ...Array.from({ length: 31 }, (_, day) => day + 1), 'Total jours', 'Total heures'],
            ['Anne', 'p', 1, ...Array.from({ length: 30 }, () => null), 1, 7.4],
          ],
        },
      ]),
      says: ['2 ambiguous-duration'],
    },
    {
      about: 'a question of yes or no is nobody’s name',
      file: 'Date,Project,Hours,First Name,Last Name,Employee?\n2026-10-12,p,7.2,Anne,Dupont,Yes\n',
      says: ['2 Anne Dupont 2026-10-12 p 7:12'],
    },
    {
      about: 'the time record of a European action names its person in a title',
      file: xlsx([
        {
          name: 'October',
          rows: [
            ['Name of the person working on the action:', 'Anne Dupont'],
            ['Month', 'October', 'Year', 2026],
            ['Work Package', ...Array.from({ length: 31 }, (_, day) => day + 1), 'Total hours'],
            ['WP1', 7, 7.2],
            ['Total', 7, 7.2],
          ],
        },
      ]),
      says: ['4 Anne Dupont 2026-10-01 WP1 7:00', '4 Anne Dupont 2026-10-02 WP1 7:12'],
    },
    {
      about: 'absences are projects like others, for HR to say that they are not needed',
      file: xlsx([
        {
          name: 'CRA',
          rows: [
            ['Collaborateur :', 'Anne Dupont'],
            ['Mois :', 'Octobre 2026'],
            ['Activités (en jours)', ...Array.from({ length: 31 }, (_, day) => day + 1), 'Total'],
            ['Client A', 1, 0.5],
            ['CP', null, 0.5],
            ['Intercontrat'],
            ['Total', 1, 1],
          ],
        },
      ]),
      options: { choices: { unit: 'day', columns: { project: 'Activités (en jours)' } } },
      says: [
        '4 Anne Dupont 2026-10-01 Client A 2 half',
        '4 Anne Dupont 2026-10-02 Client A 1 half',
        '5 Anne Dupont 2026-10-02 CP 1 half',
      ],
    },
  ]);
});

describe('totals of one list', () => {
  const anne = line('7', '12/10/2026', 'M1');
  const bob = line('3', '12/10/2026', 'M2');
  const total = (amount: string, label = 'TOTAL') => [label, '', '', amount];
  const totalOf = async (...rows: string[][]) => {
    const { totals, problems } = await read(csv([head, ...rows]));
    return { total: totals.fileTotalMinutes, says: problems.map(({ code, row }) => `${row} ${code}`) };
  };

  it('are added up where one stands below each person', async () => {
    expect(await totalOf(anne, total('7'), bob, total('3'))).toEqual({ total: 600, says: [] });
    expect(await totalOf(anne, total('7', 'Total M1'), bob, total('3', 'Total M2'))).toEqual({ total: 600, says: [] });
  });

  it('give way to the total of the whole', async () => {
    expect(await totalOf(anne, total('7'), bob, total('3'), total('10'))).toEqual({ total: 600, says: [] });
    expect(await totalOf(anne, total('7'), bob, total('3'), total('10', 'TOTAL GÉNÉRAL'))).toEqual({
      total: 600,
      says: [],
    });
    expect(await totalOf(anne, total('7'), bob, total('10'))).toEqual({ total: 600, says: [] });
    expect(await totalOf(anne, total('7'), bob, total('3'), total('12'))).toEqual({
      total: 720,
      says: ['6 total-differs'],
    });
  });

  it('point at the first that differs', async () => {
    expect(await totalOf(anne, total('7'), bob, total('4'))).toEqual({ total: 660, says: ['5 total-differs'] });
  });
});

describe('a sheet for each person, and no column that says who', () => {
  const sheet = (name: string, day: string, hours: number): Table => ({
    name,
    rows: [
      ['Date', 'Projet', 'Heures'],
      [{ day }, 'p', hours],
    ],
  });
  const file = xlsx([sheet('R-101', '2026-10-12', 7), sheet('Anne Dupont', '2026-10-13', 5)]);

  itReads([
    {
      about: 'is never taken for the person by itself',
      file,
      says: ['R-101!1 missing-column', 'Anne Dupont!1 missing-column'],
    },
    {
      about: 'is the person once somebody chooses it',
      file,
      options: { choices: { personFrom: 'sheet-name' } },
      says: ['R-101!2 R-101 2026-10-12 p 7:00', 'Anne Dupont!2 Anne Dupont 2026-10-13 p 5:00'],
    },
    {
      about: 'is the project once somebody chooses that, whatever its columns say',
      file,
      options: { choices: { projectFrom: 'sheet-name', columns: { 'person-id': 'Projet' } } },
      says: ['R-101!2 p 2026-10-12 R-101 7:00', 'Anne Dupont!2 p 2026-10-13 Anne Dupont 5:00'],
    },
    {
      about: 'is the person of a grid as well',
      file: ods([
        {
          name: 'R-101',
          rows: [
            ['Octobre 2026'],
            ['Projet', ...Array.from({ length: 31 }, (_, day) => day + 1), 'Total'],
            ['rail', 1, 0.5],
            ['Congés payés', null, 0.5],
            ['Total', 1, 1],
          ],
        },
      ]),
      options: { choices: { personFrom: 'sheet-name', unit: 'day' } },
      says: [
        '3 R-101 2026-10-01 rail 2 half',
        '3 R-101 2026-10-02 rail 1 half',
        '4 R-101 2026-10-02 Congés payés 1 half',
      ],
    },
    {
      about: 'stands before a column that seems to name somebody',
      file: xlsx([
        {
          name: 'R-101',
          rows: [
            ['Agent', ...head.slice(1)],
            ['Le chef', { day: '2026-10-12' }, 'p', 7],
          ],
        },
      ]),
      options: { choices: { personFrom: 'sheet-name' } },
      says: ['2 R-101 2026-10-12 p 7:00'],
    },
    {
      about: 'cannot be chosen of a text file',
      file: csv([head, line('7')]),
      options: { choices: { personFrom: 'sheet-name' } },
      says: ['2 M1 2026-10-12 p 7:00', '- unknown-column-layout'],
    },
  ]);

  it('is understood so', async () => {
    const tablesOf = async (choices: Choices) =>
      (await read(file, { choices })).understood.tables.map(({ personFrom, projectFrom }) => ({
        personFrom,
        projectFrom,
      }));
    const [asked] = await tablesOf({});
    expect(asked).toEqual({ personFrom: null, projectFrom: 'column' });
    const [chosen] = await tablesOf({ personFrom: 'sheet-name' });
    expect(chosen).toEqual({ personFrom: 'sheet-name', projectFrom: 'column' });
  });
});

describe('cells of workbooks', () => {
  const inBoth = (table: Table): [string, Uint8Array][] => [
    ['xlsx', xlsx([table])],
    ['ods', ods([table])],
  ];

  it.each(
    inBoth({
      rows: [
        ['Commentaire', ...head],
        [{ day: '2026-10-12' }, 'M1', { day: '2026-10-12' }, { day: '2026-09-01' }, 7],
      ],
    }),
  )('a date as a comment or a project is a date, in %s', async (_, file) => {
    const { entries } = await read(file);
    expect(entries).toMatchObject([{ comment: '2026-10-12', project: '2026-09-01' }]);
  });

  it('a merged range is found below another one that begins later and ends first', () => {
    const range = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 0 });
    const merges = makeMerges([range(2, 10), range(3, 4), range(12, 13)]);
    expect([1, 2, 3, 5, 10, 11, 12, 14].map((row) => merges.at(row, 0)?.top ?? null)).toEqual([
      null,
      2,
      3,
      2,
      2,
      null,
      12,
      null,
    ]);
  });
});

/** A workbook of LibreOffice with one row that stands for many. */
function odsOfRepeatedRow(times: number): Uint8Array {
  const row = (texts: readonly string[], attributes = '') =>
    `<table:table-row${attributes}>${texts.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
  const repeated = row(line('7'), ` table:number-rows-repeated="${times}"`);
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="Oct">${row(head)}${repeated}</table:table></office:document-content>`,
    ),
  });
}

describe('the size of files', () => {
  it('200,000 lines beside the header are read from a workbook of LibreOffice, and not one more', async () => {
    const { totals } = await read(odsOfRepeatedRow(200_000));
    expect(totals.ready).toBe(200_000);
    expect(await told(odsOfRepeatedRow(200_001))).toEqual(['refused too-many-rows']);
  });

  it('100,000 blank rows in a text file are read like any other', async () => {
    const blanks = ';;;\r\n'.repeat(100_000);
    expect(await told(csv([head, line('7')]) + blanks + csv([line('5', '13/10/2026')]))).toEqual([
      '2 M1 2026-10-12 p 7:00',
      '100003 M1 2026-10-13 p 5:00',
    ]);
  });
});
