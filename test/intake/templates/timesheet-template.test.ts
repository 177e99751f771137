// Each template is read by our own reader as it stands: no problem, and exactly the sample lines.
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { caps } from '../../../lib/intake/caps.ts';
import type { Entry } from '../../../lib/intake/entry.ts';
import { findListHeader } from '../../../lib/intake/header.ts';
import { sampleGrid, sampleLines } from '../../../lib/intake/templates/template-words.ts';
import { templateFiles, timesheetTemplate } from '../../../lib/intake/templates/timesheet-template.ts';
import type { Language } from '../../../lib/model/text.ts';
import { read } from '../read.ts';

type Told = Partial<Pick<Entry, 'person' | 'day' | 'project' | 'comment' | 'written' | 'dayTotalMinutes'>> & {
  minutes?: number;
  halfDays?: number;
};

const listed = (language: Language): Told[] =>
  sampleLines.map(({ person, day, project, minutes, comment, written, dayTotalMinutes }) => ({
    ...{ person, day, project, minutes, written },
    ...(comment[language] !== '' && { comment: comment[language] }),
    ...(dayTotalMinutes !== null && { dayTotalMinutes }),
  }));

const gridded: Told[] = sampleGrid.flatMap(({ person, project, halfDays }) =>
  Object.entries(halfDays).map(([day, amount]) => ({
    ...{ person, project, day: `2026-03-${day.padStart(2, '0')}` },
    halfDays: amount,
  })),
);

const told = ({ sheet: _, row: __, ...entry }: Entry): Told => entry;

describe.each([...templateFiles])('the template %s', (name, { format, language, shape }) => {
  const template = timesheetTemplate(format, language, shape);

  it('is read without a problem, and gives exactly its sample lines', async () => {
    const { file, entries, problems, ignored } = await read(template.bytes, { name });
    expect(template.name).toBe(name);
    expect(problems).toEqual([]);
    expect(entries.map(told)).toEqual(shape === 'list' ? listed(language) : gridded);
    expect(file.kind).toBe(format);
    // The meanings are a page of words; nothing else is set aside but the title of a grid.
    expect(ignored.filter(({ why }) => why !== 'title' && why !== 'blank')).toEqual([]);
    if (format !== 'csv') expect(file.sheets).toHaveLength(1);
  });

  it('is the same to the byte each time', () => {
    expect(timesheetTemplate(format, language, shape).bytes).toEqual(template.bytes);
  });
});

describe('a template in XLSX', () => {
  it('opens in another program: real dates and durations, a header that stays in view, and the meaning of each field', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(timesheetTemplate('xlsx', 'fr').bytes) as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Feuille de temps', 'Signification']);
    const [list, meanings] = workbook.worksheets;
    expect(list?.getCell('C2').value).toEqual(new Date('2026-03-02T00:00:00Z'));
    expect(list?.getCell('C2').numFmt).toBe('dd/mm/yyyy');
    expect(list?.getCell('E3').numFmt).toBe('[h]:mm');
    expect(list?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(list?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true });
    expect(list?.pageSetup.printTitlesRow).toBe('1:1');
    const explained = meanings?.getColumn(1).values.filter((value) => typeof value === 'string');
    const headers = [1, 2, 3, 4, 5, 6, 7, 8].map((column) => list?.getCell(1, column).value);
    expect(explained).toEqual(expect.arrayContaining(headers));
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined())));
  });

  it('has a sheet of meanings that no row of could be taken for a header', async () => {
    for (const [, { format, language, shape }] of templateFiles) {
      if (format !== 'xlsx') continue;
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(Buffer.from(timesheetTemplate('xlsx', language, shape).bytes) as never);
      const rows: Parameters<typeof findListHeader>[0][number][] = [];
      workbook.worksheets[1]?.eachRow((row, number) => {
        const cells = Array.from({ length: row.cellCount }, (_, at) => {
          const { text } = row.getCell(at + 1);
          return text === '' ? undefined : ({ kind: 'text', text } as const);
        });
        rows.push({ number, aside: null, cells });
      });
      expect(rows.length).toBeLessThan(caps.headerRows);
      expect(findListHeader(rows)).toBeNull();
    }
  });
});

describe('a template in ODS', () => {
  const { bytes } = timesheetTemplate('ods', 'fr');

  it('begins with its type, not packed, so that programs know it by its first bytes', () => {
    expect(new TextDecoder().decode(bytes.subarray(30, 84))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    );
  });

  it('holds days and durations as such, and says that it is OpenDocument 1.3', () => {
    const parts = unzipSync(bytes);
    const content = new TextDecoder().decode(parts['content.xml']);
    expect(content).toContain('office:value-type="date" office:date-value="2026-03-02"');
    expect(content).toContain('office:value-type="time" office:time-value="PT03H30M00S"');
    expect(content).toContain('office:version="1.3"');
    const manifest = new TextDecoder().decode(parts['META-INF/manifest.xml']);
    for (const name of Object.keys(parts)) {
      if (name !== 'mimetype' && !name.startsWith('META-INF/')) expect(manifest).toContain(`full-path="${name}"`);
    }
  });
});

describe('a template in CSV', () => {
  it('is what Excel of the country opens: mark, separator, decimal sign, line ends', () => {
    const textOf = (language: Language, shape: 'list' | 'grid'): string =>
      Buffer.from(timesheetTemplate('csv', language, shape).bytes).toString('utf8');
    expect(textOf('fr', 'list')).toMatch(
      /^\uFEFFMatricule;Nom complet;Date;Projet;Heures;.*\r\nR-101;Alex Exemple;02\/03\/2026;/,
    );
    expect(textOf('fr', 'grid')).toContain(';0,5;');
    expect(textOf('en', 'list')).toMatch(
      /^\uFEFFEmployee ID,Full name,Date,Project,Hours,.*\r\nR-101,Alex Exemple,2026-03-02,/,
    );
    expect(textOf('en', 'grid')).toContain(',0.5,');
  });
});
