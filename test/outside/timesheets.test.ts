// Timesheets that LibreOffice wrote, in its own format, in Excel's and as text: each reads the same as what it was made from.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Entry } from '../../lib/intake/entry.ts';
import type { Ignored } from '../../lib/intake/reading.ts';
import { codes, read } from '../intake/read.ts';
import { ods, type Table, type Value, xlsx } from '../intake/zoo/tables.ts';
import { describeWithProgram, programs, run } from './programs.ts';

const day = (n: number): Value => ({ day: `2026-10-${String(n).padStart(2, '0')}` });

const list: Table = {
  name: 'Relevé d’octobre',
  rows: [
    ['Relevé des temps passés – octobre 2026'],
    [],
    ['Matricule', 'Nom complet', 'Date', 'Libellé projet', 'Durée', 'Commentaire'],
    ['M1', 'Éloïse Lecœur', day(12), 'Socle d’échange', { minutes: 450 }, 'œuvre « à façon »; 50 €'],
    [null, null, day(13), 'tdp-lib', { minutes: 440, clock: true }, null],
    ['M2', 'Zoé Fictif', '14/10/2026', 'tdp-lib', '7h30', 'un\ndeux'],
    ['M2', 'Zoé Fictif', day(15), 'tdp-lib', { minutes: 1440 }, null],
    ['Total', null, null, null, { minutes: 2780 }, null],
  ],
  merges: ['A4:A5', 'B4:B5'],
};

const hours: Table = {
  name: 'Heures',
  rows: [
    ['Matricule', 'Date', 'Projet', 'Heures'],
    ['M1', day(12), 'p', 7.2],
    ['M1', day(13), 'p', { formula: '3.5+4.1', result: 7.6 }],
    ['M2', day(12), 'p', 0.1],
    ['TOTAL', null, null, { formula: 'SUM(D2:D4)', result: 14.9 }],
  ],
};

const days: Table = {
  name: 'Jours',
  rows: [
    ['Matricule', 'Date', 'Projet', 'Jours'],
    ['M1', day(12), 'p', 1],
    ['M1', day(13), 'p', 0.5],
    ['M2', day(12), 'p', '½'],
  ],
};

const shares: Table = {
  name: 'Quotité',
  rows: [
    ['Matricule', 'Date', 'Projet', 'Quotité'],
    ['M1', day(12), 'p', { percent: 50 }],
    ['M1', day(13), 'p', { percent: 100 }],
  ],
};

const hidden: Table = {
  name: 'Masqué',
  rows: [
    ['Matricule', 'Date', 'Projet', 'Heures', 'Coût'],
    ['M1', day(12), 'p', 7.2, 500],
    ['M1', day(13), 'p', 5, 400],
    ['M2', day(12), 'p', 6, 450],
  ],
  hiddenRows: [3],
  hiddenColumns: [4],
};

const grid: Table = {
  name: 'Octobre 2026',
  rows: [
    ['Relevé, unité : jour'],
    ['Agent', 'Projet', ...Array.from({ length: 31 }, (_, index) => index + 1), 'Total'],
    ['M1', 'p', null, 1, null, null, 0.5, ...Array.from({ length: 26 }, () => null), 1.5],
    ['M2', 'p', 'X', 1, ...Array.from({ length: 29 }, () => null), 2],
    ['TOTAL', null, 1, 2, null, null, 0.5, ...Array.from({ length: 26 }, () => null), 3.5],
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'communs-calc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Commas, every cell as it is shown, UTF-8, all sheets apart: LibreOffice's options for text. */
const formats = {
  ods: 'ods',
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  csv: 'csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true,false',
} as const;

/** @returns the files that LibreOffice makes of these, by name, in one format */
function converted(files: Readonly<Record<string, Uint8Array>>, format: keyof typeof formats): Map<string, Uint8Array> {
  const into = join(folder, format);
  mkdirSync(into, { recursive: true });
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  run(programs.libreoffice.command, profile, '--headless', '--convert-to', formats[format], '--outdir', into, ...paths);
  return new Map(
    Object.keys(files).map((name) => [name, readFileSync(join(into, name.replace(/\.\w+$/, `.${format}`)))]),
  );
}

/** Without the sheet, which a text file does not have. */
const told = (entries: readonly Entry[]) => entries.map(({ sheet: _, ...entry }) => entry);

const aside = (ignored: readonly Ignored[]) => ignored.filter(({ why }) => why !== 'blank');

describeWithProgram('LibreOffice', programs.libreoffice, () => {
  const options = { dayMinutes: 420 };
  const originals: Readonly<Record<string, Uint8Array>> = {
    'liste.xlsx': xlsx([list]),
    'heures.xlsx': xlsx([hours]),
    'heures-1904.xlsx': xlsx([hours], true),
    'jours.xlsx': xlsx([days]),
    'quotite.xlsx': xlsx([shares]),
    'masque.xlsx': xlsx([hidden]),
    'grille.xlsx': xlsx([grid]),
    'liste-ods.ods': ods([list]),
    'grille-ods.ods': ods([grid]),
  };

  it.each(['ods', 'xlsx'] as const)(
    'writes workbooks as %s that read the same',
    { timeout: 180_000 },
    async (format) => {
      for (const [name, bytes] of converted(originals, format)) {
        const before = await read(originals[name] ?? new Uint8Array(), options);
        const after = await read(bytes, options);
        expect(before.entries.length, name).toBeGreaterThan(1);
        expect(after.file.kind, name).toBe(format);
        expect(after.entries, name).toEqual(before.entries);
        expect(codes(after), name).toEqual(codes(before));
        // Blank rows need not be written.
        const { ignored: _, ...totals } = before.totals;
        expect(after.totals, name).toMatchObject(totals);
        expect(aside(after.ignored), name).toEqual(aside(before.ignored));
      }
    },
  );

  it('writes text that reads the same, but for what text cannot hold', { timeout: 180_000 }, async () => {
    // Text has neither merged nor hidden cells; what they held is written out or lost by the program that wrote it.
    const { 'masque.xlsx': _, 'liste.xlsx': __, 'liste-ods.ods': ___, ...others } = originals;
    for (const [name, bytes] of converted(others, 'csv')) {
      const before = await read(others[name] ?? new Uint8Array(), { ...options, year: 2026 });
      // Nothing of the sheet's name is left: the grid's title does not say its month.
      if (name.startsWith('grille')) {
        expect(codes(await read(bytes, options)), name).toEqual(['2 ambiguous-date']);
        continue;
      }
      const after = await read(bytes, options);
      expect(told(after.entries), name).toEqual(told(before.entries));
      expect(after.totals.fileTotalMinutes, name).toBe(before.totals.fileTotalMinutes);
    }
  });
});
