// A small workbook in LibreOffice's own format (OpenDocument 1.3), the same bytes each time.
import { strToU8, type Zippable, zipSync } from 'fflate';
import { xmlAttribute, xmlHead, xmlText } from '../../model/xml-text.ts';
import type { Look, PlainSheet, PlainValue, SheetSetting } from './written-cell.ts';
import { noTime } from './zip-writer.ts';

interface OdsSetting {
  readonly title: string;
  readonly language: 'fr' | 'en';
}

const mime = 'application/vnd.oasis.opendocument.spreadsheet';
const namespaces = ['office', 'style', 'text', 'table', 'meta', 'config']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat([
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'office:version="1.3"',
  ])
  .join(' ');

/** Per character of the standard font. */
const characterMillimetres = 2;
const pointMillimetres = 0.3528;

/** How each kind of value shows; a text and a number as they are. */
const dataStyles = {
  fr: `<number:date-style style:name="day" number:automatic-order="false"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>`,
  en: `<number:date-style style:name="day" number:automatic-order="false"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>`,
};
const clockStyle =
  '<number:time-style style:name="clock" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>';

function styleXml(name: string, look: Look, kind: PlainValue['kind']): string {
  const data = kind === 'day' || kind === 'clock' ? ` style:data-style-name="${kind}"` : '';
  const { bold, italic, size, color, fill, border, wrap, align, vertical } = look;
  const cell = [
    ...(fill === undefined ? [] : [`fo:background-color="#${fill}"`]),
    ...(border === undefined ? [] : [`fo:border="0.5pt solid #${border.color}"`]),
    ...(wrap ? ['fo:wrap-option="wrap"'] : []),
    ...(vertical === undefined ? [] : [`style:vertical-align="${vertical === 'top' ? 'top' : 'middle'}"`]),
    ...(align === undefined ? [] : ['style:text-align-source="fix"']),
  ];
  const paragraph =
    align === undefined
      ? ''
      : `<style:paragraph-properties fo:text-align="${{ left: 'start', center: 'center', right: 'end' }[align]}"/>`;
  const letters = [
    ...(bold ? ['fo:font-weight="bold"'] : []),
    ...(italic ? ['fo:font-style="italic"'] : []),
    ...(size === undefined ? [] : [`fo:font-size="${size}pt"`]),
    ...(color === undefined ? [] : [`fo:color="#${color}"`]),
  ];
  return [
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${data}>`,
    cell.length === 0 ? '' : `<style:table-cell-properties ${cell.join(' ')}/>`,
    paragraph,
    letters.length === 0 ? '' : `<style:text-properties ${letters.join(' ')}/>`,
    '</style:style>',
  ].join('');
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** A cell's type and value, and what it shows. */
function valueXml(
  value: PlainValue,
  language: OdsSetting['language'],
): { readonly attributes: string; readonly shown: string } {
  switch (value.kind) {
    case 'text':
      return { attributes: 'office:value-type="string"', shown: value.text };
    case 'number':
      return {
        attributes: `office:value-type="float" office:value="${value.text}"`,
        shown: language === 'fr' ? value.text.replace('.', ',') : value.text,
      };
    case 'day': {
      const [year, month, day] = value.day.split('-');
      const shown = language === 'fr' ? `${day}/${month}/${year}` : value.day;
      return { attributes: `office:value-type="date" office:date-value="${value.day}"`, shown };
    }
    case 'clock': {
      const [hours, minutes] = [Math.floor(value.minutes / 60), value.minutes % 60];
      const attributes = `office:value-type="time" office:time-value="PT${pad(hours)}H${pad(minutes)}M00S"`;
      return { attributes, shown: `${hours}:${pad(minutes)}` };
    }
  }
}

function contentXml(sheets: readonly PlainSheet[], language: OdsSetting['language']): string {
  const styles = new Map<string, string>();
  const own = (make: (name: string) => string): string => {
    const xml = make('*');
    const found = styles.get(xml);
    if (found !== undefined) return found;
    const name = `s${styles.size + 1}`;
    styles.set(xml, name);
    return name;
  };
  const cellStyle = (look: Look, kind: PlainValue['kind']): string => own((name) => styleXml(name, look, kind));
  const tables = sheets.map(({ setting, rows }) => {
    const columns = setting.widths.map((width, at) => {
      const style = own(
        (name) =>
          `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width * characterMillimetres}mm"/></style:style>`,
      );
      const blank = setting.blanks?.[at];
      const cells = blank === undefined ? 'Default' : cellStyle(blank.look, blank.kind);
      return `<table:table-column table:style-name="${style}" table:default-cell-style-name="${cells}"/>`;
    });
    const rowXml = rows.map(({ cells, height }) => {
      const size =
        height === undefined
          ? 'style:use-optimal-row-height="true"'
          : `style:row-height="${(height * pointMillimetres).toFixed(2)}mm" style:use-optimal-row-height="false"`;
      const style = own(
        (name) =>
          `<style:style style:name="${name}" style:family="table-row"><style:table-row-properties ${size}/></style:style>`,
      );
      const inside = cells.map((cell) => {
        if (cell === undefined) return '<table:table-cell/>';
        const { value, look } = cell;
        const styled = look === undefined ? '' : ` table:style-name="${cellStyle(look, value?.kind ?? 'text')}"`;
        if (value === null) return `<table:table-cell${styled}/>`;
        const { attributes, shown } = valueXml(value, language);
        return `<table:table-cell${styled} ${attributes}><text:p>${xmlText(shown)}</text:p></table:table-cell>`;
      });
      return `<table:table-row table:style-name="${style}">${inside.join('')}</table:table-row>`;
    });
    const { name, frozenRows, orientation } = setting;
    const table = own(
      (styleName) =>
        `<style:style style:name="${styleName}" style:family="table" style:master-page-name="${orientation}"><style:table-properties table:display="true"/></style:style>`,
    );
    const head = rowXml.slice(0, frozenRows).join('');
    return [
      `<table:table table:name="${xmlAttribute(name)}" table:style-name="${table}">${columns.join('')}`,
      head === '' ? '' : `<table:table-header-rows>${head}</table:table-header-rows>`,
      rowXml.slice(frozenRows).join(''),
      '</table:table>',
    ].join('');
  });
  const named = [...styles].map(([xml, name]) => xml.replace('style:name="*"', `style:name="${name}"`));
  return `${xmlHead}<office:document-content ${namespaces}><office:automatic-styles>${dataStyles[language]}${clockStyle}${named.join('')}</office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
}

function stylesXml({ language }: OdsSetting): string {
  const page = (orientation: SheetSetting['orientation']): string => {
    const size = orientation === 'portrait' ? ['210mm', '297mm'] : ['297mm', '210mm'];
    return `<style:page-layout style:name="p-${orientation}"><style:page-layout-properties fo:page-width="${size[0]}" fo:page-height="${size[1]}" style:print-orientation="${orientation}" fo:margin="13mm" style:scale-to-X="1" style:scale-to-Y="0"/><style:header-style/><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="3mm"/></style:footer-style></style:page-layout>`;
  };
  const master = (orientation: SheetSetting['orientation']): string =>
    `<style:master-page style:name="${orientation}" style:page-layout-name="p-${orientation}"><style:header style:display="false"/><style:footer><text:p><text:sheet-name>?</text:sheet-name> · <text:page-number>1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>`;
  const country = { fr: 'FR', en: 'GB' }[language];
  return `${xmlHead}<office:document-styles ${namespaces}><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="Calibri, Carlito, sans-serif" fo:font-size="11pt" fo:language="${language}" fo:country="${country}"/></style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles>${page('portrait')}${page('landscape')}</office:automatic-styles><office:master-styles>${master('portrait')}${master('landscape')}</office:master-styles></office:document-styles>`;
}

/** The header stays in view: OpenDocument keeps that among the program's settings. */
function settingsXml(sheets: readonly PlainSheet[]): string {
  const entry = (name: string, type: string, value: string | number): string =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const tables = sheets.map(({ setting: { name, frozenRows } }) => {
    const split = [
      entry('VerticalSplitMode', 'short', 2),
      entry('VerticalSplitPosition', 'int', frozenRows),
      entry('ActiveSplitRange', 'short', 2),
      entry('PositionBottom', 'int', frozenRows),
    ];
    return `<config:config-item-map-entry config:name="${xmlAttribute(name)}">${frozenRows === 0 ? '' : split.join('')}</config:config-item-map-entry>`;
  });
  const first = sheets[0]?.setting.name ?? '';
  return `${xmlHead}<office:document-settings ${namespaces}><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${entry('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${tables.join('')}</config:config-item-map-named>${entry('ActiveTable', 'string', xmlText(first))}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
}

const metaXml = ({ title, language }: OdsSetting): string =>
  `${xmlHead}<office:document-meta ${namespaces}><office:meta><meta:generator>Communs</meta:generator><dc:title>${xmlText(title)}</dc:title><dc:language>${language}</dc:language></office:meta></office:document-meta>`;

function manifestXml(parts: readonly string[]): string {
  const entries = parts.map(
    (part) => `<manifest:file-entry manifest:full-path="${part}" manifest:media-type="text/xml"/>`,
  );
  return `${xmlHead}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mime}"/>${entries.join('')}</manifest:manifest>`;
}

export function writeOds(sheets: readonly PlainSheet[], setting: OdsSetting): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    'content.xml': contentXml(sheets, setting.language),
    'styles.xml': stylesXml(setting),
    'meta.xml': metaXml(setting),
    'settings.xml': settingsXml(sheets),
  };
  // The type comes first and is not packed, so that a program knows the file by its first bytes.
  const files: Zippable = { mimetype: [strToU8(mime), { level: 0 }] };
  for (const [name, xml] of Object.entries(parts)) files[name] = strToU8(xml);
  files['META-INF/manifest.xml'] = strToU8(manifestXml(Object.keys(parts)));
  return zipSync(files, { mtime: noTime(), level: 6 });
}
