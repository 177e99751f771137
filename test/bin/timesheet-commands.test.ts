// A timesheet by the command line: read with choices, posted with reasons, its month declared complete, absences beside it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communs, communsJson } from './communs.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-timesheet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const data = ['--data', join(folder, 'ledger')];
const company = ['--company', '999001001'];

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const sheet = file(
  'pole.csv',
  'Alpha;Date;Projet;Heures\nR-101;08/03/2025;projet-exemple;3,20\nZ-9;04/03/2025;x;7,20\n',
);
const choices = file(
  'choices.json',
  JSON.stringify({ columns: { 'person-id': 'Alpha' }, notNeeded: { people: ['Z-9'], projects: [] } }),
);

beforeAll(async () => {
  for (const kind of ['registry', 'company', 'secondments']) {
    const { out } = await communs([kind, '--template']);
    const whose = kind === 'secondments' ? company : [];
    expect((await communs([kind, file(`${kind}.txt`, out), ...whose, ...data])).exitCode).toBe(0);
  }
});

describe('a timesheet', { timeout: 120_000 }, () => {
  const posting = ['import', sheet, ...company, '--year', '2025', ...data];

  it('whose columns nobody knows is read once somebody says what they are', async () => {
    expect(await communsJson(['read', sheet])).toMatchObject({ exitCode: 1 });
    const read = await communsJson<{ totals: object; understood: { tables: readonly object[] } }>([
      ...['read', sheet, '--choices', choices],
    ]);
    expect(read).toMatchObject({ exitCode: 0, json: { totals: { ready: 2, minutes: 624 } } });
    expect(read.json.understood.tables[0]).toMatchObject({
      columns: [{ header: 'Alpha', role: 'person-id' }, {}, {}, {}],
    });
  });

  it('has its absences beside it: half-days, and nothing else', async () => {
    const leave = file(
      'conges.csv',
      'Matricule;Du;Au;Motif\nR-101;08/03/2025;08/03/2025;Maladie\nX-1;03/03/2025;03/03/2025;CP\n',
    );
    const kept = await communsJson(['absences', leave, ...company, '--year', '2025', ...data]);
    expect(kept).toMatchObject({ exitCode: 0, json: { halfDays: 2, people: 1, leftOut: 1 } });
  });

  it('is refused while a finding has no reason, where one is given at all', async () => {
    const refused = await communsJson<{ toExplain: readonly string[] }>([
      ...[...posting, '--choices', choices, '--reason', 'not-a-working-day=Mise en production.'],
    ]);
    expect(refused.exitCode).toBe(1);
    expect(refused.json.toExplain).toEqual(expect.arrayContaining(['not-a-working-day', 'leave-conflict']));
    const wrong = await communs([...posting, '--reason', 'weekend']);
    expect([wrong.exitCode, wrong.err]).toEqual([2, expect.stringContaining('[wrong-usage]')]);
  });

  it('is posted with its reasons, once, and says what it left out', async () => {
    const reasons = ['not-a-working-day=Mise en production.', 'leave-conflict=Venue quand même.'];
    const words = [...posting, '--choices', choices, ...reasons.flatMap((reason) => ['--reason', reason])];
    const posted = await communsJson(words);
    expect(posted).toMatchObject({
      exitCode: 0,
      json: { entries: 1, minutes: 192, leftOut: 1, unexplained: [], alreadyPosted: false },
    });
    expect(await communsJson(words)).toMatchObject({ exitCode: 0, json: { alreadyPosted: true } });
    // Sent again without a word, it is read as it was posted; with other words it waits for its undo.
    expect(await communsJson(posting)).toMatchObject({ exitCode: 0, json: { alreadyPosted: true } });
    const other = file('other.json', JSON.stringify({ columns: { 'person-id': 'Alpha' }, leaveOut: ['!3'] }));
    const refused = await communsJson<{ problems: readonly { code: string }[] }>([...posting, '--choices', other]);
    expect([refused.exitCode, refused.json.problems.map(({ code }) => code)]).toEqual([
      1,
      expect.arrayContaining(['already-posted-otherwise']),
    ]);
  });

  it('posted without a reason lists what was not explained', async () => {
    const sunday = file('avril.csv', 'Matricule;Date;Projet;Heures\nR-101;06/04/2025;projet-exemple;2,20\n');
    const words = ['import', sunday, ...company, '--year', '2025', ...data];
    expect(await communsJson(words)).toMatchObject({ exitCode: 0, json: { unexplained: ['not-a-working-day'] } });
    expect((await communs([...words, '--lang', 'en'])).out).toContain(
      'Findings recorded without a reason: not-a-working-day',
    );
  });

  it('has work shown beside it, where it left no trace, and taken back', async () => {
    const hers = ['show-work', '--month', '2025-03', '--as', '999001001/R-101', ...data];
    const shown = ['--day', '2025-03-08', '--text', 'Mise en production, compte rendu'];
    const first = await communsJson<{ cause: string; already: boolean }>([...hers, ...shown]);
    expect(first).toMatchObject({ exitCode: 0, json: { entries: 1, already: false } });
    expect((await communsJson([...hers, ...shown])).json).toMatchObject({ cause: first.json.cause, already: true });
    expect(await communs([...hers, '--take-back', first.json.cause])).toMatchObject({ exitCode: 0 });
    expect((await communs([...hers, '--take-back', first.json.cause])).err).toContain('[nothing-to-check]');
  });

  it.each([
    ['nothing to say', []],
    ['a day without time', ['--day', '2025-03-09', '--text', 'x']],
    ['an address that is not https', ['--day', '2025-03-08', '--text', 'x', '--link', 'http://notes.example']],
  ])('has no work shown by %s', async (_name, words) => {
    const asked = ['show-work', '--month', '2025-03', '--as', '999001001/R-101', ...words, ...data];
    expect(await communs(asked)).toMatchObject({ exitCode: 2, err: expect.stringContaining('[wrong-usage]') });
  });

  it('adds nothing to a month that is complete, until it is opened again', async () => {
    const complete = ['complete', ...company, '--month', '2025-03', '--developer', 'R-101', ...data];
    expect(await communsJson(complete)).toMatchObject({
      exitCode: 0,
      json: { kind: 'months-completed', already: false },
    });
    expect(await communsJson(complete)).toMatchObject({ exitCode: 0, json: { already: true } });
    const late = file('mars.csv', 'Matricule;Date;Projet;Heures\nR-101;05/03/2025;projet-exemple;1,20\n');
    const words = ['import', late, ...company, '--year', '2025', ...data];
    const refused = await communsJson<{ problems: readonly { code: string }[] }>(words);
    expect([refused.exitCode, refused.json.problems.map(({ code }) => code)]).toEqual([
      1,
      expect.arrayContaining(['month-complete']),
    ]);
    expect((await communs([...complete, '--reopen', 'Un relevé manquait.'])).exitCode).toBe(0);
    expect((await communs(words)).exitCode).toBe(0);
    expect((await communs(['complete', ...company, '--month', '2025-03', ...data])).exitCode).toBe(2);
    expect((await communs(['check', ...data])).exitCode).toBe(0);
  });
});
