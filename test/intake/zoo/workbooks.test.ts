// Workbooks of Excel and of LibreOffice as people fill them in: the same tables in both formats, and each must say the same.
import { describe, expect, it } from 'vitest';
import { read } from '../read.ts';
import { ods, type Table, type Value, xlsx } from './tables.ts';
import { type Case, itReads, told } from './told.ts';

const day = (n: number, month = 10): Value => ({
  day: `2026-${String(month).padStart(2, '0')}-${String(n).padStart(2, '0')}`,
});
const head: Value[] = ['Matricule', 'Date', 'Projet', 'Heures'];
const line: Value[] = ['M1', day(12), 'p', 7];
const usual = ['2 M1 2026-10-12 p 7:00'];
const numbers = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

interface Both extends Omit<Case, 'file'> {
  readonly tables: readonly Table[];
}

const inBoth = (cases: readonly Both[]): void =>
  itReads(
    cases.flatMap(({ about, tables, ...rest }) => [
      { about: `${about} (xlsx)`, file: xlsx(tables), ...rest },
      { about: `${about} (ods)`, file: ods(tables), ...rest },
    ]),
  );
const named = (name: string, ...rows: Value[][]): Table[] => [{ name, rows }];
const one = (...rows: Value[][]): Table[] => named('Oct', ...rows);

