// The rules look at a file before it is posted: what must be fixed stops it, what is asked needs a reason on the pages, nothing changes a minute.
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../lib/intake/understanding.ts';
import type { Ports } from '../../lib/ports.ts';
import { absenceFile, keepAbsences } from '../../lib/use-cases/absences-on-file.ts';
import { declareAbsences } from '../../lib/use-cases/declare-absences.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { previewTimesheet } from '../../lib/use-cases/preview-timesheet.ts';
import { showReceipt } from '../../lib/use-cases/show-receipt.ts';
import { csvFile, refusalOf, testLedger } from './ledger.ts';
import { lend, organisation } from './organisation.ts';

const header = 'Matricule;Date;Projet;Heures';

async function withOneLent(ports: Ports) {
  const { company, hr } = await organisation(ports);
  const developer = await lend(ports, { company, hr }, 'R-1', 'alix@rail.example');
  const file = (...lines: string[]) => csvFile(header, ...lines);
  const findings = async (...lines: string[]) =>
    (await previewTimesheet(ports, { company, file: file(...lines), year: 2025 })).problems.map(
      ({ code, severity }) => `${severity} ${code}`,
    );
  const post = (lines: readonly string[], reasons?: Readonly<Record<string, string>>) =>
    postTimesheet(ports, {
      ...{ company, by: hr, file: file(...lines), year: 2025, accept: [] },
      ...(reasons === undefined ? {} : { reasons }),
    });
  return { company, hr, developer, findings, post };
}

