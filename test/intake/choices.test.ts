// What a person chooses for the reading of a file is followed; what the file cannot follow is said, never dropped.
import { describe, expect, it } from 'vitest';
import { parseChoices } from '../../lib/intake/choices.ts';
import { firstRows } from '../../lib/intake/first-rows.ts';
import type { Choices } from '../../lib/intake/understanding.ts';
import { codes, read } from './read.ts';
import { rowOf, text, xlsxOf } from './workbook.ts';

const number = (value: string): string => `<c><v>${value}</v></c>`;
const header = 'Matricule;Date;Projet;Heures\n';
const sheetOf = (...rows: string[]): string => `<sheetData>${rows.join('')}</sheetData>`;
const titles = rowOf(text('Matricule'), text('Date'), text('Projet'), text('Heures'));
const line = (person: string, hours = '7'): string => rowOf(text(person), text('2026-10-12'), text('p'), number(hours));

describe('a choice', () => {
  it('of encoding and delimiter is that of the file', async () => {
    const bytes = Uint8Array.from([...'Matricule,Nom;x;Date,Projet,Heures\nM1,'].map((c) => c.charCodeAt(0)));
    const rest = Uint8Array.from([0x8e, ...[...',2026-10-12,p,7\n'].map((c) => c.charCodeAt(0))]);
    const file = Uint8Array.from([...bytes, ...rest]);
    const choices: Choices = {
      encoding: 'windows-1252',
      delimiter: ',',
      columns: { 'person-id': null, 'last-name': 'Nom;x;Date' },
    };
    const reading = await read(file, {
      choices: { ...choices, columns: { ...choices.columns, date: 'Projet', project: 'Heures' } },
    });
    expect(reading.understood).toMatchObject({ encoding: 'windows-1252', delimiter: ',' });
    expect(reading.understood.sample[0]?.cells[1]).toBe('Ž');
  });

  it('of an encoding that the bytes are not in is refused', async () => {
    const file = Uint8Array.from([0x41, 0xe9, 0x3b, 0x0a]);
    await expect(read(file, { choices: { encoding: 'utf-8' } })).rejects.toMatchObject({ code: 'undecodable-text' });
  });

  it('of sheets reads those, hidden ones included, and lists the others', async () => {
    const file = xlsxOf([
      { name: 'Oct', xml: sheetOf(titles, line('M1')) },
      { name: 'Nov', xml: sheetOf(titles, line('M2')) },
      { name: 'Caché', state: 'hidden', xml: sheetOf(titles, line('M3')) },
    ]);
    const plain = await read(file);
    expect(plain.entries.map(({ person }) => person)).toEqual(['M1', 'M2']);
    expect(plain.understood.others).toEqual([{ sheet: 'Caché', why: 'hidden' }]);
    const reading = await read(file, { choices: { sheets: ['Nov', 'Caché'] } });
    expect(reading.entries.map(({ person }) => person)).toEqual(['M2', 'M3']);
    expect(reading.understood.others).toEqual([{ sheet: 'Oct', why: 'not-chosen' }]);
    expect(reading.ignored).toEqual([{ sheet: 'Oct', row: null, why: 'left-out' }]);
  });

  it('of a sheet that is not there is a problem, also where nothing else can be read', async () => {
    const file = xlsxOf([{ name: 'Oct', xml: sheetOf(titles, line('M1')) }]);
    const reading = await read(file, { choices: { sheets: ['Octobre'] } });
    expect(reading.problems).toMatchObject([{ code: 'unknown-column-layout', value: 'Octobre', blocking: true }]);
    expect(reading.problems[0]?.detail.fr).toContain('la feuille « Octobre », choisie pour ce fichier, n’y est pas');
    const text = await read(`${header}M1;12/10/2026;p;7\n`, { choices: { sheets: ['Oct'] } });
    expect(codes(text)).toEqual(['null unknown-column-layout']);
  });

  it('of a header row is taken where the words say nothing', async () => {
    const file = 'a;b;c;d\nMatricule;Date;Projet;Heures\nQui;Quand;Quoi;Combien\nM1;2026-10-12;p;7\n';
    const columns = { 'person-id': 'Qui', date: 'Quand', project: 'Quoi', quantity: 'Combien' };
    const reading = await read(file, { choices: { headerRow: 3, columns, unit: 'hour' } });
    expect(reading.entries).toMatchObject([{ row: 4, person: 'M1', minutes: 420 }]);
    expect(reading.understood.tables).toMatchObject([{ headerRow: 3, shape: 'list' }]);
    expect(reading.ignored.map(({ row, why }) => `${row} ${why}`)).toEqual(['1 title', '2 title']);
  });

  it('of a header row of a grid reads the days of that row', async () => {
    const days = Array.from({ length: 10 }, (_, day) => day + 1);
    const file = `Octobre 2026\n1;2;3;4;5;6;7;8\nMatricule;Projet;${days.join(';')}\nM1;p;X\n`;
    const reading = await read(file, { choices: { headerRow: 3 } });
    expect(reading.entries).toMatchObject([{ day: '2026-10-01', halfDays: 2 }]);
    expect(reading.understood.tables).toMatchObject([{ shape: 'grid', month: '2026-10', headerRow: 3 }]);
  });

  it('of a header row that the sheet does not have is a problem with the row', async () => {
    const reading = await read(`${header}M1;12/10/2026;p;7\n`, { choices: { headerRow: 12 } });
    expect(codes(reading)).toEqual(['12 unknown-column-layout']);
    expect(reading.entries).toEqual([]);
  });

  it('of columns moves with them, and may say that none plays a role', async () => {
    const file = 'Matricule;Date;Lot;Projet;Heures;Note\nM1;12/10/2026;L7;p;7;ok\n';
    const choices: Choices = { columns: { project: 'Lot', comment: null } };
    const reading = await read(file, { choices });
    expect(reading.entries).toEqual([
      { sheet: null, row: 2, person: 'M1', day: '2026-10-12', project: 'L7', minutes: 420 },
    ]);
    const moved = await read('Heures;lot;Date;Matricule\n7;L7;12/10/2026;M1\n', { choices });
    expect(moved.entries).toMatchObject([{ project: 'L7' }]);
    expect(reading.understood.tables[0]?.columns.map(({ letter, role }) => `${letter} ${role}`)).toEqual([
      'A person-id',
      'B date',
      'C project',
      'D null',
      'E quantity',
      'F null',
    ]);
  });

  it('of a column that is not there is a problem, and nothing else takes its place', async () => {
    const reading = await read(`${header}M1;12/10/2026;p;7\n`, { choices: { columns: { project: 'Affaire' } } });
    expect(reading.problems).toMatchObject([
      {
        row: 1,
        code: 'missing-column',
        value: 'Affaire',
        blocking: true,
        detail: { en: expect.stringContaining('“Affaire”, chosen for this file') },
      },
    ]);
    expect(reading.totals).toMatchObject({ ready: 0, toFix: 1 });
    const comment = await read(`${header}M1;12/10/2026;p;7\n`, { choices: { columns: { comment: 'Remarque' } } });
    expect(codes(comment)).toEqual(['1 missing-column']);
    expect(comment.totals).toMatchObject({ ready: 1, toFix: 0 });
  });

  it('of a row by its headers finds it below one that looks more like a header', async () => {
    const file = 'Matricule;Date;Projet;Heures\nWho;When;What;How long\nM1;12/10/2026;p;7h\n';
    const columns = { 'person-id': 'Who', date: 'When', project: 'What', quantity: 'How long' };
    const reading = await read(file, { choices: { columns } });
    expect(reading.understood.tables).toMatchObject([{ headerRow: 2 }]);
    expect(reading.entries).toMatchObject([{ row: 3, minutes: 420 }]);
  });

  it('of a unit stands above header and numbers', async () => {
    const file = 'Matricule;Date;Projet;Temps\nM1;12/10/2026;p;1\nM1;13/10/2026;p;0,5\n';
    expect(codes(await read(file))).toEqual(['2 ambiguous-duration', '3 ambiguous-duration']);
    const days = await read(file, { choices: { unit: 'day' } });
    expect(days.entries).toMatchObject([{ halfDays: 2 }, { halfDays: 1 }]);
    expect(days.understood.tables).toMatchObject([{ unit: 'day', unitFrom: 'chosen' }]);
    const hours = await read(`${header}M1;12/10/2026;p;90\n`, { choices: { unit: 'minute' } });
    expect(hours.entries).toMatchObject([{ minutes: 90 }]);
  });

  it('settles 7,30 as hours and minutes, or as hundredths of an hour', async () => {
    const file = `${header}M1;12/10/2026;p;7,30\nM1;13/10/2026;p;7,00\n`;
    expect((await read(file)).understood.decimals).toBe('unclear');
    const minutes = await read(file, { choices: { decimals: 'minutes' } });
    expect(minutes.entries).toMatchObject([{ minutes: 450 }, { minutes: 420 }]);
    const hundredths = await read(file, { choices: { decimals: 'hundredths' } });
    expect(hundredths.entries).toMatchObject([{ minutes: 438 }, { minutes: 420 }]);
    expect(hundredths.understood.decimals).toBe('hundredths');
    const seventyFive = await read(`${header}M1;12/10/2026;p;7,75\n`, { choices: { decimals: 'minutes' } });
    expect(codes(seventyFive)).toEqual(['2 not-a-duration']);
  });

  it('settles the order of day and month', async () => {
    const file = 'Employee ID;Date;Project;Hours\nM1;03/04/2026;p;7\n';
    const asked = await read(file);
    expect(codes(asked)).toEqual(['2 ambiguous-date']);
    expect(asked.understood).toMatchObject({ dateOrder: 'ambiguous', dateOrderFrom: null });
    const monthFirst = await read(file, { choices: { dateOrder: 'month-first' } });
    expect(monthFirst.entries).toMatchObject([{ day: '2026-03-04' }]);
    expect(monthFirst.understood).toMatchObject({ dateOrder: 'month-first', dateOrderFrom: 'chosen' });
    expect((await read(file, { choices: { dateOrder: 'day-first' } })).entries).toMatchObject([{ day: '2026-04-03' }]);
  });

  it('of a month is that of a grid that does not say it', async () => {
    const days = Array.from({ length: 30 }, (_, day) => day + 1).join(';');
    const file = `Matricule;Projet;${days}\nM1;p;X\n`;
    expect(codes(await read(file))).toEqual(['1 ambiguous-date']);
    const reading = await read(file, { choices: { month: '2026-11' } });
    expect(reading.entries).toMatchObject([{ day: '2026-11-01', halfDays: 2 }]);
    expect(reading.understood.tables).toMatchObject([{ month: '2026-11' }]);
  });

  it('of a month leaves grids alone that say theirs, where there are several', async () => {
    const grid = sheetOf(
      rowOf(text('Matricule'), text('Projet'), ...Array.from({ length: 28 }, (_, day) => number(String(day + 1)))),
      rowOf(text('M1'), text('p'), text('X')),
    );
    const file = xlsxOf([
      { name: 'Octobre 2026', xml: grid },
      { name: 'Suite', xml: grid },
    ]);
    const reading = await read(file, { choices: { month: '2026-11' } });
    expect(reading.entries.map(({ day }) => day)).toEqual(['2026-10-01', '2026-11-01']);
  });

  it('leaves lines out, and lists them', async () => {
    const file = `${header}M1;12/10/2026;p;7\nM2;12/10/2026;;?\n`;
    const reading = await read(file, { choices: { leaveOut: ['!3'] } });
    expect(reading.problems).toEqual([]);
    expect(reading.ignored).toEqual([{ sheet: null, row: 3, why: 'left-out' }]);
    const book = xlsxOf([{ name: 'Juin!', xml: sheetOf(titles, line('M1'), line('M2')) }]);
    const rest = await read(book, { choices: { leaveOut: ['Juin!!2'] } });
    expect(rest.entries.map(({ person }) => person)).toEqual(['M2']);
  });

  it('of a cell stands in its place before anything is read, in a list and in a grid', async () => {
    const file = `${header}M1;12/10/2026;p;sept\nM2;13/10/2026\n`;
    const cells = { '!D2': '7h30', '!C3': 'q', '!D3': '4' };
    const reading = await read(file, { choices: { cells } });
    expect(reading.problems).toEqual([]);
    expect(reading.entries).toMatchObject([{ minutes: 450 }, { project: 'q', minutes: 240 }]);
    const days = Array.from({ length: 28 }, (_, day) => number(String(day + 1)));
    const grid = sheetOf(rowOf(text('Matricule'), text('Projet'), ...days), rowOf(text('M1'), text('p'), text('?')));
    const book = xlsxOf([{ name: 'Février 2026', xml: grid }]);
    const corrected = await read(book, { choices: { cells: { 'Février 2026!C2': 'X', 'Février 2026!D2': '½' } } });
    expect(corrected.entries).toMatchObject([
      { day: '2026-02-01', halfDays: 2 },
      { day: '2026-02-02', halfDays: 1 },
    ]);
    const emptied = await read(`${header}M1;12/10/2026;p;7\nx\n`, { choices: { cells: { '!A3': '' } } });
    expect(emptied.problems).toEqual([]);
  });

  it('of a line or a cell that is not there is a problem', async () => {
    const choices: Choices = { leaveOut: ['!9', 'Oct!2', 'douze'], cells: { '!B99': '1', '!2': 'x' } };
    const reading = await read(`${header}M1;12/10/2026;p;7\n`, { choices });
    expect(reading.problems.map(({ value }) => value)).toEqual(['douze', '!2', '!9', 'Oct!2', '!B99']);
    expect(new Set(reading.problems.map(({ code }) => code))).toEqual(new Set(['unknown-column-layout']));
  });
});

