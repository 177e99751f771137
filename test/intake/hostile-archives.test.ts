// Archives made to harm: each must be refused by the guard, quickly, with a code of its own.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../lib/intake/zip.ts';
import { read } from './read.ts';
import { rowOf, text, xlsxOf, xlsxParts, zipOf } from './workbook.ts';

const header = rowOf(text('Matricule'), text('Date'), text('Projet'), text('Heures'));
const line = rowOf(text('M1'), text('12/10/2026'), text('p'), '<c><v>7</v></c>');
const good = xlsxOf([{ name: 'Oct', xml: `<sheetData>${header}${line}</sheetData>` }]);

const refusal = async (bytes: Uint8Array): Promise<string> =>
  read(bytes).then(
    () => 'read',
    (error: { code?: string }) => error.code ?? 'fault',
  );

/** Where the n-th directory entry starts. */
function entryAt(bytes: Uint8Array, n: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = view.getUint32(bytes.length - 6, true);
  for (let entry = 0; entry < n; entry += 1) {
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at;
}

function changed(edit: (view: DataView, entry: number) => void, n = 0): Uint8Array {
  const bytes = good.slice();
  edit(new DataView(bytes.buffer), entryAt(bytes, n));
  return bytes;
}

describe('the zip guard', () => {
  it('lets a plain workbook through', async () => {
    expect(await refusal(good)).toBe('read');
  });

  it('refuses a part that declares more than a timesheet holds', async () => {
    expect(await refusal(changed((view, at) => view.setUint32(at + 24, 97_000_000, true)))).toBe('zip-bomb');
  });

  it('refuses a part that holds more than it declares, and one that holds less', async () => {
    expect(await refusal(changed((view, at) => view.setUint32(at + 24, 5, true)))).toBe('zip-bomb');
    expect(await refusal(changed((view, at) => view.setUint32(at + 24, 900_000, true)))).toBe('not-a-spreadsheet');
  });

  it('refuses a part that grows more than two hundred times', async () => {
    const spaces = { ...xlsxParts([{ name: 'Oct', xml: '' }]), 'xl/worksheets/sheet1.xml': ' '.repeat(3_000_000) };
    expect(await refusal(zipOf(spaces))).toBe('zip-bomb');
  });

  it('refuses encrypted parts, unknown compressions and zip64', async () => {
    expect(await refusal(changed((view, at) => view.setUint16(at + 8, 1, true)))).toBe('encrypted');
    expect(await refusal(changed((view, at) => view.setUint16(at + 10, 14, true)))).toBe('not-a-spreadsheet');
    expect(await refusal(changed((view, at) => view.setUint32(at + 24, 0xffffffff, true)))).toBe('not-a-spreadsheet');
  });

  it('refuses parts that overlap', async () => {
    const overlapping = changed((view, at) => view.setUint32(at + 42, 0, true), 1);
    expect(await refusal(overlapping)).toBe('zip-bomb');
  });

  it('refuses more parts than a workbook has', () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`p${index}`, new Uint8Array(1)]));
    expect(() => openArchive(zipSync(many))).toThrow(/zip-bomb/);
  });

  it.each(['../x', '/x', 'a/../x', 'a\0b', 'a\\b', '__proto__', 'a/__proto__/b'])(
    'refuses the part name %j',
    (name) => {
      // A zip library would mend such a name: it is written over a harmless one of the same length.
      const harmless = strToU8('#'.repeat(strToU8(name).length));
      const patched = zipSync({ zz: strToU8('x'), [new TextDecoder().decode(harmless)]: strToU8('x') });
      for (let at = 0; at + harmless.length <= patched.length; at += 1) {
        if (harmless.every((byte, index) => patched[at + index] === byte)) patched.set(strToU8(name), at);
      }
      expect(() => openArchive(patched)).toThrow(/not-a-spreadsheet/);
    },
  );

  it('refuses bytes before the archive, and an archive cut short', async () => {
    expect(() => openArchive(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, ...good]))).toThrow(/not-a-spreadsheet/);
    expect(await refusal(good.slice(0, good.length - 30))).toBe('not-a-spreadsheet');
  });

  it('never throws anything but a refusal, whichever byte is changed', async () => {
    for (let at = 0; at < good.length; at += 7) {
      const bytes = good.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
      expect(await refusal(bytes)).not.toBe('fault');
    }
  });
});

describe('hostile XML in a sound archive', () => {
  const sheet = (xml: string) => xlsxOf([{ name: 'Oct', xml }]);

  it('is refused with a document type', async () => {
    const parts = xlsxParts([{ name: 'Oct', xml: '' }]);
    parts['xl/worksheets/sheet1.xml'] = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>';
    expect(await refusal(zipOf(parts))).toBe('zip-bomb');
  });

  it('costs nothing with a merged range or a column over the whole sheet', async () => {
    const body = `<sheetData>${header}${line}</sheetData>`;
    const started = performance.now();
    const { entries } = await read(
      sheet(
        `<cols><col min="1" max="2000000000"/></cols>${body}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      ),
    );
    expect(entries).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is refused with rows out of order, or a cell beyond the columns', async () => {
    const row = (n: number) => `<row r="${n}"><c><v>1</v></c></row>`;
    expect(await refusal(sheet(`<sheetData>${row(5)}${row(4)}</sheetData>`))).toBe('not-a-spreadsheet');
    expect(await refusal(sheet('<sheetData><row r="1"><c r="BI1"><v>1</v></c></row></sheetData>'))).toBe('too-large');
  });
});
