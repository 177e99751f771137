// `communs compare` on an embedded ledger: a preview in words, and for programs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communs, communsJson, type RefusedJson } from './communs.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-compare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = ['--data', join(folder, 'ledger')];
const company = ['--company', '999001001'];
const words = ['compare', ...company, '--year', '2025', ...data];

beforeAll(async () => {
  const path = join(folder, 'file.txt');
  for (const kind of ['registry', 'company', 'secondments', 'pay']) {
    writeFileSync(path, (await communs([kind, '--template'])).out);
    const place = kind === 'registry' || kind === 'company' ? [] : company;
    expect((await communs([kind, path, ...place, ...data])).exitCode).toBe(0);
  }
  const timesheet = join(folder, 'mars.csv');
  writeFileSync(timesheet, 'Matricule;Date;Projet;Heures\nR-101;04/03/2025;projet-exemple;7');
  const posted = await communs(['import', timesheet, ...company, '--year', '2025', ...data]);
  expect(posted).toMatchObject({ exitCode: 0 });
}, 60_000);

interface Row {
  readonly scheme: string;
  readonly reading: string | null;
  readonly counted: { readonly minutes: number };
  readonly relief?: object;
  readonly simulation?: object;
}

describe('communs compare', () => {
  it('is a preview in every block, says simulation over a proposal, and why the CIR is only compared', async () => {
    const { exitCode, out } = await communs(words);
    expect(exitCode).toBe(0);
    expect(out).toContain('ni numéro, ni signature');
    const blocks = out.trim().split('\n\n').slice(1);
    expect(blocks.map((block) => block.split('\n')[0])).toEqual([
      'Aperçu – Proposé\u202f: simulation, aucun effet juridique',
      'Aperçu – En vigueur',
      'Aperçu – Pour comparaison, par année civile',
    ]);
    expect(blocks[2]).toContain('n° 390652');
    const { out: english } = await communs([...words, '--lang', 'en']);
    expect(english).toContain('Preview – Proposed: simulation, no legal effect');
    expect(english).toContain('Corporate tax rate: 25% (certainty M)');
  });

  it('gives programs the amounts of a proposal under simulation, those of a law under relief', async () => {
    const { json } = await communsJson<{ readonly preview: boolean; readonly rows: readonly Row[] }>(words);
    expect(json.preview).toBe(true);
    for (const { scheme, relief, simulation } of json.rows) {
      if (scheme === 'digital-commons-investor') expect([relief, typeof simulation]).toEqual([undefined, 'object']);
      else expect(simulation).toBeUndefined();
    }
    const cir = json.rows.find(({ scheme }) => scheme === 'cir-244-quater-b');
    expect(cir).toMatchObject({ counted: { minutes: 420 }, relief: { net: { corporateTax: null } } });
    expect(json.rows[0]).toMatchObject({ counted: { minutes: 0 } });
    const declared = await communsJson<{ readonly rows: readonly Row[] }>([...words, '--support', 'declared']);
    expect(declared.json.rows[0]).toMatchObject({ counted: { minutes: 420 } });
  });

  it('refuses a reading or a year that it does not know, and says which there are', async () => {
    const unknown = await communsJson<RefusedJson>([...words, '--support', 'hearsay']);
    expect([unknown.exitCode, unknown.json.refused.code]).toEqual([2, 'wrong-usage']);
    expect(unknown.json.refused.detail).toContain('foundation, foundation-or-trace, declared');
    const empty = await communsJson<RefusedJson>(['compare', ...company, '--year', '2019', ...data]);
    expect([empty.exitCode, empty.json.refused.code]).toEqual([1, 'nothing-to-state']);
  });

  it('neither prepare nor issue can be asked for another reading of what carries an entry', async () => {
    for (const act of ['prepare', 'issue']) {
      const asked = [act, ...company, '--year', '2025', '--scheme', 'none', '--as', 'finance-exemple', ...data];
      const { exitCode, json } = await communsJson<RefusedJson>([...asked, '--support', 'declared']);
      expect([exitCode, json.refused.code]).toEqual([2, 'wrong-usage']);
    }
  });
});
