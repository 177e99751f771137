// What finance exports from a real ledger: entries that hash to the signed root, and what changed since the last export, once, whoever asks again.
import { beforeEach, describe, expect, it } from 'vitest';
import { type MemoryWorld, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Ports } from '../../lib/ports.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { type ExportAsked, type ExportedFile, exportStatement } from '../../lib/use-cases/export-statement.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { keepUpload } from '../../lib/use-cases/keep-upload.ts';
import { companyBook, companyOf, developerOf, enrolLogin, personOf } from '../../lib/use-cases/people.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { statementFiles } from '../../lib/use-cases/statement-files.ts';
import { withdrawAnswer } from '../../lib/use-cases/withdraw-answer.ts';
import { type ReadCell, readCells } from '../statement/cells.ts';
import { factsOf, refusalOf } from '../use-cases/ledger.ts';
import { acts, openForge, siren, timesheet } from './acts.ts';
import { processOn } from './process.ts';

let world: MemoryWorld;
let ports: Ports;
let company: string;
let alice: string;
let hr: string;
let by: string;

beforeEach(async () => {
  world = memoryWorld('export');
  openForge(world);
  ({ ports } = processOn(world));
  for (const act of acts) {
    if (act.name === 'correct') break;
    await act.carryOut(ports);
  }
  company = await companyOf(ports, siren);
  alice = (await developerOf(ports, company, 'R-1')).developer;
  hr = (await enrolLogin(ports, 'hr')).id;
  by = (await enrolLogin(ports, 'finance-1')).id;
});

const number = '2025-0001';
const take = (asked: Partial<ExportAsked> = {}): Promise<ExportedFile> =>
  exportStatement(ports, {
    ...{ company, number, preset: 'finance', format: 'xlsx', language: 'fr', by },
    ...asked,
  });
const correct = (delta: number, reason: string) =>
  correctTime(ports, {
    ...{ company, by: hr, developer: alice, day: '2025-03-05', project: 'points', unit: 'minute', delta, reason },
  });

const corrections = ({ bytes }: ExportedFile): ReadCell[] =>
  readCells(bytes).filter(({ sheet }) => sheet === 'Corrections');
const texts = (file: ExportedFile): string =>
  corrections(file)
    .map(({ value }) => value)
    .filter((value) => typeof value === 'string')
    .join('\n');
/** What stands in the first line under a header. */
const under = (file: ExportedFile, header: string): string | number | null => {
  const cells = corrections(file);
  const [, letter, row] = /^([A-Z]+)(\d+)$/.exec(cells.find(({ value }) => value === header)!.address)!;
  return cells.find(({ address }) => address === `${letter}${Number(row) + 1}`)?.value ?? null;
};

/** What Alice learns of who took her hours out. */
async function looksAt(): Promise<string[]> {
  const looks: string[] = [];
  for await (const { act } of ports.accessList.list(`developer/${company}/${alice}`)) looks.push(act);
  return looks;
}

