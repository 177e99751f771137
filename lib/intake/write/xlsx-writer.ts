// A workbook written as a stream of rows, the same bytes each time (ECMA-376): exact numbers, notes, links within the file.

import { xmlAttribute, xmlHead, xmlText } from '../../model/xml-text.ts';
import { columnName } from '../cell.ts';
import type { MergedRange } from '../merges.ts';
import { fractionOfDay, type SheetSetting, serialOf, type WrittenCell, type WrittenValue } from './written-cell.ts';
import { blocksOf, type Note, notesDrawing, notesXml } from './xlsx-notes.ts';
import { makeStyles } from './xlsx-styles.ts';
import { zipWriter } from './zip-writer.ts';

export interface XlsxRow {
  /** 1-based; each one above the last. */
  readonly number: number;
  /** By column, from 0. */
  readonly cells: readonly (WrittenCell | undefined)[];
  readonly hidden?: boolean;
  /** Points. */
  readonly height?: number;
}

/** What stands behind the rows of a sheet. */
export interface SheetEnd {
  readonly merges?: readonly MergedRange[];
  readonly notes?: readonly Note[];
  /** From a cell to a place of this workbook, such as `'Mars 2026'!F14`. */
  readonly links?: readonly { readonly row: number; readonly column: number; readonly to: string }[];
  /** First and last row of a table with buttons that filter, and how many columns it has. */
  readonly filter?: { readonly top: number; readonly bottom: number; readonly columns: number };
}

interface XlsxSheet {
  readonly row: (row: XlsxRow) => void;
  readonly close: (end?: SheetEnd) => void;
}

export interface XlsxWriter {
  /** One sheet at a time: the one before must be closed. Names must be admissible and differ. */
  readonly sheet: (setting: SheetSetting) => XlsxSheet;
  readonly finish: () => Uint8Array;
}

