// One table, written in each of the formats that HR sends: as a workbook of Excel or of LibreOffice, or as text in any encoding.
import { strToU8, zipSync } from 'fflate';
import { cellName } from '../../../lib/intake/cell.ts';
import { daysBetween } from '../../../lib/model/calendar.ts';
import { xlsxParts, zipOf } from '../workbook.ts';

/** What a cell holds. A bare string is text, a bare number has no format. */
export type Value =
  | string
  | number
  | null
  | { readonly day: string }
  /** A number formatted as a time, `[h]:mm` unless `clock` says hh:mm. */
  | { readonly minutes: number; readonly clock?: true }
  /** 50 → 50 % */
  | { readonly percent: number }
  /** `result` absent: never calculated. */
  | { readonly formula: string; readonly result?: number | string; readonly error?: string }
  /** Several pieces of one text, each in a format of its own. */
  | { readonly rich: readonly string[] };

export interface Table {
  readonly name?: string;
  readonly hidden?: true;
  readonly rows: readonly (readonly Value[])[];
  /** `A2:A4` */
  readonly merges?: readonly string[];
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  /** From 0. */
  readonly hiddenColumns?: readonly number[];
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const at = (row: number, column: number): string => cellName({ name: '' }, row, column) ?? '';

function xlsxCell(value: Value, place: string, epoch: string): string {
  const cell = (inside: string, attributes = '') => `<c r="${place}"${attributes}>${inside}</c>`;
  const run = (text: string) => `<t xml:space="preserve">${escapeXml(text)}</t>`;
  if (value === null) return '';
  if (typeof value === 'string') return cell(`<is>${run(value)}</is>`, ' t="inlineStr"');
  if (typeof value === 'number') return cell(`<v>${value}</v>`);
  if ('day' in value) return cell(`<v>${daysBetween(epoch, value.day)}</v>`, ' s="1"');
  if ('minutes' in value) return cell(`<v>${value.minutes / 1440}</v>`, ` s="${value.clock === true ? 5 : 2}"`);
  if ('percent' in value) return cell(`<v>${value.percent / 100}</v>`, ' s="3"');
  if ('rich' in value) {
    return cell(`<is>${value.rich.map((text) => `<r>${run(text)}</r>`).join('')}</is>`, ' t="inlineStr"');
  }
  const formula = `<f>${escapeXml(value.formula)}</f>`;
  if (value.error !== undefined) return cell(`${formula}<v>${value.error}</v>`, ' t="e"');
  if (value.result === undefined) return cell(formula);
  return typeof value.result === 'string'
    ? cell(`${formula}<v>${escapeXml(value.result)}</v>`, ' t="str"')
    : cell(`${formula}<v>${value.result}</v>`);
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${overrides.join('')}</Types>`;
}

/** A workbook of Excel. `date1904`: the day numbers of old Macintosh workbooks. */
export function xlsx(tables: readonly Table[], date1904 = false): Uint8Array {
  const epoch = date1904 ? '1904-01-01' : '1899-12-30';
  const sheets = tables.map(({ name = 'Feuil1', hidden, rows, merges = [], hiddenRows = [], hiddenColumns = [] }) => {
    const columns = hiddenColumns.map((column) => `<col min="${column + 1}" max="${column + 1}" hidden="1"/>`).join('');
    const body = rows.map((row, index) => {
      const number = index + 1;
      const cells = row.map((value, column) => xlsxCell(value, at(number, column), epoch)).join('');
      return `<row r="${number}"${hiddenRows.includes(number) ? ' hidden="1"' : ''}>${cells}</row>`;
    });
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const xml = `${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${body.join('')}</sheetData>${
      merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`
    }`;
    return { name: escapeXml(name), ...(hidden ? { state: 'hidden' as const } : {}), xml };
  });
  const parts = xlsxParts(sheets, date1904 ? '<workbookPr date1904="1"/>' : '');
  // What other programs ask for before they open it.
  const relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
  const complete = Object.entries(parts).map(
    ([name, xml]) => [name, xml.replace('<Relationships>', relations)] as const,
  );
  return zipOf({ '[Content_Types].xml': contentTypes(sheets.length), ...Object.fromEntries(complete) });
}

const pad = (n: number): string => String(n).padStart(2, '0');

function odsCell(value: Value, spans: string): string {
  const cell = (text: string, attributes = '') =>
    `<table:table-cell${attributes}${spans}><text:p>${text}</text:p></table:table-cell>`;
  const float = (n: number, attributes = '') =>
    cell(String(n), ` office:value-type="float" office:value="${n}"${attributes}`);
  if (value === null) return `<table:table-cell${spans}/>`;
  // Each line of a text is a paragraph.
  const text = (written: string) => escapeXml(written).replaceAll('\n', '</text:p><text:p>');
  if (typeof value === 'string') return cell(text(value), ' office:value-type="string"');
  if (typeof value === 'number') return float(value);
  if ('day' in value) return cell(value.day, ` office:value-type="date" office:date-value="${value.day}"`);
  if ('minutes' in value) {
    const [hours, rest] = [Math.floor(value.minutes / 60), value.minutes % 60];
    return cell(
      `${hours}:${pad(rest)}`,
      ` office:value-type="time" office:time-value="PT${pad(hours)}H${pad(rest)}M00S"`,
    );
  }
  if ('percent' in value) {
    return cell(`${value.percent} %`, ` office:value-type="percentage" office:value="${value.percent / 100}"`);
  }
  if ('rich' in value) {
    const runs = value.rich.map((text) => `<text:span>${escapeXml(text)}</text:span>`).join('');
    return cell(runs, ' office:value-type="string"');
  }
  const formula = ` table:formula="of:=${escapeXml(value.formula)}"`;
  if (value.error !== undefined)
    return cell(value.error, ` office:value-type="string" office:string-value=""${formula}`);
  if (value.result === undefined) return `<table:table-cell${formula}${spans}/>`;
  return typeof value.result === 'string'
    ? cell(escapeXml(value.result), ` office:value-type="string"${formula}`)
    : float(value.result, formula);
}

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function rangeOf(reference: string): Range {
  const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(reference) ?? [];
  return {
    top: Number(top),
    left: left.charCodeAt(0) - 65,
    bottom: Number(bottom),
    right: right.charCodeAt(0) - 65,
  };
}

const oasis = 'urn:oasis:names:tc:opendocument:xmlns';
const mime = 'application/vnd.oasis.opendocument.spreadsheet';

/** A workbook of LibreOffice. Merges of columns A to Z only. */
export function ods(tables: readonly Table[]): Uint8Array {
  const names = ['office', 'table', 'text', 'style'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`).join(' ');
  const sheets = tables.map(({ name = 'Feuille1', hidden, rows, merges = [], hiddenRows = [], hiddenColumns = [] }) => {
    const ranges = merges.map(rangeOf);
    const width = Math.max(0, ...rows.map((row) => row.length), ...hiddenColumns.map((column) => column + 1));
    const columns = Array.from({ length: width }, (_, column) =>
      hiddenColumns.includes(column) ? '<table:table-column table:visibility="collapse"/>' : '<table:table-column/>',
    ).join('');
    const body = rows.map((row, index) => {
      const number = index + 1;
      const cells = row.map((value, column) => {
        const range = ranges.find(
          (each) => each.top <= number && number <= each.bottom && each.left <= column && column <= each.right,
        );
        if (range === undefined) return odsCell(value, '');
        if (range.top !== number || range.left !== column) return '<table:covered-table-cell/>';
        return odsCell(
          value,
          ` table:number-rows-spanned="${range.bottom - range.top + 1}" table:number-columns-spanned="${range.right - range.left + 1}"`,
        );
      });
      const visibility = hiddenRows.includes(number) ? ' table:visibility="collapse"' : '';
      return `<table:table-row${visibility}>${cells.join('')}</table:table-row>`;
    });
    const style = hidden ? 'hidden' : 'shown';
    return `<table:table table:name="${escapeXml(name)}" table:style-name="${style}">${columns}${body.join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`;
  });
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names} xmlns:of="${oasis}:of:1.2" office:version="1.3"><office:automatic-styles><style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${sheets.join('')}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8(mime), { level: 0 }],
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mime}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
  });
}

/** Fields quoted where the text needs it, as RFC 4180 says. */
export const csv = (rows: readonly (readonly string[])[], delimiter = ';', end = '\r\n'): string =>
  rows
    .map(
      (row) =>
        row
          .map((field) =>
            field.includes(delimiter) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field,
          )
          .join(delimiter) + end,
    )
    .join('');

export type WrittenEncoding = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'macintosh' | 'utf-16le' | 'utf-16be';

/** @throws Error for a character that the code page does not have */
export function encode(text: string, encoding: WrittenEncoding): Uint8Array {
  if (encoding === 'utf-8') return strToU8(text);
  if (encoding === 'utf-8-bom') return strToU8(`\ufeff${text}`);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const units = [...`\ufeff${text}`].flatMap((letter) =>
      Array.from({ length: letter.length }, (_, index) => letter.charCodeAt(index)),
    );
    return Uint8Array.from(
      units.flatMap((unit) => (encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
    );
  }
  const page = new Map(
    Array.from(
      new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
      (letter, byte) => [letter, byte],
    ),
  );
  return Uint8Array.from([...text], (letter) => {
    const byte = page.get(letter);
    if (byte === undefined) throw new Error(`${encoding} has no ${letter}`);
    return byte;
  });
}
