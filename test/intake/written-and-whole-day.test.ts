// Beside the work: the day on which a line was written or approved, and the whole of the person's day. Neither is ever supplied.
import { describe, expect, it } from 'vitest';
import { codes, read } from './read.ts';
import { rowOf, text, xlsxOf } from './workbook.ts';

const entryOf = async (header: string, values: string, options: Parameters<typeof read>[1] = {}) =>
  (await read(`Matricule;Date;Projet;Heures;${header}\nM1;13/10/2026;p;7;${values}\n`, options)).entries[0];

describe('the day on which a line was written', () => {
  it.each([
    ...['Date de saisie', 'Saisi le', 'Date de visa', 'Visa le', 'Validé le', 'Date de validation'],
    ...['Date d’approbation', 'Approved on', 'Approval date', 'Submitted on', 'Entered on', 'Signed on'],
  ])('is read under « %s », and is never the day of the work', async (header) => {
    expect(await entryOf(header, '14/10/2026')).toMatchObject({ day: '2026-10-13', written: '2026-10-14' });
  });

  it('is that of the person who wrote before that of whoever approved', async () => {
    expect(await entryOf('Validé le;Saisi le', '31/10/2026;14/10/2026')).toMatchObject({ written: '2026-10-14' });
    expect(await entryOf('Validé le;Soumis le', '31/10/2026;15/10/2026')).toMatchObject({ written: '2026-10-15' });
  });

  it('may be in another year than the one asked for, and carry a time of day', async () => {
    const entry = await entryOf('Saisi le', '04/01/2027 09:12', { year: 2026 });
    expect(entry).toMatchObject({ written: '2027-01-04' });
  });

  it.each(['', 'oui', 'M. Dupont', '14/10', '32/10/2026', '0'])(
    'is none where %j stands, and no problem',
    async (value) => {
      const reading = await read(`Matricule;Date;Projet;Heures;Validé le\nM1;13/10/2026;p;7;${value}\n`);
      expect(reading.problems).toEqual([]);
      expect(reading.entries).toEqual([
        { sheet: null, row: 2, person: 'M1', day: '2026-10-13', project: 'p', minutes: 420 },
      ]);
      expect(reading.understood.tables[0]?.columns.at(-1)).toMatchObject({ header: 'Validé le', role: 'written' });
    },
  );

  it('follows the order of its own column, whatever that of the days', async () => {
    const lines = 'M1;2026-10-13;p;7;10/14/2026\nM1;2026-11-03;p;7;11/04/2026\n';
    const { entries } = await read(`Matricule;Date;Projet;Heures;Saisi le\n${lines}`);
    expect(entries.map(({ written }) => written)).toEqual(['2026-10-14', '2026-11-04']);
  });

  it('is none where day and month cannot be told apart', async () => {
    const english = await read('Employee ID;Date;Project;Hours;Entered on\nM1;2026-04-02;p;7;03/04/2026\n');
    expect(english.entries[0]).not.toHaveProperty('written');
    const torn = 'M1;2026-10-13;p;7;10/14/2026\nM1;2026-11-03;p;7;14/11/2026\nM1;2026-04-02;p;7;03/04/2026\n';
    const reading = await read(`Matricule;Date;Projet;Heures;Saisi le\n${torn}`);
    expect(reading.entries.every((entry) => entry.written === undefined)).toBe(true);
  });

  it('follows the order of the days where its own column does not tell', async () => {
    const lines = 'M1;10/14/2026;p;7;11/12/2026\n';
    const { entries } = await read(`Employee ID;Date;Project;Hours;Entered on\n${lines}`);
    expect(entries[0]).toMatchObject({ day: '2026-10-14', written: '2026-11-12' });
  });
});

describe('the whole of a day', () => {
  it.each([
    ...['Total jour', 'Total du jour', 'Total journée', 'Total heures jour', 'Total heures du jour'],
    ...['Daily total', 'Day total', 'Total hours (day)'],
  ])('is read under « %s » and is not the amount of the line', async (header) => {
    expect(await entryOf(header, '7,5')).toMatchObject({ minutes: 420, dayTotalMinutes: 450 });
    const first = await read(`${header};Matricule;Date;Projet;Heures\n8:15;M1;13/10/2026;p;7\n`);
    expect(first.entries).toMatchObject([{ minutes: 420, dayTotalMinutes: 495 }]);
  });

  it('is in half-days where the file counts days', async () => {
    const { entries } = await read('Matricule;Date;Projet;Jours;Total jour\nM1;13/10/2026;p;0,5;1\n');
    expect(entries).toMatchObject([{ halfDays: 1, dayTotalHalfDays: 2 }]);
  });

  it('leaves « Total heures » to be the amount where it is the only one', async () => {
    const { entries } = await read('Matricule;Date;Projet;Total heures\nM1;13/10/2026;p;7\n');
    expect(entries).toEqual([{ sheet: null, row: 2, person: 'M1', day: '2026-10-13', project: 'p', minutes: 420 }]);
  });

  it('is never taken for the amount of a line where that has no column', async () => {
    const reading = await read('Matricule;Date;Projet;Total jour\nM1;13/10/2026;p;7\n');
    expect(codes(reading)).toEqual(['1 missing-column']);
  });

  it.each(['', '0', '?', '25', '-1'])('is none where %j stands', async (value) => {
    const reading = await read(`Matricule;Date;Projet;Heures;Total jour\nM1;13/10/2026;p;7;${value}\n`);
    expect(reading.problems).toEqual([]);
    expect(reading.entries[0]).not.toHaveProperty('dayTotalMinutes');
  });

  it('stands once for the lines of a merged range', async () => {
    const cell = (place: string, value: string): string => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const header = rowOf(...['Matricule', 'Date', 'Projet', 'Heures', 'Total jour'].map(text));
    const first = [cell('A2', 'M1'), cell('B2', '2026-10-13'), cell('C2', 'p'), cell('D2', '3h'), cell('E2', '7h30')];
    const second = [cell('A3', 'M1'), cell('B3', '2026-10-13'), cell('C3', 'q'), cell('D3', '4h')];
    const rows = `<sheetData>${header}${rowOf(...first)}${rowOf(...second)}</sheetData>`;
    const { entries } = await read(
      xlsxOf([{ name: 'Oct', xml: `${rows}<mergeCells><mergeCell ref="E2:E3"/></mergeCells>` }]),
    );
    expect(entries.map(({ minutes, dayTotalMinutes }) => [minutes, dayTotalMinutes])).toEqual([
      [180, 450],
      [240, 450],
    ]);
  });
});
