// Leave files as HR tools export them: a line a day, a half-day or a period; never why somebody was away.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AbsenceReading, readAbsences } from '../../lib/intake/absences/read-absences.ts';
import { addDays, daysBetween } from '../../lib/model/calendar.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import { rowOf, text, xlsxOf } from './workbook.ts';

const readLines = (lines: readonly string[], year: number | null = null): Promise<AbsenceReading> =>
  readAbsences({ name: 'absences.csv', bytes: new TextEncoder().encode(lines.join('\r\n')) }, year);

const brief = ({ absences }: AbsenceReading): string[] =>
  absences.map(({ person, day, halves }) => `${person} ${day} ${halves}`);

const troubles = ({ problems }: AbsenceReading): string[] =>
  problems.map(({ row, column, code }) => `${row}${column === null ? '' : ` ${column}`} ${code}`);

describe('one line a day or half-day', () => {
  it('is read by the day and its part, in French', async () => {
    const reading = await readLines([
      'Matricule;Nom;Date;Demi-journée;Motif',
      'R-101;Alix Exemple;12/10/2026;matin;Maladie',
      'R-101;Alix Exemple;13/10/2026;;RTT',
      'R-102;Noa Exemple;13/10/2026;Après-midi;CP',
      'R-102;Noa Exemple;14/10/2026;Journée;CP',
    ]);
    expect(brief(reading)).toEqual([
      'R-101 2026-10-12 morning',
      'R-101 2026-10-13 both',
      'R-102 2026-10-13 afternoon',
      'R-102 2026-10-14 both',
    ]);
    expect(reading).toMatchObject({ problems: [], lines: 4, hiddenRows: 0 });
  });

  it('adds the two halves of a day, whichever line says them', async () => {
    const reading = await readLines([
      'Matricule;Date;AM/PM',
      'R-1;12/10/2026;PM',
      'R-1;12/10/2026;AM',
      'R-1;12/10/2026;AM',
    ]);
    expect(brief(reading)).toEqual(['R-1 2026-10-12 both']);
  });

  it('is asked about where its number of days has a half that its first and last day do not have', async () => {
    const header = 'Matricule;Du;Au;Jours;Début PM';
    const line = (count: string) => readLines([header, `R-1;12/10/2026;16/10/2026;${count};`]);
    expect(troubles(await line('4,5'))).toEqual(['2 Jours not-a-half-day']);
    // Four or five days of these: a holiday among them is not counted by whoever counts.
    for (const count of ['5', '4,00', '5 jours', 'x']) expect(troubles(await line(count)), count).toEqual([]);
  });

  it('counts days: half a day is a half that nobody named, a second one the other half', async () => {
    const reading = await readLines([
      'Salarié;Jour;Nb jours',
      'Alix Exemple;12/10/2026;0,5',
      'Alix Exemple;13/10/2026;0,50',
      'Alix Exemple;13/10/2026;0.5 j',
      'Alix Exemple;14/10/2026;1,00',
      'Alix Exemple;15/10/2026;0',
    ]);
    expect(brief(reading)).toEqual([
      'Alix Exemple 2026-10-12 morning',
      'Alix Exemple 2026-10-13 both',
      'Alix Exemple 2026-10-14 both',
    ]);
  });

  it('takes AM for après-midi beside M, and for the morning elsewhere', async () => {
    const halves = async (...words: readonly string[]) => {
      const { absences } = await readLines([
        'Matricule;Date;Demi-journée',
        ...words.map((word, at) => `R-1;${12 + at}/10/2026;${word}`),
      ]);
      return absences.map(({ halves: half }) => half);
    };
    expect(await halves('M', 'AM')).toEqual(['morning', 'afternoon']);
    expect(await halves('AM', 'PM')).toEqual(['morning', 'afternoon']);
    expect(await halves('AM')).toEqual(['morning']);
    expect(await halves('0', '1', 'oui', 'non')).toEqual(['morning', 'afternoon', 'morning', 'both']);
  });

  it('in hours is not guessed at, nor are several days under one date', async () => {
    expect(troubles(await readLines(['Matricule;Date;Heures', 'R-1;12/10/2026;3,5']))).toEqual([
      '2 Heures not-a-half-day',
    ]);
    expect(troubles(await readLines(['Matricule;Date;Nb jours', 'R-1;12/10/2026;5']))).toEqual([
      '2 Nb jours not-a-half-day',
    ]);
  });
});

