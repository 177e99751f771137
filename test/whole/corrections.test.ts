// What is taken back, put in place of it, and said again: each minute stands as it was meant, and once.
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Ports } from '../../lib/ports.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { type DeclaredEntry, declaredTime, standingAmount } from '../../lib/use-cases/declared-time.ts';
import { companyBook, companyOf, developerOf, enrolLogin } from '../../lib/use-cases/people.ts';
import { postTimesheet, type TimesheetReceipt } from '../../lib/use-cases/post-timesheet.ts';
import { undoTimesheet } from '../../lib/use-cases/undo-timesheet.ts';
import { beforeTime, openForge, siren } from './acts.ts';
import { processOn } from './process.ts';

const day = '2025-03-04';

let ports: Ports;
let by: string;
let company: string;
let developer: string;

beforeEach(async () => {
  const world = memoryWorld('corrections');
  openForge(world);
  ({ ports } = processOn(world));
  await beforeTime(ports);
  company = await companyOf(ports, siren);
  ({ developer } = await developerOf(ports, company, 'R-1'));
  by = (await enrolLogin(ports, 'hr')).id;
});

async function post(hours: string): Promise<TimesheetReceipt> {
  const bytes = new TextEncoder().encode(`Matricule;Date;Projet;Heures\nR-1;04/03/2025;Points;${hours}\n`);
  const answer = await postTimesheet(ports, {
    ...{ company, by, year: 2025, accept: [] },
    file: { name: `${hours}.csv`, bytes },
  });
  if ('preview' in answer) throw new Error(JSON.stringify(answer.preview.problems));
  return answer.receipt;
}

const correct = (delta: number, reason: string) =>
  correctTime(ports, { company, by, developer, day, project: 'points', unit: 'minute', delta, reason });

async function entries(): Promise<readonly DeclaredEntry[]> {
  const state = await readBook(ports, companyBook(company));
  return (await declaredTime(ports, state, { from: day, to: day })).entries;
}
const standing = async (): Promise<number[]> => (await entries()).map(standingAmount);

describe('a correction', () => {
  it('takes nothing from the timesheet that was posted in place of the one it corrected', async () => {
    const { timesheet } = await post('7');
    await correct(-60, 'Formation.');
    expect(await standing()).toEqual([360]);
    await undoTimesheet(ports, { company, by, timesheet });
    await post('6');
    expect(await standing()).toEqual([0, 360]);
    await correct(-30, 'Réunion interne.');
    expect(await standing()).toEqual([0, 330]);
  });

  it('takes from the latest of the lines that stood, and from each no more than it has', async () => {
    await post('7');
    await correct(60, 'Oubli.');
    await correct(-90, 'Formation.');
    expect(await standing()).toEqual([390, 0]);
    await expect(correct(-400, 'Trop.')).rejects.toMatchObject({ code: 'nothing-to-correct' });
  });

  it('that adds as much as a line already says repeats nothing, and a line that says what it added does', async () => {
    await post('1');
    await correct(60, 'Le soir aussi.');
    expect((await entries()).map(({ repeated }) => repeated)).toEqual([false, false]);
    await post('1,0');
    expect((await entries()).map(({ repeated }) => repeated)).toEqual([false, false, true]);
  });

  it('made, taken back and made again is three; the same sent twice is one', async () => {
    await post('7');
    for (const already of [false, true]) expect(await correct(60, 'Oubli.')).toMatchObject({ already });
    for (const already of [false, true]) expect(await correct(-60, 'Erreur.')).toMatchObject({ already });
    for (const already of [false, true]) expect(await correct(60, 'Oubli.')).toMatchObject({ already });
    expect((await standing()).reduce((sum, amount) => sum + amount, 0)).toBe(480);
    expect(await correct(-60, 'Erreur.')).toMatchObject({ already: false });
    expect((await standing()).reduce((sum, amount) => sum + amount, 0)).toBe(420);
  });

  it('is made again on the timesheet that was posted in place of the one it corrected', async () => {
    const { timesheet } = await post('7');
    await correct(-60, 'Formation.');
    await undoTimesheet(ports, { company, by, timesheet });
    await post('7');
    for (const already of [false, true]) expect(await correct(-60, 'Formation.')).toMatchObject({ already });
    expect(await standing()).toEqual([0, 360]);
  });

  it('adds no time to a project that the registry does not know', async () => {
    const unknown = {
      company,
      by,
      developer,
      day,
      project: 'elsewhere',
      unit: 'minute',
      delta: 60,
      reason: '?',
    } as const;
    await expect(correctTime(ports, unknown)).rejects.toMatchObject({ code: 'unknown-project' });
  });
});