describe('cells', () => {
  inBoth([
    {
      about: 'a duration formatted as a time',
      tables: one(head, ['M1', day(12), 'p', { minutes: 450 }]),
      says: ['2 M1 2026-10-12 p 7:30'],
    },
    {
      about: 'a duration formatted as a clock',
      tables: one(head, ['M1', day(12), 'p', { minutes: 440, clock: true }]),
      says: ['2 M1 2026-10-12 p 7:20'],
    },
    {
      about: 'a total above a day, formatted as a time',
      tables: one(
        head,
        ['M1', day(12), 'p', { minutes: 1350 }],
        ['M1', day(13), 'p', { minutes: 900 }],
        ['Total', null, null, { minutes: 2250 }],
      ),
      says: ['2 M1 2026-10-12 p 22:30', '3 M1 2026-10-13 p 15:00'],
    },
    {
      about: 'such a total that is wrong',
      tables: one(head, line, ['Total', null, null, { minutes: 2250 }]),
      says: [...usual, '3 total-differs?'],
    },
    { about: 'a duration as text', tables: one(head, ['M1', day(12), 'p', '7h30']), says: ['2 M1 2026-10-12 p 7:30'] },
    {
      about: 'a number as text with a comma',
      tables: one(head, ['M1', day(12), 'p', '7,4']),
      says: ['2 M1 2026-10-12 p 7:24'],
    },
    {
      about: 'a number as text with an apostrophe',
      tables: one(head, ['M1', day(12), 'p', "'7,4"]),
      says: ['2 M1 2026-10-12 p 7:24'],
    },
    {
      about: 'the binary float behind 7.2',
      tables: one(head, ['M1', day(12), 'p', 7.199999999999999]),
      says: ['2 M1 2026-10-12 p 7:12'],
    },
    { about: 'a negative number', tables: one(head, ['M1', day(12), 'p', -2]), says: ['2 negative-duration'] },
    { about: 'more than a day', tables: one(head, ['M1', day(12), 'p', 25]), says: ['2 over-24h'] },
    { about: 'a written zero', tables: one(head, line, ['M1', day(13), 'p', 0]), says: [...usual, '3 zero-duration?'] },
    { about: 'an empty duration', tables: one(head, ['M1', day(12), 'p', null]), says: ['2 not-a-duration'] },
    {
      about: 'per cents',
      tables: one(['Matricule', 'Date', 'Projet', 'Quotité'], ['M1', day(12), 'p', { percent: 50 }]),
      options: { dayMinutes: 420 },
      says: ['2 M1 2026-10-12 p 3:30'],
    },
    {
      about: 'per cents without the length of a day',
      tables: one(['Matricule', 'Date', 'Projet', 'Quotité'], ['M1', day(12), 'p', { percent: 50 }]),
      says: ['2 ambiguous-duration'],
    },
    {
      about: 'a day as text beside real dates',
      tables: one(head, ['M1', '12/10/2026', 'p', 7], ['M1', day(13), 'p', 7]),
      says: [...usual, '3 M1 2026-10-13 p 7:00'],
    },
    { about: 'a serial number without a format', tables: one(head, ['M1', 46307, 'p', 7]), says: usual },
    { about: 'a serial number as text', tables: one(head, ['M1', '46307', 'p', 7]), says: usual },
    { about: 'a date with the time of day', tables: one(head, ['M1', 46307.75, 'p', 7]), says: ['2 not-a-date'] },
    {
      about: 'a number where a name belongs',
      tables: one(head, [1234, day(12), 99, 7]),
      says: ['2 1234 2026-10-12 99 7:00'],
    },
    {
      about: 'rich text',
      tables: one(head, [{ rich: ['M', '1'] }, day(12), { rich: ['tdp', '-lib'] }, { rich: ['7', ',5'] }]),
      says: ['2 M1 2026-10-12 tdp-lib 7:30'],
    },
    {
      about: 'a formula with its result',
      tables: one(head, ['M1', day(12), 'p', { formula: '3+4', result: 7 }]),
      says: usual,
    },
    {
      about: 'a formula that makes a text',
      tables: one(head, ['M1', day(12), { formula: '"p"', result: 'p' }, 7]),
      says: usual,
    },
    {
      about: 'a formula never calculated',
      tables: one(head, ['M1', day(12), 'p', { formula: '3+4' }]),
      says: ['2 formula-without-result'],
    },
    {
      about: 'a formula in error',
      tables: one(head, ['M1', day(12), 'p', { formula: 'A1/0', error: '#DIV/0!' }]),
      says: ['2 formula-error'],
    },
    {
      about: 'a formula in error in the person',
      tables: one(head, [{ formula: 'VLOOKUP(1)', error: '#N/A' }, day(12), 'p', 7]),
      says: ['2 formula-error'],
    },
    {
      about: 'a formula in error in a comment',
      tables: one([...head, 'Commentaire'], [...line, { formula: 'X', error: '#NAME?' }]),
      says: usual,
    },
    {
      about: 'text like a formula',
      tables: one(head, ['=1+1', day(12), '+p', 7]),
      says: ['2 =1+1 2026-10-12 +p 7:00'],
    },
    {
      about: 'a text too long',
      tables: one([...head, 'Commentaire'], [...line, 'a'.repeat(5_000)]),
      says: ['2 cell-too-long'],
    },
  ]);

  it('of the day numbers of old Macintosh workbooks are the same days, and the same durations', async () => {
    const rows = [head, ['M1', day(12), 'p', { minutes: 450 }], ['M1', 44846, 'p', { minutes: 1440 }]] as Value[][];
    expect(await told(xlsx([{ rows }], true))).toEqual(['2 M1 2026-10-12 p 7:30', '3 M1 2026-10-13 p 24:00']);
  });
});