describe('a period', () => {
  it('takes 0 for the morning and 1 for the afternoon, on its first day and on its last', async () => {
    const reading = await readLines([
      'Matricule;Date de début;Début 0/1;Date de fin;Fin 0/1;Type',
      'R-1;12/10/2026;1;14/10/2026;0;CP',
      'R-2;12/10/2026;0;12/10/2026;0;CP',
      'R-3;12/10/2026;1;12/10/2026;1;CP',
      'R-4;12/10/2026;0;12/10/2026;1;CP',
    ]);
    expect(brief(reading)).toEqual([
      'R-1 2026-10-12 afternoon',
      'R-1 2026-10-13 both',
      'R-1 2026-10-14 morning',
      'R-2 2026-10-12 morning',
      'R-3 2026-10-12 afternoon',
      'R-4 2026-10-12 both',
    ]);
  });

  it('is whole days where nothing is said of halves, one day where it has no end, across the new year', async () => {
    const reading = await readLines(['Matricule;Du;Au', 'R-1;31/12/2026;01/01/2027', 'R-2;05/01/2027;']);
    expect(brief(reading)).toEqual(['R-1 2026-12-31 both', 'R-1 2027-01-01 both', 'R-2 2027-01-05 both']);
  });

  it('of one day may say its part in a word or as half a day', async () => {
    expect(
      brief(
        await readLines([
          'Name;From;To;Half day;Days',
          'Alix;2026-10-12;2026-10-12;afternoon;',
          'Alix;2026-10-13;2026-10-13;;0.5',
          'Alix;2026-10-14;2026-10-16;;3',
        ]),
      ),
    ).toEqual([
      'Alix 2026-10-12 afternoon',
      'Alix 2026-10-13 morning',
      'Alix 2026-10-14 both',
      'Alix 2026-10-15 both',
      'Alix 2026-10-16 both',
    ]);
    expect(troubles(await readLines(['Name;From;To;Half day', 'Alix;2026-10-12;2026-10-13;afternoon']))).toEqual([
      '2 Half day not-a-half-day',
    ]);
  });

  it('gives each of its days once, whatever its halves', () => {
    const start = '2026-01-05';
    const flag = fc.constantFrom('0', '1');
    return fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), flag, flag, async (days, first, last) => {
        const end = addDays(start, days);
        const { absences, problems } = await readLines([
          'Matricule;Du;Début demi-journée;Au;Fin demi-journée',
          `R-1;${start};${first};${end};${last}`,
        ]);
        expect(problems).toEqual([]);
        expect(absences.map(({ day }) => daysBetween(start, day))).toEqual(
          Array.from({ length: days + 1 }, (_, at) => at),
        );
        expect(absences[0]?.halves).toBe(first === '1' ? 'afternoon' : 'both');
        expect(absences.at(-1)?.halves).toBe(last === '0' ? 'morning' : 'both');
        expect(absences.slice(1, -1).every(({ halves }) => halves === 'both')).toBe(true);
      }),
    );
  });
});

it('reads a workbook, its cover page left aside, and says the cell of a problem', async () => {
  const sheet = (name: string, ...rows: readonly (readonly string[])[]) => ({
    name,
    xml: `<sheetData>${rows.map((cells) => rowOf(...cells.map(text))).join('')}</sheetData>`,
  });
  const bytes = xlsxOf([
    sheet('Lisez-moi', ['Export du 02/11/2026'], ['Paie']),
    sheet(
      'Congés',
      ['Absences 2026'],
      ['Matricule', 'Du', 'Au'],
      ['R-1', '12/10/2026', '13/10/2026'],
      ['R-1', 'lundi', '14/10/2026'],
    ),
  ]);
  const reading = await readAbsences({ name: 'absences.xlsx', bytes }, null);
  expect(brief(reading)).toEqual(['R-1 2026-10-12 both', 'R-1 2026-10-13 both']);
  expect(reading.problems).toMatchObject([
    {
      code: 'not-a-date',
      sheet: 'Congés',
      row: 4,
      cell: 'B4',
      value: 'lundi',
      detail: {
        fr: 'Feuille « Congés », cellule B4 : « lundi » n’est pas une date. Écrivez le jour comme 12/10/2026.',
        en: 'Sheet “Congés”, cell B4: “lundi” is not a date. Write the day as 12/10/2026 (day first) or 2026-10-12.',
      },
    },
  ]);
});

it('takes the person of merged cells for each of their rows', async () => {
  const rows = [
    rowOf(...['Matricule', 'Du', 'Au'].map(text)),
    rowOf(...['R-1', '12/10/2026', '13/10/2026'].map(text)),
    rowOf('<c/>', text('19/10/2026'), text('19/10/2026')),
    rowOf('<c/>', text('20/10/2026'), text('20/10/2026')),
  ];
  const xml = `<sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`;
  const reading = await readAbsences({ name: 'absences.xlsx', bytes: xlsxOf([{ name: 'A', xml }]) }, null);
  expect(brief(reading)).toEqual(['R-1 2026-10-12 both', 'R-1 2026-10-13 both', 'R-1 2026-10-19 both']);
  expect(troubles(reading)).toEqual(['4 missing-person']);
});

