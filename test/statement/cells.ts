// Reads one of our workbooks back cell by cell, out of its parts: values, formulas with their stored results, formats.
import { strFromU8, unzipSync } from 'fflate';

export interface ReadCell {
  readonly sheet: string;
  /** `B4` */
  readonly address: string;
  /** As the file has it: a date is a number with a format. */
  readonly value: string | number | null;
  /** Without the equals sign; null where there is none. */
  readonly formula: string | null;
  readonly format: string;
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&');

const all = (xml: string, pattern: RegExp): string[][] => [...xml.matchAll(pattern)].map((match) => [...match]);

export const partsOf = (workbook: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** The number format of each cell style, in order. */
function formatsOf(styles: string): string[] {
  const codes = new Map(
    all(styles, /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g).map(([, id, code]) => [id, unescaped(code!)]),
  );
  const cellStyles = /<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '';
  return all(cellStyles, /<xf numFmtId="(\d+)"/g).map(([, id]) => codes.get(id) ?? 'General');
}

export function readCells(workbook: Uint8Array): ReadCell[] {
  const parts = partsOf(workbook);
  const formats = formatsOf(parts['xl/styles.xml']!);
  const names = all(parts['xl/workbook.xml']!, /<sheet sheetId="(\d+)" name="([^"]*)"/g);
  return names.flatMap(([, id, name]) =>
    all(parts[`xl/worksheets/sheet${id}.xml`]!, /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs).map(
      ([, address, attributes, inside = '']): ReadCell => {
        const raw = /<v>(.*?)<\/v>/s.exec(inside)?.[1];
        const formula = /<f>(.*?)<\/f>/s.exec(inside)?.[1];
        const inline = /<is><t[^>]*>(.*?)<\/t><\/is>/s.exec(inside)?.[1];
        const isText = attributes!.includes(' t="str"');
        const style = Number(/ s="(\d+)"/.exec(attributes!)?.[1] ?? 0);
        return {
          sheet: unescaped(name!),
          address: address!,
          value:
            inline !== undefined ? unescaped(inline) : raw === undefined ? null : isText ? unescaped(raw) : Number(raw),
          formula: formula === undefined ? null : unescaped(formula),
          format: formats[style] ?? 'General',
        };
      },
    ),
  );
}

/** `Projets!D4 = 266.67 (=H4/60) [#,##0.00_)]` */
const cellLine = ({ sheet, address, value, formula, format }: ReadCell): string =>
  `${sheet}!${address} = ${JSON.stringify(value)}${formula === null ? '' : ` (=${formula})`}${format === 'General' ? '' : ` [${format}]`}`;

/** The cells that hold something, one line each: what a golden file pins. */
export const cellsText = (workbook: Uint8Array): string =>
  readCells(workbook)
    .filter(({ value }) => value !== null)
    .map((cell) => `${cellLine(cell)}\n`)
    .join('');