describe('rows', () => {
  const sum = (result?: number): Value => ({ formula: 'SUM(D2:D2)', ...(result === undefined ? null : { result }) });
  inBoth([
    {
      about: 'titles, a logo’s row and blank rows above',
      tables: one(['Relevé 2026'], [], ['Service informatique', null, 'octobre'], [], head, line),
      says: ['6 M1 2026-10-12 p 7:00'],
    },
    { about: 'a total by its SUM alone', tables: one(head, line, [null, null, null, sum(7)]), says: usual },
    { about: 'a total never calculated', tables: one(head, line, ['TOTAL', null, null, sum()]), says: usual },
    {
      about: 'a total in error',
      tables: one(head, line, ['TOTAL', null, null, { formula: 'SUM(D2:D2)', error: '#REF!' }]),
      says: usual,
    },
    {
      about: 'subtotals by person',
      tables: one(
        head,
        line,
        ['Total M1', null, null, sum(7)],
        ['M2', day(12), 'p', 3],
        ['Total M2', null, null, sum(3)],
        ['Total général', null, null, 10],
      ),
      says: [...usual, '4 M2 2026-10-12 p 3:00'],
    },
    { about: 'one SUM as a duration of a line', tables: one(head, ['M1', day(12), 'p', sum(7)]), says: usual },
    {
      about: 'a hidden row',
      tables: [{ name: 'Oct', rows: [head, line, ['M1', day(13), 'p', 5]], hiddenRows: [3] }],
      says: usual,
    },
    {
      about: 'a hidden row in the total',
      tables: [
        { name: 'Oct', rows: [head, line, ['M1', day(13), 'p', 5], ['Total', null, null, 12]], hiddenRows: [3] },
      ],
      says: [...usual, '4 total-differs?'],
    },
    { about: 'all rows hidden', tables: [{ name: 'Oct', rows: [head, line], hiddenRows: [2] }], says: [] },
    {
      about: 'a name merged over its rows',
      tables: [
        { name: 'Oct', rows: [head, line, [null, day(13), 'p', 7], ['M2', day(13), 'p', 7]], merges: ['A2:A3'] },
      ],
      says: [...usual, '3 M1 2026-10-13 p 7:00', '4 M2 2026-10-13 p 7:00'],
    },
    {
      about: 'a name and a project merged over their rows',
      tables: [{ name: 'Oct', rows: [head, line, [null, day(13), null, 7]], merges: ['A2:A3', 'C2:C3'] }],
      says: [...usual, '3 M1 2026-10-13 p 7:00'],
    },
    {
      about: 'a name left blank below itself',
      tables: one(head, line, [null, day(13), 'p', 7]),
      says: [...usual, '3 missing-person'],
    },
    {
      about: 'a duration merged over two rows',
      tables: [{ name: 'Oct', rows: [head, line, ['M1', day(13), 'p', null]], merges: ['D2:D3'] }],
      says: [...usual, '3 not-a-duration'],
    },
    {
      about: 'a merged title below',
      tables: [{ name: 'Oct', rows: [head, line, ['Édition du 02/11/2026', null, null]], merges: ['A3:C3'] }],
      says: usual,
    },
    {
      about: 'the name of a group above its lines',
      tables: one(head, ['Équipe Nord'], line),
      says: ['3 M1 2026-10-12 p 7:00'],
    },
    {
      about: 'one line in one cell',
      tables: one(head, ['M1;12/10/2026;p;7']),
      says: ['2 missing-project', '2 not-a-date', '2 not-a-duration'],
    },
  ]);

  it('that share a merged name have it wherever the file is cut into pieces', async () => {
    const lines = numbers(400).map((n): Value[] => [n === 1 ? 'M1' : null, day((n % 28) + 1), `p${n}`, 7]);
    for (const write of [xlsx, ods]) {
      const { entries, problems } = await read(write([{ name: 'Oct', rows: [head, ...lines], merges: ['A2:A401'] }]));
      expect(problems.filter(({ blocking }) => blocking)).toEqual([]);
      expect(entries.map(({ person }) => person)).toEqual(numbers(400).map(() => 'M1'));
    }
  });

  it('that are hidden are listed', async () => {
    for (const write of [xlsx, ods]) {
      const { ignored } = await read(write([{ name: 'Oct', rows: [head, line, line], hiddenRows: [2] }]));
      expect(ignored).toContainEqual({ sheet: 'Oct', row: 2, why: 'hidden' });
    }
  });
});

