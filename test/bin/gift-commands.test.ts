// A statement of gifts by the commands alone, on an embedded ledger: declared, confirmed, prepared, issued by another person, verified.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { communs, communsJson, type RefusedJson } from './communs.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-gift-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = ['--data', join(folder, 'ledger')];
const company = ['--company', '999001001'];
const statement = [...company, '--year', '2025', '--scheme', 'mecenat-de-competences-238bis', ...data];
const out = join(folder, 'out');

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function done(words: readonly string[]): Promise<string> {
  const said = await communs([...words, '--lang', 'en']);
  expect(said).toMatchObject({ exitCode: 0 });
  return said.out;
}

const templateOf = async (kind: string): Promise<string> => (await communs([kind, '--template'])).out;

/** Three days of March: a Tuesday, a Wednesday that she does not work, and a Thursday. */
beforeAll(async () => {
  const { help: _help, ...enrolled } = JSON.parse(await templateOf('company')) as { help: object; people: object[] };
  const people = [...enrolled.people, { id: 'finance-2', name: 'Maxime Exemple', roles: ['finance'] }];
  await done(['registry', file('registry.json', await templateOf('registry')), ...data]);
  await done(['company', file('company.json', JSON.stringify({ ...enrolled, people })), ...data]);
  await done(['secondments', file('secondments.csv', await templateOf('secondments')), ...company, ...data]);
  const pay = (await templateOf('pay')).split('\n').filter((line) => !line.startsWith('remboursement'));
  await done(['pay', file('pay.csv', pay.join('\n')), ...company, ...data]);
  const days = ['04', '05', '06'].map((day) => `R-101;${day}/03/2025;projet-exemple;7`);
  const sheet = file('march.csv', ['Matricule;Date;Projet;Heures', ...days].join('\n'));
  await done(['import', sheet, ...company, '--year', '2025', ...data]);
  const month = ['--developer', 'R-101', '--project', 'projet-exemple', '--month', '2025-03'];
  await done(['confirm', ...company, ...month, '--as', 'claude-exemple', ...data]);
}, 120_000);

it('is declared by the people of the company, and by nobody else', async () => {
  const orders = file('orders.csv', 'Matricule;Jour;Signé le;État\nR-101;05/03/2025;03/03/2025;');
  const claimed = file(
    'claimed.csv',
    'Matricule;Projet;Du;Au;Dispositif;État\nR-101;projet-exemple;06/03/2025;06/03/2025;CIR;',
  );
  const year = file('year.json', await templateOf('fiscal-year'));
  for (const [kind, path, who] of [
    ['orders', orders, 'rh-exemple'],
    ['claimed', claimed, 'rh-exemple'],
    ['fiscal-year', year, 'finance-exemple'],
  ] as const) {
    const words = [kind, path, ...company, ...data];
    const { exitCode, json } = await communsJson<RefusedJson>([...words, '--as', 'claude-exemple']);
    expect([exitCode, json.refused.code]).toEqual([1, 'not-allowed']);
    expect(await done([...words, '--as', who])).toContain('Declarations saved: 1; there already: 0.');
    expect(await done([...words, '--as', who])).toContain('Declarations saved: 0; there already: 1.');
  }
}, 120_000);

it('counts the day that was ordered, refuses the one claimed elsewhere, and takes the excess of before', async () => {
  const open = await communsJson<{ checklist: { code: string; blocks: boolean; command: string }[] }>([
    ...['prepare', '--checklist', ...statement, '--as', 'finance-exemple'],
  ]);
  expect(open.exitCode).toBe(0);
  expect(open.json.checklist).toContainEqual(
    expect.objectContaining({
      ...{ code: 'payroll-not-tied', blocks: false, command: 'communs declarations FILE --company 999001001' },
    }),
  );
  const said = await done(['prepare', ...statement, '--as', 'finance-exemple']);
  expect(said).toContain('Still open, stops nothing:');
  expect(said).toMatch(/Declared +21h\n/);
  expect(said).toMatch(/Counted +14h\n/);
  expect(said).toMatch(/Refused \(already-claimed-under-other-scheme\) +7h\n/);
  // 70 130.50 euros for 1 607 hours, 14 of them; 60 % of that and of 3 250 euros.
  expect(said).toMatch(/Value of the gift +€610\.97\n/);
  expect(said).toMatch(/Tax reduction +€2,316\.58 \(€2,317\)\n/);
});

it('is issued by another person, and verifies without the ledger', async () => {
  const own = await communsJson<RefusedJson>(['issue', ...statement, '--as', 'finance-exemple']);
  expect([own.exitCode, own.json.refused.code]).toEqual([1, 'same-person']);
  expect(await done(['issue', ...statement, '--as', 'finance-2', '--out', out])).toContain(
    'Issued: statement 2025-0001.',
  );
  const keys = ['--jwks', join(out, 'jwks.json'), '--status', join(out, 'status.jws')];
  const disclosed = ['--disclosures', join(out, 'disclosures.txt')];
  expect(await done(['verify', join(out, 'statement.jws'), ...keys, ...disclosed])).toContain('2025-0001');
  expect(await done(['check', ...data])).toContain('Nothing was changed, is missing, or was swapped.');
}, 120_000);

it('goes out to accounting as workbook and CSV, each once until the books move', async () => {
  const asked = ['export', ...company, '--number', '2025-0001', ...data, '--as', 'finance-exemple'];
  const csv = join(folder, 'detail.csv');
  const taken = await communsJson<{ already: boolean; file: string }>([
    ...asked,
    '--format',
    'csv-fr',
    '--out',
    csv,
    '--lang',
    'en',
  ]);
  expect([taken.exitCode, taken.json.already, taken.json.file]).toEqual([0, false, csv]);
  const [, line] = readFileSync(csv, 'utf8').split('\r\n');
  expect(line).toMatch(/^L1-2025-03;01\/03\/2025;projet-exemple;.*;14:00;14,0000;840;610,97;61097;60%;/);
  expect(await done([...asked, '--format', 'csv-fr', '--out', csv])).toContain('nothing has changed since');
  const workbook = join(folder, 'detail.xlsx');
  expect(await done([...asked, '--preset', 'full', '--out', workbook])).toContain('File made and recorded.');
  expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK');
  const { exitCode, json } = await communsJson<RefusedJson>([...asked, '--preset', 'everything']);
  expect([exitCode, json.refused.code]).toEqual([2, 'wrong-usage']);
  expect(await done(['check', ...data])).toContain('Nothing was changed, is missing, or was swapped.');
}, 120_000);

it('is listed, to be prepared again, by the command that declares its turnover anew', async () => {
  const declared = JSON.parse(await templateOf('fiscal-year')) as object;
  const year = file('year.json', JSON.stringify({ ...declared, turnover: '9 000 000,00' }));
  const said = await done(['fiscal-year', year, ...company, ...data, '--as', 'finance-exemple']);
  expect(said).toContain('2025-0001: the turnover declared of its fiscal year is another one now');
  const waiting = await communs(['licences', ...data, '--lang', 'fr']);
  expect(waiting.exitCode).toBe(1);
  expect(waiting.out).toContain('2025-0001\u202f: le chiffre d’affaires déclaré de son exercice est autre maintenant');
}, 120_000);