interface WorkbookSetting {
  readonly title: string;
  readonly language: 'fr' | 'en';
  /** Serial numbers count from 1904. */
  readonly date1904: boolean;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Texts kept once for the whole workbook; further ones stand in their cells, so that memory stays bounded. */
const sharedTexts = 50_000;

/** `Mars 2026` → `'Mars 2026'`, as places in formulas and links name a sheet. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** Merged ranges that share a cell make a file that Excel repairs: the first one stays. */
function apart(ranges: readonly MergedRange[]): MergedRange[] {
  const lastRow = new Map<number, number>();
  return [...ranges]
    .sort((a, b) => a.top - b.top || a.left - b.left)
    .filter(({ top, bottom, left, right }) => {
      if (top < 1 || left < 0 || bottom < top || right < left || (top === bottom && left === right)) return false;
      if (bottom > 1_048_576 || right >= 16_384) return false;
      for (let column = left; column <= right; column += 1) if ((lastRow.get(column) ?? 0) >= top) return false;
      for (let column = left; column <= right; column += 1) lastRow.set(column, bottom);
      return true;
    });
}

const cellOf = (row: number, column: number): string => `${columnName(column)}${row}`;

interface WrittenSheet {
  readonly setting: SheetSetting;
  readonly hasNotes: boolean;
  readonly filter: SheetEnd['filter'];
}

export function xlsxWriter({ title, language, date1904 }: WorkbookSetting): XlsxWriter {
  const zip = zipWriter();
  const styles = makeStyles();
  const texts = new Map<string, number>();
  const sheets: WrittenSheet[] = [];
  let nextBlock = 1;

  const part = (name: string, xml: string): void => {
    const writer = zip.open(name);
    writer.write(xml);
    writer.close();
  };

  const valueXml = (value: WrittenValue): { readonly type: string; readonly inside: string } => {
    switch (value.kind) {
      case 'text': {
        const known = texts.get(value.text);
        if (known === undefined && texts.size >= sharedTexts) {
          return { type: 'inlineStr', inside: `<is><t xml:space="preserve">${xmlText(value.text)}</t></is>` };
        }
        if (known === undefined) texts.set(value.text, texts.size);
        return { type: 's', inside: `<v>${known ?? texts.size - 1}</v>` };
      }
      case 'number':
        return { type: 'n', inside: `<v>${value.text}</v>` };
      case 'day':
        return { type: 'n', inside: `<v>${serialOf(value.day)}</v>` };
      case 'clock':
        return { type: 'n', inside: `<v>${fractionOfDay(value.minutes)}</v>` };
      case 'error':
        return { type: 'e', inside: `<v>${xmlText(value.error)}</v>` };
      case 'formula': {
        const formula = `<f>${xmlText(value.formula)}</f>`;
        if (value.result === null) return { type: 'n', inside: formula };
        if (value.result.kind === 'text') {
          return { type: 'str', inside: `${formula}<v>${xmlText(value.result.text)}</v>` };
        }
        const result = valueXml(value.result);
        return { type: result.type, inside: `${formula}${result.inside}` };
      }
    }
  };

  const cellXml = (row: number, column: number, { value, look }: WrittenCell): string => {
    const style = styles.of(look);
    const attributes = `r="${cellOf(row, column)}"${style === 0 ? '' : ` s="${style}"`}`;
    if (value === null) return style === 0 ? '' : `<c ${attributes}/>`;
    const { type, inside } = valueXml(value);
    return `<c ${attributes}${type === 'n' ? '' : ` t="${type}"`}>${inside}</c>`;
  };

  const openSheet = (setting: SheetSetting): XlsxSheet => {
    const number = sheets.length + 1;
    const writer = zip.open(`xl/worksheets/sheet${number}.xml`);
    const blanks = setting.widths.map((_, column) => styles.of(setting.blanks?.[column]?.look));
    writer.write(sheetHead(setting, blanks, number === 1));
    return {
      row: ({ number: row, cells, hidden, height }) => {
        const sized = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
        const inside = cells.map((cell, column) => (cell === undefined ? '' : cellXml(row, column, cell)));
        writer.write(`<row r="${row}"${sized}${hidden ? ' hidden="1"' : ''}>${inside.join('')}</row>`);
      },
      close: ({ merges = [], notes = [], links = [], filter } = {}) => {
        writer.write('</sheetData>');
        if (filter !== undefined) {
          writer.write(`<autoFilter ref="A${filter.top}:${cellOf(filter.bottom, filter.columns - 1)}"/>`);
        }
        const kept = apart(merges);
        if (kept.length > 0) {
          writer.write(`<mergeCells count="${kept.length}">`);
          for (const { top, bottom, left, right } of kept) {
            writer.write(`<mergeCell ref="${cellOf(top, left)}:${cellOf(bottom, right)}"/>`);
          }
          writer.write('</mergeCells>');
        }
        if (links.length > 0) {
          const each = links.map(
            ({ row, column, to }) => `<hyperlink ref="${cellOf(row, column)}" location="${xmlAttribute(to)}"/>`,
          );
          writer.write(`<hyperlinks>${each.join('')}</hyperlinks>`);
        }
        writer.write(sheetFoot(setting, notes.length > 0));
        writer.close();
        if (notes.length > 0) {
          part(`xl/comments${number}.xml`, notesXml(notes));
          part(`xl/drawings/vmlDrawing${number}.vml`, notesDrawing(notes, setting.widths, nextBlock));
          part(
            `xl/worksheets/_rels/sheet${number}.xml.rels`,
            relationshipsXml([
              ['d', 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
              ['n', 'comments', `../comments${number}.xml`],
            ]),
          );
          nextBlock += blocksOf(notes);
        }
        sheets.push({ setting, hasNotes: notes.length > 0, filter });
      },
    };
  };

  return {
    sheet: openSheet,
    finish: () => {
      const strings = zip.open('xl/sharedStrings.xml');
      strings.write(`${xmlHead}<sst xmlns="${main}" uniqueCount="${texts.size}">`);
      for (const known of texts.keys()) strings.write(`<si><t xml:space="preserve">${xmlText(known)}</t></si>`);
      strings.write('</sst>');
      strings.close();
      part('xl/styles.xml', styles.xml());
      part('xl/workbook.xml', workbookXml(sheets, date1904));
      part(
        'xl/_rels/workbook.xml.rels',
        relationshipsXml([
          ...sheets.map((_, at) => [`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
          ['styles', 'styles', 'styles.xml'],
          ['texts', 'sharedStrings', 'sharedStrings.xml'],
        ]),
      );
      part('docProps/core.xml', coreXml(title, language));
      part(
        '_rels/.rels',
        `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="w" Type="${relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
      );
      part('[Content_Types].xml', contentTypesXml(sheets));
      return zip.finish();
    },
  };
}

function sheetHead(
  { widths, frozenRows, gridLines, hidden }: SheetSetting,
  blanks: readonly number[],
  isFirst: boolean,
): string {
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  const view = `<sheetView${gridLines ? '' : ' showGridLines="0"'}${isFirst && !hidden ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  const columns = widths.map((width, at) => {
    const style = blanks[at] === 0 ? '' : ` style="${blanks[at]}"`;
    return `<col min="${at + 1}" max="${at + 1}" width="${width}"${style} customWidth="1"/>`;
  });
  return [
    `${xmlHead}<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews>${pane === '' ? `${view}/>` : `${view}>${pane}</sheetView>`}</sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    '<sheetData>',
  ].join('');
}

/** Printed on A4, as wide as the page, with the sheet’s name and the number of the page below. */
const sheetFoot = ({ orientation }: SheetSetting, hasNotes: boolean): string =>
  [
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${orientation}" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
    hasNotes ? '<legacyDrawing r:id="d"/>' : '',
    '</worksheet>',
  ].join('');

function workbookXml(sheets: readonly WrittenSheet[], date1904: boolean): string {
  const list = sheets.map(
    ({ setting: { name, hidden } }, at) =>
      `<sheet name="${xmlAttribute(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="s${at + 1}"/>`,
  );
  const names = sheets.flatMap(({ setting: { name, frozenRows }, filter }, at) => {
    const own = (what: string, place: string, more = ''): string =>
      `<definedName name="_xlnm.${what}" localSheetId="${at}"${more}>${xmlText(`${quotedSheet(name)}!${place}`)}</definedName>`;
    return [
      ...(filter === undefined
        ? []
        : [
            own(
              '_FilterDatabase',
              `$A$${filter.top}:$${columnName(filter.columns - 1)}$${filter.bottom}`,
              ' hidden="1"',
            ),
          ]),
      ...(frozenRows === 0 ? [] : [own('Print_Titles', `$1:$${frozenRows}`)]),
    ];
  });
  const active = Math.max(
    0,
    sheets.findIndex(({ setting }) => setting.hidden !== true),
  );
  return [
    `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/>`,
    `<bookViews><workbookView activeTab="${active}"/></bookViews>`,
    `<sheets>${list.join('')}</sheets>`,
    names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`,
    '<calcPr fullCalcOnLoad="1"/></workbook>',
  ].join('');
}

const relationshipsXml = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${xmlHead}<Relationships xmlns="${packageRelations}">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const coreXml = (title: string, language: string): string =>
  `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Communs</dc:creator><dc:language>${language}</dc:language></cp:coreProperties>`;

function contentTypesXml(sheets: readonly WrittenSheet[]): string {
  const override = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return [
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override('xl/workbook.xml', `${contentType}.sheet.main+xml`),
    ...sheets.flatMap(({ hasNotes }, at) => [
      override(`xl/worksheets/sheet${at + 1}.xml`, `${contentType}.worksheet+xml`),
      ...(hasNotes ? [override(`xl/comments${at + 1}.xml`, `${contentType}.comments+xml`)] : []),
    ]),
    override('xl/styles.xml', `${contentType}.styles+xml`),
    override('xl/sharedStrings.xml', `${contentType}.sharedStrings+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    '</Types>',
  ].join('');
}