describe('columns', () => {
  inBoth([
    {
      about: 'in another order',
      tables: one(['Heures', 'Projet', 'Date', 'Matricule'], [7, 'p', day(12), 'M1']),
      says: usual,
    },
    {
      about: 'with gaps between them',
      tables: one(
        ['Matricule', null, 'Date', null, null, 'Projet', 'Heures'],
        ['M1', null, day(12), 'x', null, 'p', 7],
      ),
      says: usual,
    },
    {
      about: 'under a header of groups',
      tables: [
        {
          name: 'Oct',
          rows: [
            ['Salarié', null, 'Activité', null, null],
            ['Matricule', 'Nom', 'Date', 'Projet', 'Heures'],
            ['M1', 'Zoé', day(12), 'p', 7],
          ],
          merges: ['A1:B1', 'C1:E1'],
        },
      ],
      says: ['3 M1 2026-10-12 p 7:00'],
    },
    {
      about: 'under a header whose second line only splits one of them',
      tables: [
        {
          name: 'Oct',
          rows: [
            ['Matricule', 'Date', 'Projet', 'Temps passé', null],
            [null, null, null, 'Heures', 'Jours'],
            ['M1', day(12), 'p', 7, 1],
          ],
          merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'],
        },
      ],
      says: ['3 M1 2026-10-12 p 7:00'],
    },
    {
      about: 'none for the project',
      tables: one(['Matricule', 'Date', 'Heures'], ['M1', day(12), 7]),
      says: ['1 missing-column'],
    },
    {
      about: 'one for each project',
      tables: one(['Matricule', 'Date', 'tdp-lib', 'tdp-ui', 'Total'], ['M1', day(12), 3.5, 3.5, 7]),
      says: ['1 missing-column'],
    },
    {
      about: 'a hidden one is not read',
      tables: [
        {
          name: 'Oct',
          rows: [
            ['Matricule', 'Date', 'Projet', 'Heures', 'Commentaire'],
            [...line, 'secret'],
          ],
          hiddenColumns: [4],
        },
      ],
      says: usual,
    },
    {
      about: 'a hidden duration beside one that shows',
      tables: [
        {
          name: 'Oct',
          rows: [
            ['Matricule', 'Date', 'Projet', 'Heures', 'Durée (h)'],
            ['M1', day(12), 'p', 3, 7],
          ],
          hiddenColumns: [3],
        },
      ],
      says: usual,
    },
    {
      about: 'the only duration is hidden',
      tables: [{ name: 'Oct', rows: [head, line], hiddenColumns: [3] }],
      says: ['1 missing-column'],
    },
  ]);

  it('that are hidden are listed if they hold something', async () => {
    for (const write of [xlsx, ods]) {
      const rows = [
        [...head, 'Commentaire', null],
        [...line, 'secret', null],
      ];
      const { ignored, entries } = await read(write([{ name: 'Oct', rows, hiddenColumns: [4, 5] }]));
      expect(ignored).toEqual([{ sheet: 'Oct', row: null, column: 'E', why: 'hidden' }]);
      expect(JSON.stringify(entries)).not.toContain('secret');
    }
  });
});

describe('who and which project, said once above the table', () => {
  const short: Value[] = ['Date', 'Projet', 'Heures'];
  const shortLine: Value[] = [day(12), 'p', 7];
  inBoth([
    { about: 'in one cell', tables: one(['Matricule : M1'], short, shortLine), says: ['3 M1 2026-10-12 p 7:00'] },
    {
      about: 'in two cells',
      tables: one(['Collaborateur', 'Zoé Fictif'], [], short, shortLine),
      says: ['4 Zoé Fictif 2026-10-12 p 7:00'],
    },
    {
      about: 'the number before the name',
      tables: one(['Agent :', 'Zoé Fictif'], ['Matricule :', 'M1'], short, shortLine),
      says: ['4 M1 2026-10-12 p 7:00'],
    },
    {
      about: 'first name and last name',
      tables: one(['Nom :', 'Fictif', 'Prénom :', 'Zoé'], short, shortLine),
      says: ['3 Zoé Fictif 2026-10-12 p 7:00'],
    },
    {
      about: 'the project',
      tables: one(['Projet : p'], ['Matricule', 'Date', 'Heures'], ['M1', day(12), 7]),
      says: ['3 M1 2026-10-12 p 7:00'],
    },
    {
      about: 'the approver is nobody who worked',
      tables: one(['Responsable : Chef'], short, shortLine),
      says: ['2 missing-column'],
    },
    {
      about: 'two people are nobody',
      tables: one(['Agent : Zoé'], ['Agent : Luc'], short, shortLine),
      says: ['3 missing-column'],
    },
    {
      about: 'the column stands above the title',
      tables: one(['Matricule : M9'], head, line),
      says: ['3 M1 2026-10-12 p 7:00'],
    },
    {
      about: 'a blank in the column is not filled from the title',
      tables: one(['Matricule : M9'], head, [null, day(12), 'p', 7]),
      says: ['3 missing-person'],
    },
    {
      about: 'a project called Total under a person of a title',
      tables: one(['Matricule : M1'], short, [day(12), 'Total Énergies', 7], ['Total', null, 7]),
      says: ['3 M1 2026-10-12 Total Énergies 7:00'],
    },
  ]);
});

