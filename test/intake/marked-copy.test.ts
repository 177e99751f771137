// The copy with marks: what HR sees on it, and that it reads as the original does.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { caps } from '../../lib/intake/caps.ts';
import type { Mark } from '../../lib/intake/copy/mark.ts';
import { markedCopy } from '../../lib/intake/marked-copy.ts';
import type { Problem, Reading } from '../../lib/intake/reading.ts';
import type { Language } from '../../lib/model/text.ts';
import { asPreviewProblem } from '../../lib/use-cases/posting-problem.ts';
import { describeWithShared } from '../shared.ts';
import { read } from './read.ts';
import { rowOf, text, xlsxOf, zipOf } from './workbook.ts';

interface Copied {
  readonly original: Reading;
  readonly copy: Uint8Array;
  readonly again: Reading;
}

async function copied(bytes: Uint8Array | string, language: Language = 'fr'): Promise<Copied> {
  const original = await read(bytes);
  const copy = await markedCopy({
    file: { name: 'heures', bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes },
    marks: original.problems.map(asPreviewProblem),
    language,
  });
  return { original, copy, again: await read(copy) };
}

async function opened(copy: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(copy) as never);
  return workbook;
}

/** A text file has neither sheet nor cells; its copy has. */
const placeless = ({ sheet: _, cell: __, detail: ___, ...problem }: Problem) => problem;
const withoutSheet = ({ sheet: _, ...entry }: Reading['entries'][number]) => entry;
const withoutDetail = ({ detail: _, ...problem }: Problem) => problem;

function sameInCells({ original, again }: Copied): void {
  expect(again.entries).toEqual(original.entries);
  expect(again.problems.map(withoutDetail)).toEqual(original.problems.map(withoutDetail));
  expect(again.totals.fileTotalMinutes).toBe(original.totals.fileTotalMinutes);
}

function sameInText({ original, again }: Copied): void {
  expect(again.entries.map(withoutSheet)).toEqual(original.entries.map(withoutSheet));
  expect(again.problems.map(placeless)).toEqual(original.problems.map(placeless));
}

const noteOf = (cell: ExcelJS.Cell | undefined): string =>
  typeof cell?.note === 'object' ? (cell.note.texts ?? []).map(({ text: piece }) => piece).join('') : '';

const fillOf = (cell: ExcelJS.Cell | undefined): string | undefined =>
  cell?.fill?.type === 'pattern' && cell.fill.pattern === 'solid' ? cell.fill.fgColor?.argb : undefined;

