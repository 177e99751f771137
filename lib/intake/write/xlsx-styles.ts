// The looks of a workbook as its style sheet numbers them (ECMA-376 part 1, 18.8).

import { xmlAttribute, xmlHead } from '../../model/xml-text.ts';
import type { Look } from './written-cell.ts';

interface Styles {
  /** @returns the number of the cell format */
  readonly of: (look: Look | undefined) => number;
  readonly xml: () => string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Formats of our own start here. */
const firstFormat = 164;

function numbered(first: readonly string[]) {
  const known = new Map(first.map((xml, at) => [xml, at]));
  return {
    of: (xml: string): number => {
      const found = known.get(xml);
      if (found !== undefined) return found;
      known.set(xml, known.size);
      return known.size - 1;
    },
    xml: (element: string): string => `<${element} count="${known.size}">${[...known.keys()].join('')}</${element}>`,
    keys: (): string[] => [...known.keys()],
  };
}

const fontXml = ({ bold, italic, underline, size = 11, color }: Look): string =>
  `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${underline ? '<u/>' : ''}<sz val="${size}"/>${
    color === undefined ? '' : `<color rgb="FF${color}"/>`
  }<name val="Calibri"/><family val="2"/></font>`;

const fillXml = ({ fill }: Look): string =>
  fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`;

function borderXml({ border }: Look): string {
  const side = (name: string): string =>
    border === undefined ? `<${name}/>` : `<${name} style="${border.style}"><color rgb="FF${border.color}"/></${name}>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
}

function alignmentXml({ align, vertical, wrap }: Look): string {
  const attributes = [
    ...(align === undefined ? [] : [`horizontal="${align}"`]),
    ...(vertical === undefined ? [] : [`vertical="${vertical}"`]),
    ...(wrap ? ['wrapText="1"'] : []),
  ];
  return attributes.length === 0 ? '' : `<alignment ${attributes.join(' ')}/>`;
}

export function makeStyles(): Styles {
  const fonts = numbered([fontXml({})]);
  // The first two fills are the format's own.
  const fills = numbered([fillXml({}), '<fill><patternFill patternType="gray125"/></fill>']);
  const borders = numbered([borderXml({})]);
  const formats = numbered([]);
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  const cellFormats = numbered([plain]);
  const known = new Map<Look, number>();
  const make = (look: Look): number => {
    const format = look.format === undefined ? 0 : firstFormat + formats.of(look.format);
    const ids = `numFmtId="${format}" fontId="${fonts.of(fontXml(look))}" fillId="${fills.of(fillXml(look))}" borderId="${borders.of(borderXml(look))}" xfId="0"`;
    const alignment = alignmentXml(look);
    const applied = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`;
    return cellFormats.of(
      alignment === '' ? `<xf ${ids} ${applied}/>` : `<xf ${ids} ${applied} applyAlignment="1">${alignment}</xf>`,
    );
  };
  return {
    of: (look) => {
      if (look === undefined) return 0;
      const found = known.get(look);
      if (found !== undefined) return found;
      const made = make(look);
      known.set(look, made);
      return made;
    },
    xml: () => {
      const codes = formats.keys();
      const own = codes.map(
        (code, at) => `<numFmt numFmtId="${firstFormat + at}" formatCode="${xmlAttribute(code)}"/>`,
      );
      return `${xmlHead}<styleSheet xmlns="${main}">${
        own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`
      }${fonts.xml('fonts')}${fills.xml('fills')}${borders.xml('borders')}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${cellFormats.xml(
        'cellXfs',
      )}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
    },
  };
}
