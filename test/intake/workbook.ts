// Small workbooks for tests, written by hand part by part, so that each oddity is in plain sight.
import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface TestSheet {
  readonly name: string;
  readonly state?: 'hidden';
  /** The inside of `<worksheet>`. */
  readonly xml: string;
}

/** Cell formats by index: 0 general, 1 dd/mm/yyyy, 2 [h]:mm, 3 percent, 4 `000000`, 5 hh:mm. */
const styles = `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs></styleSheet>`;

export function xlsxParts(sheets: readonly TestSheet[], workbookPr = ''): Record<string, string> {
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${at + 1}"/>`,
  );
  const targets = sheets.map(
    (_, at) => `<Relationship Id="s${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return {
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}">${workbookPr}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}<Relationship Id="st" Type="${relations}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0"?><worksheet xmlns="${main}">${xml}</worksheet>`,
      ]),
    ),
  };
}

export const zipOf = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

export const xlsxOf = (sheets: readonly TestSheet[], workbookPr = ''): Uint8Array =>
  zipOf(xlsxParts(sheets, workbookPr));

/** An inline text cell, without a reference. */
export const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

export const rowOf = (...cells: string[]): string => `<row>${cells.join('')}</row>`;
