// Text files with separators: what programs and people do to them.
import { describe, expect, it } from 'vitest';
import { codes, read } from './read.ts';

const header = 'Matricule;Date;Projet;Heures;Commentaire\r\n';

describe('a CSV list', () => {
  it('maps columns by their names, in any order, in both languages', async () => {
    const { entries } = await read(
      'Task;Duration (h);Notes;Day;Employee ID;Project\nx;7.25;ok;2026-10-12;M1;tdp-lib\n',
    );
    expect(entries).toEqual([
      { sheet: null, row: 2, person: 'M1', day: '2026-10-12', project: 'tdp-lib', minutes: 435, comment: 'ok' },
    ]);
  });

  it('does not take the date of an approval or a clock time for the day or the duration', async () => {
    const { entries } = await read(
      'Date de visa;Heure de début;Matricule;Jour travaillé;Projet;Nb heures\n01/11/2026;09:00;M1;12/10/2026;p;7\n',
    );
    expect(entries).toMatchObject([{ day: '2026-10-12', minutes: 420 }]);
  });

  it('heeds a first line sep=, and counts it as a row', async () => {
    const { entries, file } = await read('sep=,\nMatricule,Date,Projet,Heures\nM1,12/10/2026,p,"7,5"\n');
    expect(file).toMatchObject({ delimiter: ',', decimal: ',' });
    expect(entries).toMatchObject([{ row: 3, minutes: 450 }]);
  });

  it('reads a line break and doubled quotes inside a comment', async () => {
    const { entries } = await read(`${header}M1;12/10/2026;p;7;"un ""deux""\ntrois"\nM1;13/10/2026;p;7;\n`);
    expect(entries).toMatchObject([{ row: 2, comment: 'un "deux"\ntrois' }, { row: 3 }]);
  });

  it('reports a quote that is never closed at the row where it opens, and keeps what stands before', async () => {
    const rest = Array.from({ length: 500 }, () => 'M1;14/10/2026;p;7;\n').join('');
    const reading = await read(`${header}M1;12/10/2026;p;7;ok\nM1;13/10/2026;p;7;"jamais fermé\n${rest}`);
    expect(reading.entries).toHaveLength(1);
    expect(codes(reading)).toEqual(['3 text-too-many-rows']);
    const closed = await read(`${header}M1;12/10/2026;p;7;"ouvert\n${rest}";x\nM1;15/10/2026;p;7;ok\n`);
    expect(codes(closed)).toEqual(['2 text-too-many-rows']);
  });

  it('reports a text above four thousand characters and reads the lines around it', async () => {
    const reading = await read(
      `${header}M1;12/10/2026;p;7;a\nM1;13/10/2026;p;7;"${'a'.repeat(5_000_000)}"\nM1;14/10/2026;p;7;b\n`,
    );
    expect(reading.entries.map(({ row }) => row)).toEqual([2, 4]);
    expect(reading.problems).toMatchObject([{ row: 3, code: 'cell-too-long', column: 'Commentaire', blocking: true }]);
  });

  it('asks for a unit where days and hours are mixed, and goes on', async () => {
    const reading = await read('Matricule;Date;Projet;Durée\nM1;12/10/2026;p;7h30\nM1;13/10/2026;p;½\n');
    expect(reading.entries).toMatchObject([{ minutes: 450 }, { halfDays: 1 }]);
    expect(reading.problems).toMatchObject([{ row: 3, code: 'mixed-units', blocking: false, value: '½' }]);
  });

  it('asks about a thousand or a decimal in a column of decimal commas', async () => {
    const reading = await read('Matricule;Date;Projet;Heures\nM1;12/10/2026;p;7,2\nM1;13/10/2026;p;1.234\n');
    expect(codes(reading)).toEqual(['3 ambiguous-duration']);
  });

  it('asks whether decimals that could all be minutes are', async () => {
    const reading = await read('Matricule;Date;Projet;Heures\nM1;12/10/2026;p;7,30\nM1;13/10/2026;p;7,00\n');
    expect(reading.entries).toMatchObject([{ row: 3, minutes: 420 }]);
    expect(codes(reading)).toEqual(['2 ambiguous-duration']);
  });

  it('reports a second line for the same person, day and project, and keeps both entries', async () => {
    const reading = await read(`${header}M1;12/10/2026;p;3;a\nm1;12/10/2026;P;4;b\n`);
    expect(reading.entries).toHaveLength(2);
    expect(reading.problems).toMatchObject([{ row: 3, code: 'duplicate-line', blocking: false }]);
    expect(reading.problems[0]?.detail.fr).toContain('lignes 2 et 3');
  });

  it('gives the number of repeated lines, rather than each, where a file is pasted on itself many times', async () => {
    const reading = await read(header + 'M1;12/10/2026;p;7;\n'.repeat(200_000));
    expect(reading.entries).toHaveLength(200_000);
    expect(reading.problems).toHaveLength(1_001);
    expect(reading.problems.at(-1)).toMatchObject({ row: null, code: 'duplicate-line', value: '198999' });
  });

  it('says where, what was seen and what to write, in both languages', async () => {
    const { problems } = await read(`${header}M1;12/10/2026;p;7h75;\n`);
    expect(problems[0]).toMatchObject({ column: 'Heures', cell: null, value: '7h75', code: 'not-a-duration' });
    expect(problems[0]?.detail).toEqual({
      fr: 'Ligne 2, colonne « Heures » : « 7h75 » n’est pas une durée. Écrivez par exemple 7:45 ou 7,75.',
      en: 'Row 2, column “Heures”: “7h75” is not a duration. Write for example 7:45 or 7.75.',
    });
  });

  it('adds up: lines are ready or to fix', async () => {
    const { totals } = await read(`${header}M1;12/10/2026;p;7;\nM1;13/10/2026;;?;\n;;;;\nTotal;;;7;\n`);
    expect(totals).toEqual({
      rows: 2,
      ready: 1,
      toFix: 1,
      ignored: 2,
      minutes: 420,
      halfDays: 0,
      fileTotalMinutes: 420,
    });
  });
});

describe('a file that cannot be read at all', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  it.each([
    ['nothing', '', 'empty'],
    ['separators only', ';;;\n;;;\n', 'empty'],
    ['a header and nothing below', header, 'empty'],
    ['words', 'Bonjour,\nvoici mes heures.\n', 'no-header-found'],
    ['an HTML page', '\ufeff  <HTML><table></table></HTML>', 'html-disguised'],
    ['flat XML', '<?xml version="1.0"?><office:document/>', 'unsupported-layout'],
    ['a PDF', '%PDF-1.7\n', 'not-a-spreadsheet'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'old-xls'],
    [
      'a protected workbook',
      bytes(0xd0, 0xcf, 0x11, 0xe0, ...[...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])),
      'encrypted',
    ],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), 'not-a-spreadsheet'],
    ['sixty-one columns', `${header}${'a;'.repeat(61)}b\n`, 'too-large'],
  ])('is refused with its own code: %s', async (_, file, code) => {
    await expect(read(file)).rejects.toMatchObject({ code });
  });

  it('is refused above a million rows', async () => {
    const lines = 'M1;12/10/2026;p;7\n'.repeat(1_000_001);
    await expect(read(`Matricule;Date;Projet;Heures\n${lines}`)).rejects.toMatchObject({ code: 'too-many-rows' });
  }, 60_000);
});