describe('sheets', () => {
  inBoth([
    {
      about: 'one for each month',
      tables: [
        { name: 'Octobre', rows: [head, line] },
        { name: 'Novembre', rows: [head, ['M1', day(12, 11), 'p', 6]] },
      ],
      says: ['Octobre!2 M1 2026-10-12 p 7:00', 'Novembre!2 M1 2026-11-12 p 6:00'],
    },
    {
      about: 'one for each person, whose name stands in a cell',
      tables: [
        { name: 'A', rows: [['Agent : Zoé'], ['Date', 'Projet', 'Heures'], [day(12), 'p', 7]] },
        { name: 'B', rows: [['Agent : Luc'], ['Date', 'Projet', 'Heures'], [day(12), 'p', 6]] },
      ],
      says: ['A!3 Zoé 2026-10-12 p 7:00', 'B!3 Luc 2026-10-12 p 6:00'],
    },
    {
      about: 'one for each person, named by the tab alone: asked',
      tables: [
        {
          name: 'Zoé',
          rows: [
            ['Date', 'Projet', 'Heures'],
            [day(12), 'p', 7],
          ],
        },
        {
          name: 'Luc',
          rows: [
            ['Date', 'Projet', 'Heures'],
            [day(12), 'p', 6],
          ],
        },
      ],
      says: ['Zoé!1 missing-column', 'Luc!1 missing-column'],
    },
    {
      about: 'a hidden one',
      tables: [
        { name: 'Oct', rows: [head, line] },
        { name: 'Ancien', hidden: true, rows: [head, ['M9', day(12), 'p', 5]] },
      ],
      says: ['Oct!2 M1 2026-10-12 p 7:00'],
    },
    {
      about: 'a page of words',
      tables: [
        { name: 'Lisez-moi', rows: [['Mode d’emploi'], ['Remplissez une ligne par jour.']] },
        { name: 'Oct', rows: [head, line] },
      ],
      says: ['Oct!2 M1 2026-10-12 p 7:00'],
    },
    {
      about: 'a page of numbers without a header: asked',
      tables: [
        { name: 'Oct', rows: [head, line] },
        {
          name: 'Calcul',
          rows: [
            ['a', 1, 2],
            ['b', 3, 4],
          ],
        },
      ],
      says: ['Oct!2 M1 2026-10-12 p 7:00', 'Calcul! unknown-column-layout'],
    },
    {
      about: 'columns in another order on each',
      tables: [
        { name: 'A', rows: [head, line] },
        {
          name: 'B',
          rows: [
            ['Heures', 'Matricule', 'Projet', 'Date'],
            [6, 'M2', 'p', day(13)],
          ],
        },
      ],
      says: ['A!2 M1 2026-10-12 p 7:00', 'B!2 M2 2026-10-13 p 6:00'],
    },
    {
      about: 'a blank one',
      tables: [
        { name: 'Oct', rows: [head, line] },
        { name: 'Feuil2', rows: [] },
      ],
      says: usual,
    },
    { about: 'only blank ones', tables: [{ name: 'Feuil1', rows: [] }], says: ['refused empty'] },
    { about: 'only hidden ones', tables: [{ name: 'Oct', hidden: true, rows: [head, line] }], says: ['refused empty'] },
    { about: 'only a header', tables: one(head), says: ['refused empty'] },
    { about: 'a header and a total', tables: one(head, ['Total', null, null, 0]), says: ['refused empty'] },
  ]);
});

