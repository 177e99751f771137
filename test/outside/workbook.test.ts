// The workbook in LibreOffice: every formula worked out anew, without the results that we stored, and compared with them.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellName } from '../../lib/intake/cell.ts';
import { readXlsx, workbookPart } from '../../lib/intake/xlsx.ts';
import { openArchive } from '../../lib/intake/zip.ts';
import { sheetsOf } from '../intake/sheets.ts';
import { readCells } from '../statement/cells.ts';
import { type IssuedSample, issueSample } from './issued.ts';
import { describeWithProgram, programs, run } from './programs.ts';

let sample: IssuedSample;
beforeAll(async () => {
  sample = await issueSample();
});
afterAll(() => rmSync(sample.folder, { recursive: true, force: true }));

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

describeWithProgram('LibreOffice', programs.libreoffice, () => {
  it('works out every formula of the workbook to the result that we stored', { timeout: 180_000 }, () => {
    const original = readFileSync(sample.path('statement.xlsx'));
    const stripped = withoutResults(original);
    const formulas = readCells(original).filter(({ formula }) => formula !== null);
    expect(readCells(stripped).filter(({ formula, value }) => formula !== null && value !== null)).toEqual([]);
    writeFileSync(sample.path('stripped.xlsx'), stripped);
    mkdirSync(sample.path('again'));
    // A profile of its own: a LibreOffice that somebody has open would swallow the call.
    run(
      programs.libreoffice.command,
      `-env:UserInstallation=file://${sample.path('profile')}`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      sample.path('again'),
      sample.path('stripped.xlsx'),
    );
    const again = valuesOf(readFileSync(sample.path('again/stripped.xlsx')));
    expect(formulas.length).toBeGreaterThan(150);
    for (const { sheet, address, value } of formulas) {
      const found = again.get(`${sheet}!${address}`);
      if (typeof value === 'string') expect([sheet, address, found]).toEqual([sheet, address, value]);
      else expect(Number(found), `${sheet}!${address}`).toBeCloseTo(value!, 9);
    }
  });
});
