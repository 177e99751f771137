// An empty month is not a month of zero: HR says when a month is complete, and then nothing is added to it but corrections.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { completeMonths } from '../../lib/use-cases/complete-months.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { companyBook } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { completionOf, peopleWithoutTime } from '../../lib/use-cases/seconded.ts';
import { undoTimesheet } from '../../lib/use-cases/undo-timesheet.ts';
import { csvFile, factsOf, refusalOf, testLedger } from './ledger.ts';
import { lend, organisation } from './organisation.ts';

async function withOneLent(ports: Ports) {
  const { company, hr } = await organisation(ports);
  const developer = await lend(ports, { company, hr }, 'R-1', 'alix@rail.example');
  const say = (complete: boolean, reason: string | null = null, month = '2025-03') =>
    completeMonths(ports, { company, by: hr, month, developers: [developer], complete, reason });
  const post = (day: string) =>
    postTimesheet(ports, {
      company,
      by: hr,
      file: csvFile('Matricule;Date;Projet;Heures', `R-1;${day};rail;7,00`),
      year: 2025,
      accept: [],
    });
  const lastWord = async () =>
    (await completionOf(await readBook(ports, companyBook(company)), '2025-03', developer))?.complete ?? null;
  return { company, hr, developer, say, post, lastWord };
}

describe('a month that is declared complete', () => {
  it('may be one without any time: that is said, and not guessed', async () => {
    const { ports } = testLedger();
    const { company, developer, say, lastWord } = await withOneLent(ports);
    expect(await lastWord()).toBeNull();
    expect((await say(true)).already).toBe(false);
    expect(await lastWord()).toBe(true);
    // Nobody is asked for that time any more.
    const missing = async (month: string) => peopleWithoutTime(await readBook(ports, companyBook(company)), month);
    expect(await missing('2025-03')).toEqual([]);
    expect(await missing('2025-04')).toEqual([developer]);
    const { findings } = await checkLedger(ports);
    expect(findings.filter(({ what }) => what !== 'head')).toEqual([]);
  });

  it('is one fact however often it is said', async () => {
    const { ports } = testLedger();
    const { company, say } = await withOneLent(ports);
    const first = await say(true);
    const again = await say(true);
    expect(again).toMatchObject({ already: true, digest: first.digest });
    const facts = await factsOf(ports, companyBook(company));
    expect(facts.filter(({ kind }) => kind === 'months-completed')).toHaveLength(1);
  });

  it('takes no timesheet and no undo, but a correction with its reason', async () => {
    const { ports } = testLedger();
    const { company, hr, developer, say, post } = await withOneLent(ports);
    const posted = await post('2025-03-04');
    await say(true);
    const refused = await post('2025-03-05');
    const codes = 'preview' in refused ? refused.preview.problems.map(({ code }) => code) : [];
    expect(codes).toContain('month-complete');
    expect((await post('2025-04-01')) as object).toHaveProperty('receipt');
    const timesheet = 'receipt' in posted ? posted.receipt.timesheet : -1;
    expect((await refusalOf(undoTimesheet(ports, { company, by: hr, timesheet }))).code).toBe('month-complete');
    const day = { developer, day: '2025-03-05', project: 'rail', unit: 'minute' as const };
    await correctTime(ports, { company, by: hr, ...day, delta: 60, reason: 'Réunion oubliée.' });
    const tooMuch = { company, by: hr, ...day, project: 'rail', delta: 23 * 60 + 1, reason: 'Faute de frappe.' };
    expect((await refusalOf(correctTime(ports, tooMuch))).code).toBe('day-over-24h');
    const nobody = { company, by: hr, ...day, developer: 'de-nobody', delta: 60, reason: 'Personne.' };
    expect((await refusalOf(correctTime(ports, nobody))).code).toBe('unknown-developer');
  });

  it('is opened again with a reason alone, and closed once more as another act', async () => {
    const { ports } = testLedger();
    const { say, post, lastWord } = await withOneLent(ports);
    const first = await say(true);
    expect((await refusalOf(say(false))).code).toBe('reason-needed');
    expect((await refusalOf(say(false, '  '))).code).toBe('reason-needed');
    await say(false, 'Un relevé manquait.');
    expect(await lastWord()).toBe(false);
    expect(await post('2025-03-05')).toHaveProperty('receipt');
    expect((await say(true)).fact.seq).toBeGreaterThan(first.fact.seq);
  });

  it('is about people on secondment in it', async () => {
    const { ports } = testLedger();
    const { say } = await withOneLent(ports);
    expect((await refusalOf(say(true, null, '2024-03'))).code).toBe('nothing-to-complete');
    // The clock of these tests stands in January 2026: a month that has not begun cannot be complete.
    expect((await refusalOf(say(true, null, '2026-02'))).code).toBe('nothing-to-complete');
    expect((await say(true, null, '2026-01')).already).toBe(false);
    expect((await refusalOf(say(false, 'Rien.'))).code).toBe('nothing-to-complete');
  });
});