describe('several tables below one another', () => {
  const week = (from: number): Value[] => Array.from({ length: 5 }, (_, index) => day(from + index));
  const weekdays: Value[] = ['Matricule', 'Projet', 'Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Total'];
  const said = (row: number, from: number, time: string): string[] =>
    Array.from({ length: 5 }, (_, index) => `${row} M1 2026-10-${from + index} p ${time}`);
  inBoth([
    {
      about: 'the first without a column for the project: asked, and its lines are not dropped',
      tables: one(['Matricule', 'Date', 'Heures'], ['M1', day(12), 7], [], head, ['M2', day(12), 'p', 6]),
      says: ['5 M2 2026-10-12 p 6:00', '1 missing-column'],
    },
    {
      about: 'with the same columns',
      tables: one(head, line, [], head, ['M2', day(12), 'p', 6]),
      says: [...usual, '5 M2 2026-10-12 p 6:00'],
    },
    {
      about: 'with columns in another order',
      tables: one(head, line, [], ['Date', 'Matricule', 'Heures', 'Projet'], [day(12), 'M2', 6, 'p']),
      says: [...usual, '5 M2 2026-10-12 p 6:00'],
    },
    {
      about: 'each under the name of its person',
      tables: one(['Agent : Zoé'], ['Date', 'Projet', 'Heures'], [day(12), 'p', 7], ['Total', null, 7]),
      says: ['3 Zoé 2026-10-12 p 7:00'],
    },
    {
      about: 'a week each, by its dates',
      tables: one(
        ['Matricule', 'Projet', ...week(12)],
        ['M1', 'p', 7, 7, 7, 7, 7],
        [],
        ['Matricule', 'Projet', ...week(19)],
        ['M1', 'p', 6, 6, 6, 6, 6],
      ),
      says: [...said(2, 12, '7:00'), ...said(5, 19, '6:00')],
    },
    {
      about: 'a week each, by its title',
      tables: one(
        ['Semaine du 12/10/2026'],
        weekdays,
        ['M1', 'p', 7, 7, 7, 7, 7, 35],
        ['Semaine du 19/10/2026'],
        weekdays,
        ['M1', 'p', 6, 6, 6, 6, 6, 30],
      ),
      says: [...said(3, 12, '7:00'), ...said(6, 19, '6:00')],
    },
    {
      about: 'a month each',
      tables: one(
        ['Octobre 2026, en heures'],
        ['Matricule', 'Projet', ...numbers(31)],
        ['M1', 'p', 7],
        [],
        ['Mois', 'Novembre 2026'],
        ['Matricule', 'Projet', ...numbers(30)],
        ['M1', 'p', 6],
      ),
      says: ['3 M1 2026-10-01 p 7:00', '7 M1 2026-11-01 p 6:00'],
    },
    {
      about: 'the same month on a second page',
      tables: one(
        ['Octobre 2026, en heures'],
        ['Matricule', 'Projet', ...numbers(31)],
        ['M1', 'p', 7],
        ['Matricule', 'Projet', ...numbers(31)],
        ['M2', 'p', 6],
      ),
      says: ['3 M1 2026-10-01 p 7:00', '5 M2 2026-10-01 p 6:00'],
    },
    {
      about: 'the two halves of a month',
      tables: one(
        ['Octobre 2026, en heures'],
        ['Matricule', 'Projet', ...numbers(15)],
        ['M1', 'p', 7],
        [],
        ['Matricule', 'Projet', ...numbers(31).slice(15)],
        ['M1', 'p', 6],
      ),
      says: ['3 M1 2026-10-01 p 7:00', '6 M1 2026-10-16 p 6:00'],
    },
  ]);
});