it('never repeats why somebody was away, not even in a problem', async () => {
  const secrets = ['Maladie', 'AT', 'enfant malade', 'CP-N1', 'Dr Exemple'];
  const reading = await readLines([
    'Matricule;Date;Demi-journée;Motif;Type absence;Commentaire;Code;Justificatif',
    ...['12/10/2026;matin', 'hier;soir', ';', '13/10/2026;'].map((said) => `R-1;${said};${secrets.join(';')}`),
    `;14/10/2026;;${secrets.join(';')}`,
  ]);
  expect(troubles(reading)).toEqual([
    '3 Date not-a-date',
    '3 Demi-journée not-a-half-day',
    '4 Date not-a-date',
    '6 missing-person',
  ]);
  for (const secret of secrets) expect(JSON.stringify(reading)).not.toContain(secret);
});

it('says every problem of a file at once, and takes nothing of those lines', async () => {
  const periods = await readLines([
    'Matricule;Du;Début 0/1;Au;Fin 0/1',
    'R-1;13/10/2026;;12/10/2026;',
    'R-1;12/10/2026;1;12/10/2026;0',
    'R-1;12/10/2026;2;13/10/2026;0',
    'R-1;12/10/2026;;13/10/2027;',
    'R-1;12/10/2026;;12/10/2027;',
  ]);
  expect(troubles(periods)).toEqual([
    '2 Au reversed-period',
    '3 Au reversed-period',
    '4 Début 0/1 not-a-half-day',
    '5 Au period-too-long',
  ]);
  expect(periods.absences).toHaveLength(366);
});

describe('days written without doubt or with', () => {
  it('take the year asked for where they have none, and only there', async () => {
    const lines = ['Matricule;Du;Au', 'R-1;30/12;02/01/2027', 'R-2;30 décembre;31 décembre'];
    expect(troubles(await readLines(lines))).toEqual([
      '2 Du ambiguous-date',
      '3 Du ambiguous-date',
      '3 Au ambiguous-date',
    ]);
    expect(brief(await readLines(lines, 2026))).toHaveLength(6);
  });

  it('are asked about where the headers are English and no day is above 12', async () => {
    expect(troubles(await readLines(['Name;From;To', 'Alix;03/04/2026;05/04/2026']))).toEqual([
      '2 From ambiguous-date',
      '2 To ambiguous-date',
    ]);
    expect(brief(await readLines(['Name;From;To', 'Alix;03/04/2026;03/13/2026']))[0]).toBe('Alix 2026-03-04 both');
  });
});

describe('a file', () => {
  const refusal = (lines: readonly string[]): Promise<string> =>
    readLines(lines).then(
      () => 'read',
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    );

  it('without a person or a day says which columns there must be', async () => {
    expect(troubles(await readLines(['Matricule;Motif', 'R-1;CP']))).toEqual(['1 missing-column']);
    expect(troubles(await readLines(['Date;Motif', '12/10/2026;CP']))).toEqual(['1 missing-column']);
  });

  it('without any header, or without anything, is refused', async () => {
    expect(await refusal(['12;13;14', '1;2;3'])).toBe('no-header-found');
    expect(await refusal([''])).toBe('empty');
  });

  it('leaves out totals, blank lines and headers printed again', async () => {
    const reading = await readLines([
      'Matricule;Date',
      'R-1;12/10/2026',
      '',
      'Matricule;Date',
      'Sous-total;',
      'Total;',
      'R-1;13/10/2026',
    ]);
    expect(troubles(reading)).toEqual([]);
    expect(reading.lines).toBe(2);
  });

  it('of long periods for many people is refused before it fills the memory', async () => {
    const lines = Array.from({ length: 560 }, (_, at) => `R-${at};01/01/2026;31/12/2026`);
    expect(await refusal(['Matricule;Du;Au', ...lines])).toBe('too-many-rows');
  });
});

it('a file of any cells is read or refused, and gives each day of a person once', () => {
  const said = [
    '',
    'R-1',
    '12/10/2026',
    '2026-10-13',
    '46000',
    '0',
    '1',
    '0,5',
    'matin',
    'PM',
    'hier',
    '31/02/2026',
    'Total',
  ];
  const cell = fc.oneof(fc.constantFrom(...said), fc.string({ maxLength: 6 }));
  const header = fc.constantFrom(
    'Matricule;Du;Au',
    'Nom;Date;Demi-journée',
    'Name;From;Start half;To;End half',
    'Agent;Jour;Nb jours',
  );
  return fc.assert(
    fc.asyncProperty(header, fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), async (columns, rows) => {
      const lines = [columns, ...rows.map((cells) => cells.map((one) => one.replace(/["\r\n]/g, '')).join(';'))];
      const reading = await readLines(lines, 2026).catch((error: unknown) => error);
      if (reading instanceof Refusal) return;
      const { absences, problems } = reading as AbsenceReading;
      const days = absences.map(({ person, day }) => `${person} ${day}`);
      expect(new Set(days).size).toBe(days.length);
      expect(problems.every(({ detail }) => detail.fr.endsWith('.') && detail.en.endsWith('.'))).toBe(true);
    }),
  );
});
