// In which unit a line is read, that of the loan that holds on its day; and numbers that add up.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../lib/intake/understanding.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { previewTimesheet } from '../../lib/use-cases/preview-timesheet.ts';
import { csvFile, testLedger } from './ledger.ts';
import { organisation, secondmentHeader } from './organisation.ts';

const lineOf = (regime: string, project: string, from: string, to: string): string =>
  `R-1;Alix Vernois;alix@rail.example;${project};commun;${from};${to};2/5;${regime};prêt;10/12/2024;12/12/2024;12/12/2024`;

describe('a line', () => {
  it.each([
    ['heures', 'forfait-jours', { unit: 'half-day', amount: 1 }],
    ['forfait-jours', 'heures', { unit: 'minute', amount: 210 }],
  ])(
    'after a loan in %s was ended and another one in %s begun is in the unit of the second',
    async (first, second, read) => {
      const { ports } = testLedger();
      const { company, hr } = await organisation(ports);
      const agree = (...lines: string[]) =>
        agreeSecondments(ports, { company, by: hr, file: csvFile(secondmentHeader, ...lines) });
      await agree(lineOf(first, 'rail', '01/01/2025', '31/12/2025'));
      await agree(lineOf(first, 'rail', '01/01/2025', '31/03/2025'), lineOf(second, 'rail', '01/04/2025', ''));
      const file = csvFile('Matricule;Date;Projet;Jours', 'R-1;03/04/2025;rail;0,5');
      const { problems, rows } = await previewTimesheet(ports, { company, file, year: 2025 });
      expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
      expect(rows).toMatchObject([read]);
    },
  );
});

describe('whatever a file holds and HR says of it', () => {
  const days = fc.array(fc.constantFrom('', '', '1', '0,5', '0,25', '0', '?'), { minLength: 31, maxLength: 31 });
  const line = fc.tuple(fc.constantFrom('R-1', 'D-1', 'X-9'), fc.constantFrom('rail', 'autre'), days);
  const choices = fc.constantFrom<Choices | null>(
    null,
    { notNeeded: { people: ['X-9'], projects: ['autre'] } },
    { leaveOut: ['!3'] },
  );
  const head = ['Matricule', 'Projet', ...Array.from({ length: 31 }, (_, day) => day + 1)].join(';');

  it('the lines are those that are ready, those to fix and those left out, and what is to fix is what blocks', async () => {
    const { ports } = testLedger();
    const { company, hr } = await organisation(ports);
    const lent = (matricule: string, regime: string): string =>
      lineOf(regime, 'rail', '01/01/2025', '').replaceAll('R-1', matricule).replace('alix@', `${matricule}@`);
    await agreeSecondments(ports, {
      ...{ company, by: hr },
      file: csvFile(secondmentHeader, lent('R-1', 'heures'), lent('D-1', 'forfait-jours')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), choices, async (lines, said) => {
        const rows = lines.map(([person, project, cells]) => [person, project, ...cells].join(';'));
        const file = csvFile('Mars 2025', head, ...rows, `R-1;rail;1${';'.repeat(30)}`);
        const preview = await previewTimesheet(ports, { company, file, year: 2025, choices: said });
        const { totals, linesToFix, problems } = preview;
        expect(totals.rows).toBe(totals.ready + totals.toFix + totals.leftOut);
        expect(totals.ready).toBe(preview.rows.length);
        expect(totals.toFix).toBeGreaterThanOrEqual(0);
        const isBlocked = problems.some(({ blocking }) => blocking);
        expect([totals.toFix > 0, linesToFix.length > 0]).toEqual([isBlocked, isBlocked]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the first lines of a file in days', () => {
  it('are shown as each person counts them', async () => {
    const { ports } = testLedger();
    const { company, hr } = await organisation(ports);
    const other = lineOf('heures', 'rail', '01/01/2025', '').replace('R-1;Alix Vernois;alix@', 'R-2;Noa Exemple;noa@');
    const file = csvFile(secondmentHeader, lineOf('forfait-jours', 'rail', '01/01/2025', ''), other);
    await agreeSecondments(ports, { company, by: hr, file });
    const days = csvFile('Matricule;Date;Projet;Jours', 'R-1;03/04/2025;rail;0,5', 'R-2;03/04/2025;rail;0,5');
    const { reading } = await previewTimesheet(ports, { company, file: days, year: 2025 });
    const shown = reading.understood.sample.map(({ entries: [entry] }) => [entry?.minutes, entry?.halfDays]);
    expect(shown).toEqual([
      [undefined, 1],
      [210, undefined],
    ]);
  });
});
