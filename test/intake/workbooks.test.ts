// Workbooks with the oddities that programs and people put into them.
import { describe, expect, it } from 'vitest';
import { codes, read } from './read.ts';
import { rowOf, text, xlsxOf, xlsxParts, zipOf } from './workbook.ts';

const header = rowOf(text('Matricule'), text('Date'), text('Projet'), text('Heures'));
const line = (...cells: string[]) => rowOf(text('M0001'), ...cells);
const day = '<c s="1"><v>46307</v></c>';
const sheet = (xml: string, name = 'Oct') => xlsxOf([{ name, xml }]);
const entry = { sheet: 'Oct', row: 2, person: 'M0001', day: '2026-10-12', project: 'tdp-lib' };

describe('a workbook list', () => {
  it('is read where cells and rows carry no reference', async () => {
    const { entries, file } = await read(
      sheet(`<sheetData>${header}${line(day, text('tdp-lib'), '<c><v>7.5</v></c>')}</sheetData>`),
    );
    expect(entries).toEqual([{ ...entry, minutes: 450 }]);
    expect(file).toMatchObject({ kind: 'xlsx', sheets: ['Oct'] });
  });

  it('is read where a writer prefixes every element', async () => {
    const parts = xlsxParts([{ name: 'Oct', xml: '' }]);
    const body = `<sheetData>${header}${line(day, text('tdp-lib'), '<c><v>7.5</v></c>')}</sheetData>`;
    const prefixed = body.replace(/<(\/?)/g, '<$1x:');
    parts['xl/worksheets/sheet1.xml'] =
      `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${prefixed}</x:worksheet>`;
    expect((await read(zipOf(parts))).entries).toEqual([{ ...entry, minutes: 450 }]);
  });

  it('takes a cell without a number of a shared text for blank, and refuses a number that no text has', async () => {
    const withShared = (quantity: string): Uint8Array => {
      const parts = xlsxParts([
        { name: 'Oct', xml: `<sheetData>${header}${line(day, text('tdp-lib'), quantity)}</sheetData>` },
      ]);
      const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
      parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
        '</Relationships>',
        `<Relationship Id="sh" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      );
      parts['xl/sharedStrings.xml'] = '<sst><si><t>7:30</t></si></sst>';
      return zipOf(parts);
    };
    expect((await read(withShared('<c t="s"><v>0</v></c>'))).entries).toEqual([{ ...entry, minutes: 450 }]);
    expect(codes(await read(withShared('<c t="s"/>')))).toEqual(['2 not-a-duration']);
    await expect(read(withShared('<c t="s"><v>1</v></c>'))).rejects.toMatchObject({ code: 'not-a-spreadsheet' });
  });

  it('fills a merged person down, and never a merged duration', async () => {
    const xml = `<sheetData>${header}
      <row r="2"><c r="A2" t="inlineStr"><is><t>M0001</t></is></c><c r="B2" s="1"><v>46307</v></c><c r="C2" t="inlineStr"><is><t>tdp-lib</t></is></c><c r="D2"><v>7.5</v></c></row>
      <row r="3"><c r="B3" s="1"><v>46308</v></c><c r="C3" t="inlineStr"><is><t>tdp-ui</t></is></c></row>
      </sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="D2:D3"/></mergeCells>`;
    const reading = await read(sheet(xml));
    expect(reading.entries).toHaveLength(1);
    expect(codes(reading)).toEqual(['3 not-a-duration']);
    expect(reading.problems[0]?.detail.fr).toContain('cellule D3');
  });

  it('counts days from 1904 where the workbook says so, and durations from nowhere', async () => {
    const xml = `<sheetData>${header}${line('<c s="1"><v>44845</v></c>', text('tdp-lib'), '<c s="2"><v>0.3125</v></c>')}</sheetData>`;
    const { entries } = await read(xlsxOf([{ name: 'Oct', xml }], '<workbookPr date1904="1"/>'));
    expect(entries).toEqual([{ ...entry, minutes: 450 }]);
  });

  it('keeps the leading zeros of a number formatted 000000, and flattens rich text', async () => {
    const rich = '<c t="inlineStr"><is><r><t>tdp</t></r><r><t>-lib</t></r><rPh><t>X</t></rPh></is></c>';
    const xml = `<sheetData>${header}${rowOf('<c s="4"><v>1234</v></c>', day, rich, '<c><v>7</v></c>')}</sheetData>`;
    const { entries } = await read(sheet(xml));
    expect(entries).toMatchObject([{ person: '001234', project: 'tdp-lib', minutes: 420 }]);
  });

  it('asks for the column that is missing, at the header', async () => {
    const xml = `<sheetData>${rowOf(text('Matricule'), text('Date'), text('Heures'))}${line(day, '<c><v>7</v></c>')}</sheetData>`;
    const reading = await read(sheet(xml));
    expect(codes(reading)).toEqual(['1 missing-column']);
    expect(reading.totals).toMatchObject({ rows: 1, ready: 0, toFix: 1 });
  });

  it('warns where the file states another total than the sum of its lines', async () => {
    const total = rowOf(text('TOTAL'), '<c/>', '<c/>', '<c><v>9</v></c>');
    const xml = `<sheetData>${header}${line(day, text('Total Énergies'), '<c><v>7</v></c>')}${total}</sheetData>`;
    const reading = await read(sheet(xml));
    expect(reading.entries).toMatchObject([{ project: 'Total Énergies' }]);
    expect(reading.totals.fileTotalMinutes).toBe(540);
    expect(reading.problems).toMatchObject([{ row: 3, code: 'total-differs', blocking: false, value: '9:00' }]);
  });

  it('asks about a sheet of numbers without a header beside one that has it', async () => {
    const list = `<sheetData>${header}${line(day, text('tdp-lib'), '<c><v>7</v></c>')}</sheetData>`;
    const numbers = `<sheetData>${rowOf(text('a'), '<c><v>1</v></c>', '<c><v>2</v></c>')}</sheetData>`;
    const words = `<sheetData>${rowOf(text('Lisez-moi'))}</sheetData>`;
    const reading = await read(
      xlsxOf([
        { name: 'Oct', xml: list },
        { name: 'Divers', xml: numbers },
        { name: 'Notice', xml: words },
        { name: 'Ancien', xml: list, state: 'hidden' },
      ]),
    );
    expect(reading.problems).toMatchObject([{ sheet: 'Divers', code: 'unknown-column-layout', blocking: true }]);
    expect(reading.ignored).toContainEqual({ sheet: 'Notice', row: 1, why: 'title' });
    expect(reading.ignored).toContainEqual({ sheet: 'Ancien', row: null, why: 'hidden' });
  });
});

describe('a monthly grid', () => {
  const days = Array.from({ length: 31 }, (_, index) => `<c><v>${index + 1}</v></c>`).join('');
  const grid = (title: string, ...rows: string[]) =>
    `<sheetData>${rowOf(text(title))}${rowOf(text('Agent'), text('Projet'), days)}${rows.join('')}</sheetData>`;
  const blank = '<c/>';

  it('takes its month from its name and its year from the title', async () => {
    const xml = grid('Relevé 2026, unité : heure', rowOf(text('M0001'), text('tdp-lib'), blank, '<c><v>7.5</v></c>'));
    const { entries } = await read(sheet(xml, 'Octobre'));
    expect(entries).toEqual([
      { sheet: 'Octobre', row: 3, person: 'M0001', day: '2026-10-02', project: 'tdp-lib', minutes: 450 },
    ]);
  });

  it('asks for the year that nothing states, and takes the one given', async () => {
    const xml = grid('Relevé en jours', rowOf(text('M0001'), text('tdp-lib'), '<c><v>0.5</v></c>'));
    const asked = await read(sheet(xml, 'Octobre'));
    expect(codes(asked)).toEqual(['2 ambiguous-date']);
    expect(asked.totals).toMatchObject({ ready: 0, toFix: 1 });
    expect((await read(sheet(xml, 'Octobre'), { year: 2026 })).entries).toMatchObject([
      { day: '2026-10-01', halfDays: 1 },
    ]);
  });

  it('reports time on a day that the month does not have, and a leave code', async () => {
    const on31 = `<c r="AG3"><v>1</v></c>`;
    const xml = grid(
      'Février 2026, en jours',
      `<row r="3"><c r="A3" t="inlineStr"><is><t>M0001</t></is></c><c r="B3" t="inlineStr"><is><t>tdp-lib</t></is></c><c r="C3" t="inlineStr"><is><t>CP</t></is></c>${on31}</row>`,
    );
    const reading = await read(sheet(xml, 'F'));
    expect(reading.problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'C3 not-a-duration',
      'AG3 not-a-date',
    ]);
  });

  it('asks whether ones and halves are days or hours if nothing says', async () => {
    const xml = grid('Octobre 2026', rowOf(text('M0001'), text('tdp-lib'), '<c><v>1</v></c>', '<c><v>0.5</v></c>'));
    const reading = await read(sheet(xml, 'A'));
    expect(codes(reading)).toEqual(['3 ambiguous-duration', '3 ambiguous-duration']);
  });
});

describe('an OpenDocument workbook', () => {
  const cell = (value: string, attributes = 'office:value-type="string"') =>
    `<table:table-cell ${attributes}><text:p>${value}</text:p></table:table-cell>`;
  const ods = (rows: string, manifest = '') =>
    zipOf({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="m">${manifest}</manifest:manifest>`,
      'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Oct"><table:table-row>${['Matricule', 'Date', 'Projet', 'Durée'].map((name) => cell(name)).join('')}</table:table-row>${rows}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
    });
  const date = cell('12/10/2026', 'office:value-type="date" office:date-value="2026-10-12"');
  const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;

  it('is read with its dates and clock times, to the sheet’s end', async () => {
    const time = cell('07:20', 'office:value-type="time" office:time-value="PT07H20M00S"');
    const { entries, file } = await read(ods(row(cell('M0001'), date, cell('tdp-lib'), time)));
    expect(file).toMatchObject({ kind: 'ods', sheets: ['Oct'] });
    expect(entries).toEqual([{ ...entry, minutes: 440 }]);
  });

  it('lists hidden rows and reports formulas without a result', async () => {
    const never = '<table:table-cell table:formula="of:=3.5+4"/>';
    const hidden = row(cell('M0001'), date, cell('tdp-lib'), cell('7:00')).replace(
      '<table:table-row',
      '<table:table-row table:visibility="filter"',
    );
    const reading = await read(ods(`${hidden}${row(cell('M0001'), date, cell('tdp-lib'), never)}`));
    expect(reading.ignored).toContainEqual({ sheet: 'Oct', row: 2, why: 'hidden' });
    expect(codes(reading)).toEqual(['3 formula-without-result']);
  });

  it('is refused by name when it is encrypted', async () => {
    await expect(read(ods('', '<manifest:encryption-data/>'))).rejects.toMatchObject({ code: 'encrypted' });
  });
});
