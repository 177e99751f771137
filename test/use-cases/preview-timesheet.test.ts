// In which unit a line is read: that of the loan that holds on its day.
import { describe, expect, it } from 'vitest';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { previewTimesheet } from '../../lib/use-cases/preview-timesheet.ts';
import { csvFile, testLedger } from './ledger.ts';
import { organisation, secondmentHeader } from './organisation.ts';

const line = (regime: string, project: string, from: string, to: string): string =>
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
      await agree(line(first, 'rail', '01/01/2025', '31/12/2025'));
      await agree(line(first, 'rail', '01/01/2025', '31/03/2025'), line(second, 'rail', '01/04/2025', ''));
      const file = csvFile('Matricule;Date;Projet;Jours', 'R-1;03/04/2025;rail;0,5');
      const { problems, rows } = await previewTimesheet(ports, { company, file, year: 2025 });
      expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
      expect(rows).toMatchObject([read]);
    },
  );
});
