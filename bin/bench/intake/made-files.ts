// The made lines as files: CSV as any program writes it, and a workbook whose texts are shared, as a spreadsheet program saves it.
import { closeSync, openSync, writeSync } from 'node:fs';
import { columns, type MadeLine, madeLines } from './made-lines.ts';
import { type Part, writeZip } from './write-zip.ts';

/** Lines handed to the disk at once. */
const batch = 20_000;

const csvField = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvLine = (cells: MadeLine): string => `${cells.map(csvField).join(',')}\n`;

export function writeCsv(path: string, lines: number): void {
  const file = openSync(path, 'w');
  let waiting = [csvLine(columns)];
  for (const line of madeLines(lines)) {
    waiting.push(csvLine(line));
    if (waiting.length < batch) continue;
    writeSync(file, waiting.join(''));
    waiting = [];
  }
  writeSync(file, waiting.join(''));
  closeSync(file);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const xmlText = (text: string): string => text.replace(/[&<>"']/g, (sign) => escaped[sign]!);

/** Texts once each, in the order of their first use. */
function sharedTexts(): { readonly at: (text: string) => number; readonly part: () => string[] } {
  const known = new Map<string, number>();
  return {
    at: (text) => {
      const found = known.get(text);
      if (found !== undefined) return found;
      known.set(text, known.size);
      return known.size - 1;
    },
    part: () => [
      `${declaration}\n<sst xmlns="${main}" count="${known.size}" uniqueCount="${known.size}">`,
      ...known.keys().map((text) => `<si><t>${xmlText(text)}</t></si>`),
      '</sst>',
    ],
  };
}

/** Hours are numbers; the day is a text, as most exports write it. */
export function writeXlsx(path: string, lines: number): void {
  const texts = sharedTexts();
  const hours = columns.indexOf('hours');
  const row = (cells: MadeLine, number: number): string => {
    const inside = cells.map((text, column) => {
      const reference = `${String.fromCharCode(65 + column)}${number}`;
      return column === hours && number > 1
        ? `<c r="${reference}"><v>${text}</v></c>`
        : `<c r="${reference}" t="s"><v>${texts.at(text)}</v></c>`;
    });
    return `<row r="${number}" spans="1:${cells.length}" x14ac:dyDescent="0.25">${inside.join('')}</row>`;
  };
  const rows = [
    `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetFormatPr defaultRowHeight="15" outlineLevelRow="0" outlineLevelCol="0" x14ac:dyDescent="55"/><sheetData>`,
    row(columns, 1),
  ];
  let number = 1;
  for (const line of madeLines(lines)) {
    number += 1;
    rows.push(row(line, number));
  }
  rows.push(
    '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="portrait" horizontalDpi="4294967295" verticalDpi="4294967295" scale="100" fitToWidth="1" fitToHeight="1"/></worksheet>',
  );
  // The sheet before its texts: a reader that streams has to cope with that order.
  writeZip(path, [
    ...frame,
    { name: 'xl/worksheets/sheet1.xml', text: rows },
    { name: 'xl/sharedStrings.xml', text: texts.part() },
  ]);
}

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const relationships = (...inside: readonly string[]): string[] => [
  `${declaration}\n<Relationships xmlns="${packages}/relationships">${inside.join('')}</Relationships>`,
];
const override = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;

/** The small parts of a workbook of one sheet. */
const frame: readonly Part[] = [
  {
    name: '[Content_Types].xml',
    text: [
      `${declaration}\n<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
      override('workbook', 'sheet.main'),
      override('worksheets/sheet1', 'worksheet'),
      override('styles', 'styles'),
      override('sharedStrings', 'sharedStrings'),
      '</Types>',
    ],
  },
  { name: '_rels/.rels', text: relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')) },
  {
    name: 'xl/workbook.xml',
    text: [
      `${declaration}\n<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="timesheet" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: relationships(
      relationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relationship('rId2', 'styles', 'styles.xml'),
      relationship('rId3', 'sharedStrings', 'sharedStrings.xml'),
    ),
  },
  {
    name: 'xl/styles.xml',
    text: [
      `${declaration}\n<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" xfId="0"/></cellXfs></styleSheet>`,
    ],
  },
];