const header = rowOf(text('Matricule'), text('Date'), text('Projet'), text('Heures'), text('Commentaire'));
const sheetXml = (rows: string, rest = ''): string => `<sheetData>${rows}</sheetData>${rest}`;
const number = (value: string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;

describe('the copy', () => {
  const file = xlsxOf([
    {
      name: 'Mars',
      xml: sheetXml(
        [
          header,
          rowOf(text('M1'), number('46083', 1), text('commun'), number('0.3125', 2), text('=1+1')),
          rowOf(text('M1'), text('31/11/2026'), text(''), text('7h75'), text('deux fautes')),
          rowOf(text('M2'), number('46084', 1), text('commun'), text('0'), text('')),
        ].join(''),
      ),
    },
  ]);

  it('marks what must be fixed and what is to be confirmed in two ways, each with its sentence in the language asked for', async () => {
    const { copy } = await copied(file);
    const sheet = (await opened(copy)).getWorksheet('Mars');
    const [fix, also, confirm] = [sheet?.getCell('D3'), sheet?.getCell('B3'), sheet?.getCell('D4')];
    expect(noteOf(fix)).toBe('À corriger\n« 7h75 » n’est pas une durée. Écrivez par exemple 7:45 ou 7,75.');
    expect(noteOf(also)).toMatch(/^À corriger\n« 31\/11\/2026 » n’est pas une date/);
    expect(noteOf(sheet?.getCell('C3'))).toMatch(/^À corriger\nLe projet manque/);
    expect(noteOf(confirm)).toMatch(/^À confirmer\n« 0 » ne déclare aucun temps/);
    expect(fillOf(fix)).toBe(fillOf(also));
    expect(new Set([fillOf(fix), fillOf(confirm), fillOf(sheet?.getCell('D2'))]).size).toBe(3);
    // Printed in grey, the border still tells.
    expect([fix?.border.top?.style, confirm?.border.top?.style]).toEqual(['medium', 'mediumDashed']);
    const english = (await opened((await copied(file, 'en')).copy)).getWorksheet('Mars');
    expect(noteOf(english?.getCell('D3'))).toBe('To fix\n“7h75” is not a duration. Write for example 7:45 or 7.75.');
  });

  it('begins with a list of all problems, each with a link to its cell', async () => {
    const { copy, original } = await copied(file);
    const list = (await opened(copy)).worksheets[0];
    expect(list?.name).toBe('À corriger');
    expect(list?.getCell('A2').text).toBe('3 à corriger, 1 à confirmer');
    const lines = [7, 8, 9, 10].map((row) => [1, 2, 3, 4].map((column) => list?.getCell(row, column).text));
    expect(lines).toEqual(
      original.problems.map(({ cell, value, blocking }) => [
        blocking ? 'À corriger' : 'À confirmer',
        'Mars',
        cell,
        value ?? '',
      ]),
    );
    const sheet = new TextDecoder().decode(unzipSync(copy)['xl/worksheets/sheet1.xml']);
    for (const { cell } of original.problems) expect(sheet).toContain(`location="'Mars'!${cell}"`);
  });

  it('keeps days, durations, percentages, leading zeros and texts as what they are', async () => {
    const { copy } = await copied(
      xlsxOf([
        {
          name: 'Mars',
          xml: sheetXml(
            header +
              rowOf(number('42', 4), number('46083', 1), text('commun'), number('0.3125', 2), text('=1+1')) +
              rowOf(text('M2'), number('46084', 1), text('commun'), number('0.5', 3), number('7.199999999999999')),
          ),
        },
      ]),
    );
    const sheet = (await opened(copy)).getWorksheet('Mars');
    expect(sheet?.getCell('A2').numFmt).toBe('000000');
    expect(sheet?.getCell('B2').value).toEqual(new Date('2026-03-02T00:00:00Z'));
    expect(sheet?.getCell('B2').numFmt).toBe('dd/mm/yyyy');
    expect(sheet?.getCell('D2').numFmt).toBe('[h]:mm');
    expect(sheet?.getCell('E2').value).toBe('=1+1');
    expect(sheet?.getCell('E2').formula).toBeUndefined();
    expect(sheet?.getCell('D3').numFmt).toBe('0%');
    expect(sheet?.getCell('E3').value).toBe(7.199999999999999);
  });

  it('keeps merged ranges merged and hidden rows and sheets hidden; a mark on a covered cell goes to the one that shows', async () => {
    const { copy, ...readings } = await copied(
      xlsxOf([
        {
          name: 'Mars',
          xml: sheetXml(
            header +
              `<row r="2"><c r="A2" t="inlineStr"><is><t>M1</t></is></c><c r="B2" s="1"><v>46083</v></c><c r="C2" t="inlineStr"><is><t>commun</t></is></c><c r="D2" s="2"><v>0.25</v></c></row>` +
              `<row r="3"><c r="B3" s="1"><v>46084</v></c><c r="C3" t="inlineStr"><is><t>commun</t></is></c><c r="D3" t="inlineStr"><is><t>RTT</t></is></c></row>` +
              `<row r="4" hidden="1"><c r="A4" t="inlineStr"><is><t>M1</t></is></c></row>`,
            '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
          ),
        },
        { name: 'Ancien', state: 'hidden', xml: sheetXml(header) },
      ]),
    );
    sameInCells({ copy, ...readings });
    const workbook = await opened(copy);
    const sheet = workbook.getWorksheet('Mars');
    expect(sheet?.model.merges).toEqual(['A2:A3']);
    expect(sheet?.getRow(4).hidden).toBe(true);
    expect(workbook.getWorksheet('Ancien')?.state).toBe('hidden');
    const marks: Mark[] = [{ ...asPreviewProblem(readings.original.problems[0] as Problem), cell: 'A3' }];
    const rows =
      header + rowOf(text('M1'), text('02/03/2026'), text('commun'), text('7:00')) + rowOf('<c r="B3"/>', text('x'));
    // Of two ranges that overlap one is kept: with both, Excel repairs the file.
    const merges = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="D2:E2"/><mergeCell ref="E2:E3"/></mergeCells>';
    const bytes = xlsxOf([{ name: 'Mars', xml: sheetXml(rows, merges) }]);
    const moved = (
      await opened(await markedCopy({ file: { name: 'heures', bytes }, marks, language: 'fr' }))
    ).getWorksheet('Mars');
    expect(moved?.model.merges).toEqual(['A2:A3', 'D2:E2']);
    expect(noteOf(moved?.getCell('A2'))).toMatch(/^À corriger/);
  });

  it('puts a problem that names no cell on the one that holds what it is about, else on the first', async () => {
    const place = { sheet: 'Mars', row: 2, column: null, cell: null } as const;
    const detail = { fr: 'Feuille « Mars », ligne 2 : inconnu.', en: "Sheet 'Mars', row 2: unknown." };
    const mark = (value: string): Mark => ({ ...place, value, severity: 'must-fix', detail });
    const marks = [mark('commun'), mark('330 min')];
    const sheet = (
      await opened(await markedCopy({ file: { name: 'heures', bytes: file }, marks, language: 'en' }))
    ).getWorksheet('Mars');
    expect([noteOf(sheet?.getCell('C2')), noteOf(sheet?.getCell('A2'))]).toEqual([
      'To fix\nUnknown.',
      'To fix\nUnknown.',
    ]);
  });

  it('of a text file marks the column that the problem names', async () => {
    const { copy } = await copied('Matricule;Date;Projet;Heures\r\nM1;02/03/2026;commun;RTT\r\n');
    const sheet = (await opened(copy)).worksheets[1];
    expect(noteOf(sheet?.getCell('D2'))).toMatch(/^À corriger/);
    expect(sheet?.getCell('B2').value).toBe('02/03/2026');
  });

  it('gives its list another name where the file has a sheet so called, and that sheet is read', async () => {
    const lines = header + rowOf(text('M1'), text('02/03/2026'), text('commun'), text('RTT'));
    const all = await copied(xlsxOf([{ name: 'à corriger', xml: sheetXml(lines) }]));
    expect((await opened(all.copy)).worksheets.map(({ name }) => name)).toEqual(['À corriger (2)', 'à corriger']);
    sameInCells(all);
  });

  it('of a copy has one list, not two, and the marks that are left', async () => {
    const { copy } = await copied(file);
    const { copy: second, ...readings } = await copied(copy);
    expect((await opened(second)).worksheets.map(({ name }) => name)).toEqual(['À corriger', 'Mars']);
    sameInCells({ copy: second, ...readings });
    expect(second).toEqual(copy);
  });

  it('does not read its list as hours, even where cells of it are words that head columns', async () => {
    const rows = ['Heures', 'Date', 'Projet'].map((word) =>
      rowOf(text('Matricule'), text(word), text('Projet'), text('Heures')),
    );
    const all = await copied(xlsxOf([{ name: 'Heures', xml: sheetXml(header + rows.join('')) }]));
    expect(all.original.problems.length).toBeGreaterThan(2);
    sameInCells(all);
    expect(all.again.ignored).toContainEqual({ sheet: 'À corriger', row: null, why: 'title' });
  });

  it('keeps a sum a sum, and what was never calculated or went wrong as it was', async () => {
    const formula = (inside: string, type = 'n'): string => `<c t="${type}">${inside}</c>`;
    const all = await copied(
      xlsxOf([
        {
          name: 'Mars',
          xml: sheetXml(
            header +
              rowOf(text('M1'), text('02/03/2026'), text('commun'), formula('<f>3.5+4</f>')) +
              rowOf(text('M1'), text('03/03/2026'), text('commun'), formula('<f>A9</f><v>#REF!</v>', 'e')) +
              rowOf(
                text('M1'),
                text('04/03/2026'),
                text('commun'),
                formula('<f>WEBSERVICE("https://example.org")</f>'),
              ) +
              rowOf(text('M1'), text('05/03/2026'), text('commun'), number('7.5')) +
              `<row><c r="D6"><f>SUM(D2:D5)</f><v>7.5</v></c></row>`,
          ),
        },
      ]),
    );
    expect(all.again.problems.map(({ code, cell }) => `${cell} ${code}`)).toEqual(
      all.original.problems.map(({ code, cell }) => `${cell} ${code}`),
    );
    expect(all.again.entries).toEqual(all.original.entries);
    expect(all.again.ignored.filter(({ why }) => why === 'total')).toHaveLength(1);
    const sheet = (await opened(all.copy)).getWorksheet('Mars');
    expect(sheet?.getCell('D2').formula).toBe('3.5+4');
    // The total follows what is corrected above it.
    expect(sheet?.getCell('D6').formula).toBe('SUM(D2:D5)');
    expect(sheet?.getCell('D6').result).toBe(7.5);
    // Nothing that reaches out of the file is written into another one.
    expect(sheet?.getCell('D4').formula).toBe('NA()');
  });

  it('explains so many cells that its own guard lets it in again, and marks and lists the others all the same', async () => {
    const lines = Array.from(
      { length: 4_000 },
      (_, at) => `M${at};02/03/2026;commun;${'RTT, congé ou récupération '.repeat(3)}`,
    );
    const { copy, original, again } = await copied(`Matricule;Date;Projet;Heures\r\n${lines.join('\r\n')}`);
    expect(original.problems).toHaveLength(4_000);
    expect(again.problems.map(placeless)).toEqual(original.problems.map(placeless));
    const [list, sheet] = (await opened(copy)).worksheets;
    expect(list?.getCell('C4006').text).toBe('D4001');
    expect(fillOf(sheet?.getCell('D4001'))).toBe(fillOf(sheet?.getCell('D2')));
    expect(noteOf(sheet?.getCell('D2'))).toMatch(/^À corriger/);
  });

  it.each([
    ['of:=SUM([.D2:.D3];[.D5])', 'SUM(D2:D3,D5)'],
    ["of:=SUM(['file:///etc/passwd'#$Feuille1.A1:.A9])", 'SUM(7.5)'],
  ])('writes the total %s of a file in ODS as %s', async (formula, written) => {
    const cells = ['M1', '2026-03-02', 'commun', '7:30'].map(odsText).join('');
    const head = ['Matricule', 'Date', 'Projet', 'Heures'].map(odsText).join('');
    const total = `<table:table-cell table:number-columns-repeated="3"/><table:table-cell table:formula="${formula}" office:value-type="float" office:value="7.5"/>`;
    const rows = [head, cells, total].map((inside) => `<table:table-row>${inside}</table:table-row>`);
    const { copy } = await copied(odsOf('Mars 2026', rows.join('')));
    const cell = (await opened(copy)).getWorksheet('Mars 2026')?.getCell('D3');
    expect([cell?.formula, cell?.result]).toEqual([written, 7.5]);
  });

  it('refuses a text file with more lines than a workbook may have', async () => {
    const bytes = new TextEncoder().encode('a\n'.repeat(caps.workbookRows + 1));
    await expect(markedCopy({ file: { name: 'heures', bytes }, marks: [], language: 'fr' })).rejects.toMatchObject({
      code: 'too-many-rows',
    });
  });
});

const odsText = (label: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${label}</text:p></table:table-cell>`;

const odsOf = (sheet: string, rows: string): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': '<manifest/>',
    'content.xml': `<office:document-content><table:table table:name="${sheet}">${rows}</table:table></office:document-content>`,
  });

describe('any file', { timeout: 60_000 }, () => {
  const word = fc.constantFrom(
    'M1',
    'M2',
    'alix@exemple.org',
    'commun',
    '=1+1',
    '@x',
    'Total',
    'Sous-total',
    'é;"\'<&>',
    'ligne\nsuivante',
    '',
  );
  const day = fc.constantFrom('02/03/2026', '2026-03-04', '31/11/2026', '03/04', '5 mars 2026', 'hier', '');
  const quantity = fc.constantFrom('7:30', '7h30', '7,5', '7.20', '0', '-2', '25', 'RTT', '0,5 j', '7h75', '');
  const line = fc.tuple(word, day, word, quantity, word);
  const lines = fc.array(line, { minLength: 1, maxLength: 8 });
  const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

  it('in CSV reads the same from its copy', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.constantFrom(';', ',', '\t'), async (rows, separator) => {
        const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
        const head = ['Matricule', 'Date', 'Projet', 'Heures', 'Commentaire'];
        const all = [head, ['M1', '02/03/2026', 'commun', '6:00', ''], ...rows];
        sameInText(await copied(all.map((fields) => fields.map(quoted).join(separator)).join('\r\n')));
      }),
      { numRuns: 60 },
    );
  });

  const cell = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.oneof(word, day, quantity).map((value) => (value === '' ? '<c/>' : text(escaped(value)))),
    },
    fc.constantFrom(
      number('46083', 1),
      number('0.3125', 2),
      number('0.5', 3),
      number('42', 4),
      number('7.199999999999999'),
      number('1E3'),
    ),
    fc.constantFrom(
      '<c t="e"><v>#N/A</v></c>',
      '<c><f>A1</f></c>',
      '<c t="b"><v>1</v></c>',
      '<c><f>SUM(D2:D3)</f><v>15</v></c>',
    ),
    fc.constant(text('x'.repeat(caps.cellCharacters + 1))),
  );
  const row = fc.record({
    cells: fc.array(cell, { minLength: 1, maxLength: 6 }),
    hidden: fc.boolean(),
    skip: fc.nat(2),
  });
  const merge = fc.tuple(fc.nat(4), fc.nat(6), fc.nat(2), fc.nat(2));
  const sheet = fc.record({ rows: fc.array(row, { maxLength: 7 }), merges: fc.array(merge, { maxLength: 3 }) });

  it('in XLSX reads the same from its copy, at the same cells', async () => {
    const names = ['Mars 2026', 'À corriger', 'L&apos;équipe'];
    const good = rowOf(text('M1'), number('46083', 1), text('commun'), number('0.25', 2), text('fin'));
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), fc.boolean(), async (sheets, is1904) => {
        const made = sheets.map(({ rows, merges }, at) => {
          let last = 2;
          const written = rows.map(({ cells, hidden, skip }) => {
            last += 1 + skip;
            return `<row r="${last}"${hidden ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
          });
          const ranges = merges.map(([left, top, wide, high]) => {
            const name = (column: number, line: number): string => `${'ABCDEFGHI'[column]}${line + 2}`;
            return `<mergeCell ref="${name(left, top)}:${name(left + wide, top + high)}"/>`;
          });
          const body = sheetXml(header + good + written.join(''), `<mergeCells>${ranges.join('')}</mergeCells>`);
          return { name: names[at] ?? '', xml: body };
        });
        const bytes = xlsxOf(made, is1904 ? '<workbookPr date1904="1"/>' : '');
        const all = await copied(bytes);
        // A too long text is known by its beginning only, and two ranges that overlap cannot both stay.
        const overlap = sheets.some(({ merges }) => merges.length > 1);
        if (!overlap) sameInCells(all);
        else expect(all.again.entries.length + all.again.totals.toFix).toBeGreaterThan(0);
      }),
      { numRuns: 80 },
    );
  });

  it('in ODS reads the same from its copy, at the same cells', async () => {
    const odsCell = fc.oneof(
      fc
        .oneof(word, quantity)
        .map((value) =>
          value === ''
            ? '<table:table-cell/>'
            : `<table:table-cell office:value-type="string"><text:p>${escaped(value).replaceAll('\n', '</text:p><text:p>')}</text:p></table:table-cell>`,
        ),
      fc.constantFrom(
        '<table:table-cell office:value-type="float" office:value="7.25"/>',
        '<table:table-cell office:value-type="percentage" office:value="0.5"/>',
        '<table:table-cell office:value-type="time" office:time-value="PT07H30M00S"/>',
        '<table:table-cell table:formula="of:=[.D2]*2"/>',
        '<table:table-cell table:formula="of:=SUM([.D2:.D3];[.D5])" office:value-type="float" office:value="7.5"/>',
        '<table:table-cell table:formula="of:=SUM([.D2:.D3])"/>',
      ),
    );
    const odsDay = fc
      .constantFrom('2026-03-02', '2026-03-05', '1899-12-30', '2026-02-30')
      .map((date) => `<table:table-cell office:value-type="date" office:date-value="${date}"/>`);
    const odsRow = fc
      .tuple(odsCell, odsDay, odsCell, odsCell)
      .map((cells) => `<table:table-row>${cells.join('')}</table:table-row>`);
    const head = ['Matricule', 'Date', 'Projet', 'Heures'].map(odsText).join('');
    // A file of totals alone is no timesheet: one line always claims time.
    const good = `<table:table-row>${['M1', '02/03/2026', 'commun', '6:00'].map(odsText).join('')}</table:table-row>`;
    await fc.assert(
      fc.asyncProperty(fc.array(odsRow, { minLength: 1, maxLength: 6 }), async (rows) => {
        const bytes = odsOf('Mars 2026', `<table:table-row>${head}</table:table-row>${good}${rows.join('')}`);
        const { original, again } = await copied(bytes);
        expect(again.entries).toEqual(original.entries);
        expect(again.problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual(
          original.problems.map(({ cell, code }) => `${cell} ${code}`),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describeWithShared('the files that HR departments send', 'the folder of timesheets', (folder) => {
  const files = readdirSync(join(folder, 'data/intake')).filter((name) => /\.(csv|txt|xlsx|ods)$/.test(name));

  it.each(files)('%s reads the same from its copy, or is refused as itself', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, 'data/intake', name)));
    const refused = await read(bytes).then(
      () => null,
      (error: { readonly code: string }) => error.code,
    );
    if (refused !== null) {
      await expect(markedCopy({ file: { name: 'heures', bytes }, marks: [], language: 'fr' })).rejects.toMatchObject({
        code: refused,
      });
      return;
    }
    const all = await copied(bytes);
    if (all.original.file.kind === 'csv') sameInText(all);
    else sameInCells(all);
  });
});