describe('an export', () => {
  it('says that nothing changed, and is the same bytes for whoever asks again', async () => {
    const first = await take();
    expect(first).toMatchObject({ name: 'statement-2025-0001-finance.fr.xlsx', already: false });
    expect(texts(first)).toContain('Premier export de cet exercice : comparé aux livres tels que l’état 2025-0001');
    expect(texts(first)).toContain('Rien n’a changé');
    const again = await take();
    expect(again.already).toBe(true);
    expect(again.bytes).toEqual(first.bytes);
    const facts = await factsOf(ports, companyBook(company));
    const stored = facts.filter(({ kind }) => kind === 'rendering-stored');
    expect(stored.map(({ data }) => data)).toMatchObject([{ number, sha256: first.sha256 }]);
  });

  it('tells a correction with both values and its reason, in every language that is asked before the next change', async () => {
    await take();
    await correct(-60, 'Formation interne d’Alice.');
    const french = await take();
    expect(texts(french)).toContain('Comparé au dernier export de cet exercice : état 2025-0001');
    expect(under(french, 'Déclaré alors')).toBe(630);
    expect(under(french, 'Déclaré maintenant')).toBe(570);
    expect(under(french, 'Retenu alors')).toBe(630);
    expect(under(french, 'Ce qui s’est passé')).toBe('régularisation');
    expect(under(french, 'Dans cet état')).toBe('non, pas encore');
    // A reason is free text: whoever may see no names sees none.
    expect(texts(french)).not.toMatch(/Motif|Formation/);
    expect(under(await take({ preset: 'full' }), 'Motif')).toBe('Formation interne d’Alice.');
    const english = await take({ language: 'en' });
    expect(under(english, 'Declared now')).toBe(570);
    expect((await take()).already).toBe(true);

    await correct(-30, 'Réunion interne.');
    const next = await take();
    expect([under(next, 'Déclaré alors'), under(next, 'Déclaré maintenant')]).toEqual([570, 540]);
    expect(texts(next)).not.toContain('Formation');
  });

  it('tells that the foundation took its word back, and that pay was recorded anew', async () => {
    await take();
    await withdrawAnswer(ports, {
      ...{ by: await personOf(ports, 'signatory'), foundation: 'rails', company, developer: alice },
      ...{ project: 'points', month: '2025-03' },
    });
    const bytes = new TextEncoder().encode(
      `Matricule;Période du;Au;Brut;Accessoires;Charges éligibles;Charges exclues;Base de temps (heures);Origine de la base;Empreinte du fichier de paie\nR-1;01/01/2025;31/12/2025;43 000,00;0;16 000,00;0;1607;réel;${'cd'.repeat(32)}\n`,
    );
    await recordPay(ports, { company, by: hr, file: { name: 'paie.csv', bytes } });
    const file = await take();
    expect([under(file, 'Retenu alors'), under(file, 'Retenu maintenant')]).toEqual([630, 0]);
    expect([under(file, 'Déclaré alors'), under(file, 'Déclaré maintenant')]).toEqual([630, 630]);
    expect(under(file, 'Ce qui s’est passé')).toBe('réponse reprise par la fondation');
    expect(texts(file)).toContain('paie enregistrée');
  });

  it('of a statement that replaces another says that the change is in it, and what it changes', async () => {
    await take();
    await correct(-60, 'Formation interne.');
    const asked = { company, fiscalYear: 2025, scheme: 'digital-commons-investor' } as const;
    await prepareStatement(ports, { ...asked, by });
    const issuer = (await enrolLogin(ports, 'finance-2')).id;
    const { number: later } = await issueStatement(ports, { ...asked, by: issuer });
    const file = await take({ number: later });
    expect(under(file, 'Dans cet état')).toBe('oui');
    expect(under(file, 'Déclaré maintenant')).toBe(570);
    expect(texts(file)).toContain('État 2025-0001, remplacé');
    const replaced = await take();
    expect(texts(replaced)).toContain('état émis');
    expect(texts(replaced)).toContain('non, pas encore');
  });

  it('shows entries with file, cell and traces in the full preset, and notes the look', async () => {
    await keepUpload(ports, company, { name: 'mars.csv', bytes: new TextEncoder().encode(timesheet) });
    const file = await take({ preset: 'full' });
    const cells = readCells(file.bytes).filter(({ sheet }) => sheet === 'Saisies');
    const values = cells.map(({ value }) => value);
    expect(values).toContain('mars.csv');
    expect(values).toContain('Alice Vernois');
    const traces = readCells(file.bytes).filter(({ sheet }) => sheet === 'Traces');
    expect(traces.map(({ value }) => value)).toContain('b'.repeat(40));
    expect(await looksAt()).toEqual(['statement-files']);
  });

  it('in full says what the workbook of the bundle says, which was made first', async () => {
    await correct(-60, 'Formation interne.');
    const asked = { company, number, language: 'fr', by } as const;
    for (const level of ['names', 'totals', 'lines'] as const) {
      const bytes = (await statementFiles(ports, { ...asked, level })).get('statement.xlsx')!;
      const sheets = new Set(readCells(bytes).map(({ sheet }) => sheet));
      expect([level, sheets.has('Saisies'), sheets.has('Traces')]).toEqual([
        level,
        level === 'names',
        level === 'names',
      ]);
      const bundled = { bytes } as ExportedFile;
      expect([under(bundled, 'Déclaré alors'), under(bundled, 'Déclaré maintenant')]).toEqual([630, 570]);
      if (level === 'names') expect(readCells((await take({ preset: 'full' })).bytes)).toEqual(readCells(bytes));
    }
  });

  it('in the preset of finance names nobody, and is no look at anybody', async () => {
    await take();
    expect(await looksAt()).toEqual([]);
  });

  it('comes as CSV, which is no export to compare with', async () => {
    const csv = await take({ format: 'csv' });
    expect(csv.name).toBe('statement-2025-0001-finance.fr.csv');
    expect(new TextDecoder().decode(csv.bytes).split('\r\n')[1]).toContain('L1-2025-03,2025-03-01,points');
    await correct(-60, 'Formation interne.');
    expect(texts(await take())).toContain('Premier export de cet exercice');
  });

  it('is for finance of the company alone, and of a statement that is there', async () => {
    expect((await refusalOf(take({ by: hr }))).code).toBe('not-allowed');
    expect((await refusalOf(take({ number: '2025-0009' }))).code).toBe('unknown-statement');
  });
});
