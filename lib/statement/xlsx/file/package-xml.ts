// The parts of a workbook that name the others: which sheets there are, in which order, and what the file says of itself.

import { xmlText } from '../../../model/xml-text.ts';
import { letters } from './cell-xml.ts';
import type { SheetSetting } from './sheet-xml.ts';

/** What a reader of the file's properties sees. */
export interface Properties {
  readonly title: string;
  readonly subject: string;
  readonly language: string;
  /** When what it says was issued: the file itself bears no clock. Null: it says nothing of the kind. */
  readonly created: Date | null;
}

/** A sheet whose rows are written. Its place is that of its file, from 0. */
export interface WrittenSheet {
  readonly place: number;
  readonly setting: SheetSetting;
  /** `A3:H9`; null where there is none. */
  readonly filter: string | null;
}

export const mainSchema = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const relations = `${office}/relationships`;
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const contentTypes = 'application/vnd.openxmlformats';

export const sheetFile = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`;

/** A name as it stands in a formula. */
const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

const definedName = (name: string, sheet: number, refersTo: string, attributes = ''): string =>
  `<definedName name="_xlnm.${name}" localSheetId="${sheet}"${attributes}>${xmlText(refersTo)}</definedName>`;

/** The range of the filter, and the titles that each printed page repeats. */
function namesOf({ setting, filter }: WrittenSheet, at: number): string[] {
  const { name, frozenRows, frozenColumns } = setting;
  const columns = frozenColumns > 0 ? [`${quoted(name)}!$A:$${letters(frozenColumns - 1)}`] : [];
  const rows = frozenRows > 0 ? [`${quoted(name)}!$1:$${frozenRows}`] : [];
  const titles = [...columns, ...rows];
  const fixed = filter?.replaceAll(/[A-Z]+|\d+/g, '$$$&');
  return [
    ...(fixed === undefined ? [] : [definedName('_FilterDatabase', at, `${quoted(name)}!${fixed}`, ' hidden="1"')]),
    ...(titles.length === 0 ? [] : [definedName('Print_Titles', at, titles.join(','))]),
  ];
}

/** @param sheets in the order in which they stand */
function bookXml(sheets: readonly WrittenSheet[]): string {
  const listed = sheets.map(
    ({ place, setting }) => `<sheet sheetId="${place + 1}" name="${xmlText(setting.name)}" r:id="rId${place + 1}"/>`,
  );
  const names = sheets.flatMap(namesOf);
  const defined = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
  return `<workbook ${mainSchema} xmlns:r="${relations}"><bookViews><workbookView activeTab="0" firstSheet="0"/></bookViews><sheets>${listed.join('')}</sheets>${defined}</workbook>`;
}

const relationship = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;

const relationshipsXml = (all: readonly string[]): string =>
  `<Relationships xmlns="${packaging}/relationships">${all.join('')}</Relationships>`;

const sheetRelation = ({ place }: WrittenSheet): string =>
  relationship(place + 1, `${relations}/worksheet`, `worksheets/sheet${place + 1}.xml`);

function coreXml({ title, subject, language, created }: Properties): string {
  const schemas = `xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  const names = created === null ? [] : ['created', 'modified'];
  const dates = names.map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${created?.toISOString()}</dcterms:${name}>`,
  );
  return `<cp:coreProperties ${schemas}><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>Communs</dc:creator><cp:lastModifiedBy>Communs</cp:lastModifiedBy>${dates.join('')}<dc:language>${language}</dc:language></cp:coreProperties>`;
}

const override = (part: string, type: string): string =>
  `<Override PartName="/${part}" ContentType="${contentTypes}-${type}+xml"/>`;

function contentTypesXml(sheets: readonly WrittenSheet[]): string {
  const spreadsheet = 'officedocument.spreadsheetml';
  return [
    `<Types xmlns="${packaging}/content-types">`,
    `<Default Extension="rels" ContentType="${contentTypes}-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', `${spreadsheet}.sheet.main`),
    ...sheets.map(({ place }) => override(sheetFile(place), `${spreadsheet}.worksheet`)),
    override('xl/styles.xml', `${spreadsheet}.styles`),
    override('docProps/core.xml', 'package.core-properties'),
    override('docProps/app.xml', 'officedocument.extended-properties'),
    '</Types>',
  ].join('');
}

/** @returns name → XML of every part but the sheets and the styles */
export const packageParts = (
  sheets: readonly WrittenSheet[],
  properties: Properties,
): readonly (readonly [name: string, xml: string])[] => [
  ['xl/workbook.xml', bookXml(sheets)],
  [
    'xl/_rels/workbook.xml.rels',
    relationshipsXml([
      ...sheets.map(sheetRelation),
      relationship(sheets.length + 1, `${relations}/styles`, 'styles.xml'),
    ]),
  ],
  [
    '_rels/.rels',
    relationshipsXml([
      relationship(1, `${relations}/officeDocument`, 'xl/workbook.xml'),
      relationship(2, `${packaging}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      relationship(3, `${relations}/extended-properties`, 'docProps/app.xml'),
    ]),
  ],
  ['docProps/core.xml', coreXml(properties)],
  [
    'docProps/app.xml',
    `<Properties xmlns="${office}/extended-properties"><Application>Communs</Application></Properties>`,
  ],
  ['[Content_Types].xml', contentTypesXml(sheets)],
];
