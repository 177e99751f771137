// The workbook in LibreOffice: every formula worked out anew, without the results that we stored, and compared with them.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellName } from '../../lib/intake/cell.ts';
import { readXlsx, workbookPart } from '../../lib/intake/xlsx.ts';
import { openArchive } from '../../lib/intake/zip.ts';
import { readDisclosures } from '../../lib/statement/read-disclosures.ts';
import { presets, renderXlsx } from '../../lib/statement/render-xlsx.ts';
import { disclosuresAt } from '../../lib/statement/sd-jwt.ts';
import { sheetsOf } from '../intake/sheets.ts';
import { readCells } from '../statement/cells.ts';
import { carryIn, giftStatement } from '../statement/sample-gifts.ts';
import { build, sampleUnder, sha256 } from '../statement/sample-statement.ts';
import { sampleCorrections, sampleEntries, workbookInput } from '../statement/workbook-input.ts';
import { type IssuedSample, issueSample } from './issued.ts';
import { describeWithProgram, programs, run } from './programs.ts';

let sample: IssuedSample;
beforeAll(async () => {
  sample = await issueSample();
});
afterAll(() => rmSync(sample.folder, { recursive: true, force: true }));

/** What the ledger adds to a payload. */
const around = {
  kid: 'kid',
  jwsSha256: 'jws',
  jsonSha256: 'json',
  trust: 'self',
  registrar: 'nobody',
  seenAt: null,
  isTest: true,
  language: 'en',
} as const;

/** The same workbook without any stored result: whoever shows a number has worked it out. */
function withoutResults(workbook: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(workbook)).map(([name, bytes]) => {
    const isSheet = name.startsWith('xl/worksheets/');
    return [name, isSheet ? strToU8(strFromU8(bytes).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')) : bytes] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

/** `Détail!E4` → its value, as our reader finds it. */
function valuesOf(workbook: Uint8Array): Map<string, string> {
  const archive = openArchive(workbook);
  return new Map(
    sheetsOf(readXlsx(archive, workbookPart(archive)!)).flatMap(({ sheet, rows }) =>
      rows.flatMap(({ number, cells }) =>
        cells.flatMap((cell, i): [string, string][] =>
          cell === undefined ? [] : [[`${sheet.name}!${cellName(sheet, number, i)}`, cell.text]],
        ),
      ),
    ),
  );
}

/** Under the names of the files: each workbook as LibreOffice works it out, without our results. */
function workedOut(workbooks: Readonly<Record<string, Uint8Array>>): Map<string, Map<string, string>> {
  const folder = sample.path('again');
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(workbooks).map(([name, workbook]) => {
    const path = sample.path(`${name}.xlsx`);
    writeFileSync(path, withoutResults(workbook));
    return path;
  });
  // A profile of its own: a LibreOffice that somebody has open would swallow the call.
  const profile = `-env:UserInstallation=file://${sample.path('profile')}`;
  const to = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', folder];
  run(programs.libreoffice.command, profile, '--headless', ...to, ...files);
  return new Map(Object.keys(workbooks).map((name) => [name, valuesOf(readFileSync(`${folder}/${name}.xlsx`))]));
}

function expectSame(workbook: Uint8Array, again: ReadonlyMap<string, string>): void {
  for (const { sheet, address, value } of readCells(workbook).filter(({ formula }) => formula !== null)) {
    const found = again.get(`${sheet}!${address}`);
    if (typeof value === 'string') expect([sheet, address, found]).toEqual([sheet, address, value]);
    else expect(Number(found), `${sheet}!${address}`).toBeCloseTo(value!, 9);
  }
}

describeWithProgram('LibreOffice', programs.libreoffice, () => {
  it('opens both presets in both languages at every level, and adds up what was signed', {
    timeout: 180_000,
  }, async () => {
    const workbooks: Record<string, Uint8Array> = {};
    for (const language of ['fr', 'en'] as const) {
      for (const level of ['totals', 'lines', 'names'] as const) {
        for (const preset of presets) {
          workbooks[`${preset}-${level}-${language}`] = await renderXlsx({
            ...workbookInput(level, language),
            ...{ preset, corrections: sampleCorrections, entries: sampleEntries },
          });
        }
      }
    }
    const again = workedOut(workbooks);
    for (const [name, workbook] of Object.entries(workbooks)) {
      expectSame(workbook, again.get(name)!);
      const isFrench = name.endsWith('fr');
      const sheet = isFrench ? 'Contrôle' : 'Control';
      const cells = readCells(workbook).filter((cell) => cell.sheet === sheet && /^IF\(/.test(cell.formula ?? ''));
      expect(cells.length, name).toBeGreaterThan(5);
      for (const { address } of cells) expect(again.get(name)!.get(`${sheet}!${address}`), name).toBe('OK');
    }
    const finance = again.get('finance-lines-fr')!;
    const cells = [...finance].filter(([cell]) => cell.startsWith('Détail!')).map(([, text]) => text);
    expect(cells).toContain('4012345');
    expect(cells).toContain('52000');
  });

  it('works out every formula of the workbook to the result that we stored', { timeout: 180_000 }, () => {
    const original = readFileSync(sample.path('statement.xlsx'));
    const stripped = withoutResults(original);
    const formulas = readCells(original).filter(({ formula }) => formula !== null);
    expect(readCells(stripped).filter(({ formula, value }) => formula !== null && value !== null)).toEqual([]);
    expect(formulas.length).toBeGreaterThan(150);
    expectSame(original, workedOut({ stripped: original }).get('stripped')!);
  });

  it('works the computation out to the cent at every level, with aid deducted and under the other reading', {
    timeout: 180_000,
  }, async () => {
    const workbooks: Record<string, Uint8Array> = {};
    for (const reading of ['credit', 'deduction'] as const) {
      const { payload, disclosures } = build(sampleUnder(reading, 1_234_567));
      for (const level of ['totals', 'lines', 'names'] as const) {
        const shown = disclosuresAt(level, disclosures).map(({ encoded }) => encoded);
        const read = readDisclosures(payload, shown, sha256);
        workbooks[`${reading}-${level}`] = await renderXlsx({ payload, ...read, ...around });
      }
    }
    const again = workedOut(workbooks);
    for (const [name, workbook] of Object.entries(workbooks)) {
      const cells = readCells(workbook).filter(({ sheet, formula }) => sheet === 'Computation' && formula !== null);
      expect(cells.length, name).toBeGreaterThan(20);
      expectSame(workbook, again.get(name)!);
      const control = [...again.get(name)!]
        .filter(([cell]) => /^Control!F(?:2[0-9]|3[0-9])$/.test(cell))
        .map(([, text]) => text);
      expect(
        control.filter((text) => text === 'OK'),
        name,
      ).toHaveLength(3);
    }
  });

  it('works a year of gifts out to the cent: nothing brought forward, excesses lost and used, one that is left', {
    timeout: 180_000,
  }, async () => {
    const workbooks: Record<string, Uint8Array> = {};
    for (const [name, brought] of Object.entries({ none: [], all: carryIn, left: carryIn.slice(2) })) {
      workbooks[`gifts-${name}`] = await renderXlsx({
        ...{ payload: giftStatement(brought), level: 'totals', lines: null, names: null, signatories: null },
        ...around,
      });
    }
    const again = workedOut(workbooks);
    for (const [name, workbook] of Object.entries(workbooks)) expectSame(workbook, again.get(name)!);
  });
});