describe('choices as JSON', () => {
  it('are taken as they are', () => {
    const choices = { columns: { date: 'Jour', comment: null }, cells: { '!A2': 'x' }, unit: 'hour' };
    expect(parseChoices(choices)).toEqual(choices);
    expect(parseChoices({})).toEqual({});
  });

  it.each([
    [{ unit: 'week' }, 'unit'],
    [{ columns: { datum: 'x' } }, 'columns.datum'],
    [{ headerRow: 0 }, 'headerRow'],
    [{ month: '2026-13' }, 'month'],
    [{ unknown: 1 }, 'unknown'],
    [[], ''],
  ])('are refused with the member that does not fit: %j', (value, member) => {
    expect(() => parseChoices(value)).toThrow(expect.objectContaining({ code: 'invalid-declaration' }));
    expect(() => parseChoices(value)).toThrow(member);
  });
});

describe('the first rows', () => {
  it('show what stands in a file whose header nobody recognised', async () => {
    const bytes = new TextEncoder().encode(`Bonjour\nQui;Quoi\n${'a;b\n'.repeat(100)}`);
    const [sheet] = await firstRows({ name: 'x.csv', bytes }, {});
    expect(sheet?.rows).toHaveLength(60);
    expect(sheet?.rows.slice(0, 2)).toEqual([
      { row: 1, cells: ['Bonjour'] },
      { row: 2, cells: ['Qui', 'Quoi'] },
    ]);
  });

  it('show every sheet, hidden and empty ones too, and dates as dates', async () => {
    const bytes = xlsxOf([
      { name: 'A', xml: sheetOf(rowOf('<c s="1"><v>46000</v></c>', text('x'))) },
      { name: 'B', xml: '<sheetData/>' },
      { name: 'C', state: 'hidden', xml: sheetOf(...Array.from({ length: 90 }, () => rowOf(text('c')))) },
    ]);
    const sheets = await firstRows({ name: 'x.xlsx', bytes }, {});
    expect(sheets.map(({ sheet, isHidden, rows }) => [sheet, isHidden, rows.length])).toEqual([
      ['A', false, 1],
      ['B', false, 0],
      ['C', true, 60],
    ]);
    expect(sheets[0]?.rows[0]?.cells).toEqual(['2025-12-09', 'x']);
  });
});