describe('grids of days', () => {
  const month = numbers(31);
  const titled = (title: string, ...rows: Value[][]): Table[] =>
    one([title], ['Matricule', 'Projet', ...month, 'Total'], ...rows);
  inBoth([
    {
      about: 'in hours, by the title',
      tables: titled('Relevé des heures, octobre 2026', ['M1', 'p', 7, 7.5]),
      says: ['3 M1 2026-10-01 p 7:00', '3 M1 2026-10-02 p 7:30'],
    },
    {
      about: 'in days, by the title',
      tables: titled('Octobre 2026 – unité : jour', ['M1', 'p', 1, 0.5, 'X', '½', 'AM', 'CP']),
      says: [
        '3 M1 2026-10-01 p 2 half',
        '3 M1 2026-10-02 p 1 half',
        '3 M1 2026-10-03 p 2 half',
        '3 M1 2026-10-04 p 1 half',
        '3 M1 2026-10-05 p 1 half',
        '3 not-a-duration',
      ],
    },
    {
      about: 'of ones and halves without a unit: asked',
      tables: titled('Octobre 2026', ['M1', 'p', 1, 0.5]),
      says: ['3 ambiguous-duration', '3 ambiguous-duration'],
    },
    {
      about: 'with zeros for days off',
      tables: titled('Octobre 2026, heures', ['M1', 'p', 7, 0, 0, 7]),
      says: ['3 M1 2026-10-01 p 7:00', '3 M1 2026-10-04 p 7:00'],
    },
    {
      about: 'without a year: asked',
      tables: one(['Octobre, heures'], ['Matricule', 'Projet', ...month], ['M1', 'p', 7]),
      says: ['2 ambiguous-date'],
    },
    {
      about: 'without a year, for the year asked for',
      tables: one(['Octobre, heures'], ['Matricule', 'Projet', ...month], ['M1', 'p', 7]),
      options: { year: 2026 },
      says: ['3 M1 2026-10-01 p 7:00'],
    },
    {
      about: 'without a month: asked',
      tables: named('A', ['Heures 2026'], ['Matricule', 'Projet', ...month], ['M1', 'p', 7]),
      says: ['2 ambiguous-date'],
    },
    {
      about: 'of another year than the one asked for',
      tables: titled('Octobre 2025, heures', ['M1', 'p', 7]),
      options: { year: 2026 },
      says: ['3 date-out-of-year'],
    },
    {
      about: 'whose title is printed in another month',
      tables: one(['Octobre 2026, heures'], ['Édité le 02/11/2026'], ['Matricule', 'Projet', ...month], ['M1', 'p', 7]),
      says: ['4 M1 2026-10-01 p 7:00'],
    },
    {
      about: 'with month and year in cells of their own',
      tables: one(['Mois', 10, 'Année', 2026, 'heures'], ['Matricule', 'Projet', ...month], ['M1', 'p', 7]),
      says: ['3 M1 2026-10-01 p 7:00'],
    },
    {
      about: 'with the month as a date',
      tables: one(['Mois', day(1), 'heures'], ['Matricule', 'Projet', ...month], ['M1', 'p', 7]),
      says: ['3 M1 2026-10-01 p 7:00'],
    },
    {
      about: 'with the first letter of the weekday',
      tables: one(
        ['Octobre 2026'],
        ['Matricule', 'Projet', ...month.map((n) => `${'JVSDLMM'[(n - 1) % 7]} ${n}`)],
        ['M1', 'p', 7],
      ),
      says: ['3 M1 2026-10-01 p 7:00'],
    },
    {
      about: 'with weekdays below the numbers',
      tables: one(
        ['Octobre 2026'],
        ['Matricule', 'Projet', ...month],
        [null, null, ...month.map((n) => 'JVSDLMM'[(n - 1) % 7] ?? '')],
        ['M1', 'p', 7],
      ),
      says: ['4 M1 2026-10-01 p 7:00'],
    },
    {
      about: 'with J1 to J31',
      tables: one(['Octobre 2026'], ['Matricule', 'Projet', ...month.map((n) => `J${n}`)], ['M1', 'p', 7]),
      says: ['3 M1 2026-10-01 p 7:00'],
    },
    {
      about: 'of weeks S1 to S7: asked',
      tables: one(['2026'], ['Matricule', 'Projet', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7'], ['M1', 'p', 35]),
      says: ['2 missing-column', '2 missing-column'],
    },
    {
      about: 'of months M1 to M12: asked',
      tables: one(['2026'], ['Matricule', 'Projet', ...numbers(12).map((n) => `M${n}`)], ['M1', 'p', 140]),
      says: ['2 missing-column', '2 missing-column'],
    },
    {
      about: 'of dates without a year',
      tables: one(['Matricule', 'Projet', '12/10', '13/10', '14/10', '15/10', '16/10'], ['M1', 'p', 7]),
      options: { year: 2026 },
      says: ['2 M1 2026-10-12 p 7:00'],
    },
    {
      about: 'of dates without a year, which nobody says: asked',
      tables: one(['Matricule', 'Projet', '12/10', '13/10', '14/10', '15/10', '16/10'], ['M1', 'p', 7]),
      says: ['1 ambiguous-date'],
    },
    {
      about: 'of month-first dates in a row',
      tables: one(
        ['Employee ID', 'Project', '10/05/2026', '10/06/2026', '10/07/2026', '10/08/2026', '10/09/2026'],
        ['M1', 'p', 7],
      ),
      says: ['2 M1 2026-10-05 p 7:00'],
    },
    {
      about: 'of weekdays in a week that nobody says: asked',
      tables: one(['Matricule', 'Projet', 'Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi'], ['M1', 'p', 7]),
      says: ['1 ambiguous-date'],
    },
    {
      about: 'of weekdays in a week by its number',
      tables: one(['Semaine 42, 2026'], ['Matricule', 'Projet', 'Lun', 'Mar', 'Mer', 'Jeu', 'Ven'], ['M1', 'p', 7]),
      says: ['3 M1 2026-10-12 p 7:00'],
    },
    {
      about: 'whose sheet and title name different months: asked',
      tables: named('Oct', ['Novembre 2026, heures'], ['Matricule', 'Projet', ...month], ['M1', 'p', 7]),
      says: ['2 ambiguous-date'],
    },
    {
      about: 'with time on a day that the month does not have',
      tables: named(
        'Nov',
        ['Novembre 2026, heures'],
        ['Matricule', 'Projet', ...month],
        ['M1', 'p', ...Array.from({ length: 30 }, () => null), 7],
      ),
      says: ['3 not-a-date'],
    },
    {
      about: 'with totals below and beside',
      tables: titled(
        'Octobre 2026, heures',
        ['M1', 'p', 7, 7, ...Array.from({ length: 29 }, () => null), 14],
        ['Total', null, 7, 7, ...Array.from({ length: 29 }, () => null), 14],
      ),
      says: ['3 M1 2026-10-01 p 7:00', '3 M1 2026-10-02 p 7:00'],
    },
    {
      about: 'with a SUM below each day',
      tables: titled(
        'Octobre 2026, heures',
        ['M1', 'p', 7, 7],
        [null, null, { formula: 'SUM(C3:C3)', result: 7 }, { formula: 'SUM(D3:D3)', result: 7 }],
      ),
      says: ['3 M1 2026-10-01 p 7:00', '3 M1 2026-10-02 p 7:00'],
    },
    {
      about: 'of one person, named in a title',
      tables: one(['Agent : Zoé'], ['Octobre 2026, heures'], ['Projet', ...month, 'Total'], ['p', 7], ['Total', 7]),
      says: ['4 Zoé 2026-10-01 p 7:00'],
    },
    {
      about: 'with a name merged over its projects',
      tables: [
        {
          name: 'Oct',
          rows: [['Octobre 2026, heures'], ['Matricule', 'Projet', ...month], ['M1', 'p', 3], [null, 'q', 4]],
          merges: ['A3:A4'],
        },
      ],
      says: ['3 M1 2026-10-01 p 3:00', '4 M1 2026-10-01 q 4:00'],
    },
    {
      about: 'with a name left blank below itself',
      tables: one(['Octobre 2026, heures'], ['Matricule', 'Projet', ...month], ['M1', 'p', 3], [null, 'q', 4]),
      says: ['3 M1 2026-10-01 p 3:00', '4 missing-person'],
    },
    {
      about: 'for each month on a sheet',
      tables: [
        { name: 'Octobre 2026', rows: [['heures'], ['Matricule', 'Projet', ...month], ['M1', 'p', 7]] },
        { name: 'Novembre 2026', rows: [['heures'], ['Matricule', 'Projet', ...numbers(30)], ['M1', 'p', 6]] },
      ],
      says: ['Octobre 2026!3 M1 2026-10-01 p 7:00', 'Novembre 2026!3 M1 2026-11-01 p 6:00'],
    },
  ]);
});

describe('lines with several dates', () => {
  it('are no grid', async () => {
    const columns: Value[] = ['Matricule', 'Date', 'Projet', 'Heures', 'Saisi le', 'Soumis le', 'Validé le'];
    const rows: Value[][] = [columns, ['M1', day(12), 'projet-libre', 7, day(13), day(14), day(15)]];
    expect(await told(xlsx([{ rows }]))).toEqual(['2 M1 2026-10-12 projet-libre 7:00']);
  });
});