describe('before posting', () => {
  it('days off, limits, lines posted already and absences are told of', async () => {
    const { ports } = testLedger();
    const { company, hr, developer, findings, post } = await withOneLent(ports);
    expect(await findings('R-1;04/03/2025;rail;7,20')).toEqual(['note late']);
    // A Saturday, 1 May, more than ten hours, more than twenty-four on two lines.
    expect(await findings('R-1;08/03/2025;rail;7,20')).toContain('confirm weekend');
    expect(await findings('R-1;01/05/2025;rail;7,20')).toContain('confirm public-holiday');
    expect(await findings('R-1;04/03/2025;rail;11,20')).toContain('confirm day-over-maximum');
    expect(await findings('R-1;04/03/2025;rail;13,20', 'R-1;04/03/2025;rail;12,10')).toContain('must-fix day-over-24h');
    expect(await findings('R-1;04/03/2024;rail;7,20')).toContain('must-fix date-out-of-year');
    await post(['R-1;04/03/2025;rail;7,20']);
    expect(await findings('R-1;04/03/2025;rail;7,20', 'R-1;05/03/2025;rail;7,20')).toContain('confirm already-posted');
    await keepAbsences(ports, company, 2025, [{ developer, day: '2025-03-06', halves: 'both' }], {
      by: hr,
      leftOut: 0,
    });
    expect(await findings('R-1;06/03/2025;rail;7,20')).toContain('confirm leave-conflict');
    await keepAbsences(ports, company, 2025, [], { by: hr, leftOut: 0 });
    expect(await findings('R-1;06/03/2025;rail;7,20')).toEqual(['note late']);
  });

  it('what cannot be stops a file also in years for which no rule is known', async () => {
    const { ports } = testLedger();
    const { company } = await withOneLent(ports);
    const file = csvFile(header, 'R-1;14/03/2028;rail;13,20', 'R-1;14/03/2028;rail;12,10');
    const { problems, totals } = await previewTimesheet(ports, { company, file, year: 2028 });
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'confirm duplicate-line',
      'must-fix day-over-24h',
      'note no-figures-for-period',
    ]);
    expect(totals).toMatchObject({ rows: 2, ready: 0, toFix: 2 });
  });

  it('of one person among many only her rows are read, and say the same', async () => {
    const { ports } = testLedger();
    const { company, hr } = await organisation(ports);
    const staff = Array.from({ length: 30 }, (_, i) => `R-${i + 1}`);
    for (const matricule of staff) await lend(ports, { company, hr }, matricule, `${matricule}@rail.example`);
    const all = csvFile(header, ...staff.map((matricule) => `${matricule};04/03/2025;rail;7,20`));
    await postTimesheet(ports, { company, by: hr, file: all, year: 2025, accept: [] });
    const again = async (...others: string[]) => {
      const own = ['R-1;04/03/2025;rail;7,20', 'R-1;05/03/2025;rail;7'];
      const file = csvFile(header, ...own, ...others.map((matricule) => `${matricule};04/03/2025;rail;7,20`));
      const { problems } = await previewTimesheet(ports, { company, file, year: 2025 });
      return problems.filter(({ value }) => value?.endsWith(' R-1')).map(({ code, detail }) => [code, detail.en]);
    };
    const one = await again();
    expect(one.map(([code]) => code)).toContain('already-posted');
    expect(await again('R-2')).toEqual(one);
  });

  it('a leave file of another year takes the place of nothing; days that are not kept are counted', async () => {
    const { ports } = testLedger();
    const { company, hr } = await withOneLent(ports);
    const send = (year: number, ...lines: string[]) =>
      declareAbsences(ports, { company, by: hr, year, file: csvFile('Matricule;Date;Durée', ...lines) });
    await send(2025, 'R-1;06/03/2025;1', 'X-9;06/03/2025;1');
    expect((await refusalOf(send(2025, 'R-1;06/03/2024;1'))).code).toBe('nothing-to-post');
    expect(await absenceFile(ports, company, 2025)).toMatchObject({ halfDays: 2, people: 1, leftOut: 1 });
  });

  it('a finding names the person, the line and what to do, in both languages', async () => {
    const { ports } = testLedger();
    const { company } = await withOneLent(ports);
    const file = csvFile(header, 'R-1;08/03/2025;rail;7,20');
    const { problems } = await previewTimesheet(ports, { company, file, year: 2025 });
    const weekend = problems.find(({ code }) => code === 'weekend');
    expect(weekend?.detail.fr).toMatch(/^Ligne 2 : Alix R-1\. .+/);
    expect(weekend?.detail.en).toMatch(/^Row 2: Alix R-1\. .+/);
  });

  it('one reason asks for all: without it nothing is posted, with it the reason stays with the receipt', async () => {
    const { ports } = testLedger();
    const { company, post } = await withOneLent(ports);
    const saturday = ['R-1;08/03/2025;rail;7,20'];
    expect(await post(saturday, {})).toMatchObject({ missing: ['weekend'] });
    expect(await post(saturday, { weekend: '  ' })).toMatchObject({ missing: ['weekend'] });
    const posted = await post(saturday, { weekend: 'Mise en production convenue.' });
    expect(posted).toMatchObject({ receipt: { minutes: 432, unexplained: [] } });
    const timesheet = 'receipt' in posted ? String(posted.receipt.timesheet) : '';
    const { confirmed } = await showReceipt(ports, { company, timesheet });
    expect(confirmed).toEqual([{ code: 'weekend', reason: 'Mise en production convenue.' }]);
  });

  it('where nobody was asked, the fact says what was not explained, and not a minute is missing', async () => {
    const { ports } = testLedger();
    const { post } = await withOneLent(ports);
    expect(await post(['R-1;08/03/2025;rail;7,20', 'R-1;10/03/2025;rail;7,00'])).toMatchObject({
      receipt: { minutes: 852, unexplained: ['weekend'] },
    });
  });

  it('the whole of a day, where the file states it: more is wrong, less is asked about, what was left out explains it', async () => {
    const { ports } = testLedger();
    const { company } = await withOneLent(ports);
    const judged = async (choices: Choices | null, ...lines: string[]) => {
      const file = csvFile(`${header};Total jour`, ...lines);
      const { problems } = await previewTimesheet(ports, { company, file, year: 2025, choices });
      return problems.filter(({ code }) => code === 'day-total-differs').map(({ severity }) => severity);
    };
    expect(await judged(null, 'R-1;04/03/2025;rail;3,20;7,20', 'R-1;04/03/2025;rail;4,00;7,20')).toEqual([]);
    expect(await judged(null, 'R-1;04/03/2025;rail;7,40;7,20')).toEqual(['must-fix']);
    expect(await judged(null, 'R-1;04/03/2025;rail;3,20;7,20')).toEqual(['confirm']);
    const withTraining = ['R-1;04/03/2025;rail;3,20;7,20', 'R-1;04/03/2025;Formation;4,00;7,20'];
    const notNeeded = { people: [], projects: ['Formation'] };
    expect(await judged({ notNeeded }, ...withTraining)).toEqual([]);
  });
});
