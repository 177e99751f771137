// Templates and copies with marks in LibreOffice: what it saves again, in the three formats, reads as what we wrote.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { markedCopy } from '../../lib/intake/marked-copy.ts';
import type { Reading } from '../../lib/intake/reading.ts';
import { templateFiles, timesheetTemplate } from '../../lib/intake/templates/timesheet-template.ts';
import { asPreviewProblem } from '../../lib/use-cases/posting-problem.ts';
import { read } from '../intake/read.ts';
import { describeWithProgram, programs, run } from './programs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'communs-outside-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filters = { xlsx: 'xlsx:Calc MS Excel 2007 XML', ods: 'ods' } as const;

/** One call for all: starting LibreOffice takes longer than what it does. @returns the saved copies, by name without ending */
function savedAgain(files: ReadonlyMap<string, Uint8Array>, format: keyof typeof filters): Map<string, Uint8Array> {
  const [from, to] = [join(folder, `from-${format}`), join(folder, `to-${format}`)];
  for (const path of [from, to]) mkdirSync(path, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(from, name), bytes);
  run(
    programs.libreoffice.command,
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    ...['--convert-to', filters[format], '--outdir', to],
    ...[...files.keys()].map((name) => join(from, name)),
  );
  return new Map(
    [...files.keys()].map((name) => [name, readFileSync(join(to, name.replace(/\.\w+$/, `.${format}`)))] as const),
  );
}

/** What is posted, and where it stands. */
const toldBy = ({ entries, problems }: Reading) => ({
  entries,
  problems: problems.map(({ sheet, cell, code }) => ({ sheet, cell, code })),
});

describeWithProgram('LibreOffice', programs.libreoffice, () => {
  it.each(['xlsx', 'ods'] as const)(
    'opens every workbook among the templates, and what it saves as %s reads the same',
    { timeout: 180_000 },
    async (format) => {
      // Two endings of one name would be one file to it.
      const files = new Map(
        [...templateFiles]
          .filter(([, choice]) => choice.format !== 'csv')
          .map(([name, { format: own, language, shape }]) => [
            `${own}-${name}`,
            timesheetTemplate(own, language, shape).bytes,
          ]),
      );
      const saved = savedAgain(files, format);
      expect(saved.size).toBe(8);
      for (const [name, bytes] of files) {
        const again = toldBy(await read(saved.get(name)!, { name }));
        expect({ name, ...again }).toEqual({ name, ...toldBy(await read(bytes, { name })) });
        expect(again.problems).toEqual([]);
      }
    },
  );

  it('opens a copy with marks: notes, links and list are there, and what it saves reads the same', {
    timeout: 180_000,
  }, async () => {
    const bytes = new TextEncoder().encode(
      'Matricule;Date;Projet;Heures\r\nM1;02/03/2026;commun;7h75\r\nM1;31/11/2026;commun;7:00\r\nM2;03/03/2026;commun;0\r\nM2;04/03/2026;commun;=1+1\r\n',
    );
    const { problems, understood } = await read(bytes);
    const marks = problems.map(asPreviewProblem);
    const copy = await markedCopy({ file: { name: 'x.csv', bytes }, marks, tables: understood.tables, language: 'fr' });
    const saved = savedAgain(new Map([['copie.xlsx', copy]]), 'ods').get('copie.xlsx')!;
    expect(toldBy(await read(saved))).toEqual(toldBy(await read(copy)));
    const flat = savedAgain(new Map([['copie.xlsx', copy]]), 'xlsx').get('copie.xlsx')!;
    const parts = Object.entries(unzipSync(flat)).map(([name, part]) => ({ name, xml: strFromU8(part) }));
    const part = (pattern: RegExp): string => parts.find(({ name }) => pattern.test(name))?.xml ?? '';
    expect(part(/^xl\/comments/)).toContain('« 7h75 » n’est pas une durée');
    expect(part(/sheet1\.xml$/).replaceAll('&apos;', "'")).toContain(`ref="C7" location="'Feuille 1'!D2"`);
  });
});
