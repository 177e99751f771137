// The looks of cells as a workbook's style sheet: each look with each number format once, in the order in which they were first used.

import { xmlText } from '../../../model/xml-text.ts';
import { type Look, looks } from '../looks.ts';

export interface StyleTable {
  /** @param format a number format of the spreadsheet @returns the place that a cell names */
  readonly placeOf: (look: Look, format?: string) => number;
  /** `xl/styles.xml` */
  readonly xml: () => string;
}

const head = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
/** Below it are the formats that every spreadsheet has built in. */
const firstOwnFormat = 164;
const names = Object.keys(looks) as Look[];

const fontXml = ({ isBold, size, colour }: (typeof looks)[Look]): string =>
  `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/><color rgb="${colour}"/><name val="Calibri"/><family val="2"/></font>`;

const fillXml = (argb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/><bgColor indexed="64"/></patternFill></fill>`;

const borderXml = (hasTop: boolean): string =>
  `<border><left/><right/>${hasTop ? '<top style="medium"><color auto="1"/></top>' : '<top/>'}<bottom/><diagonal/></border>`;

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;

/** The two fills that every style sheet begins with. */
const requiredFills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
];

function alignmentXml({ vertical, horizontal, wraps }: (typeof looks)[Look]): string {
  const across = horizontal === null ? '' : ` horizontal="${horizontal}"`;
  return `<alignment vertical="${vertical}"${across}${wraps ? ' wrapText="1"' : ''}/>`;
}

export function styleTable(): StyleTable {
  const formats = new Map<string, number>();
  const places = new Map<string, number>();
  const xfs: string[] = [];
  const placeOf = (look: Look, format = ''): number => {
    const key = `${look} ${format}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    if (format !== '' && !formats.has(format)) formats.set(format, firstOwnFormat + formats.size);
    const at = names.indexOf(look);
    const { fill, hasTopLine } = looks[look];
    const fillAt = fill === null ? 0 : requiredFills.length + at;
    const ownFormat = formats.get(format) ?? 0;
    xfs.push(
      `<xf numFmtId="${ownFormat}" fontId="${at}" fillId="${fillAt}" borderId="${hasTopLine ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignmentXml(looks[look])}</xf>`,
    );
    places.set(key, xfs.length - 1);
    return xfs.length - 1;
  };
  // The first is what a cell without style has.
  placeOf('plain');
  const xml = (): string =>
    [
      head,
      list(
        'numFmts',
        [...formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`),
      ),
      list(
        'fonts',
        names.map((name) => fontXml(looks[name])),
      ),
      list('fills', [...requiredFills, ...names.map((name) => fillXml(looks[name].fill ?? 'FFFFFFFF'))]),
      list('borders', [borderXml(false), borderXml(true)]),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', xfs),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  return { placeOf, xml };
}
