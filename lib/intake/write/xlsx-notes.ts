// Notes on cells: their texts, and the boxes that Excel draws them in (ECMA-376 part 1, 18.7, and its VML drawings).

import { xmlHead, xmlText } from '../../model/xml-text.ts';
import { columnName } from '../cell.ts';

export interface Note {
  /** 1-based. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  /** Its first line is a heading. */
  readonly text: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const author = 'Communs';

export function notesXml(notes: readonly Note[]): string {
  const list = notes.map(({ row, column, text }) => {
    const [heading = '', ...rest] = text.split('\n');
    const run = (piece: string, bold: boolean): string =>
      `<r><rPr>${bold ? '<b/>' : ''}<sz val="10"/><color indexed="81"/><rFont val="Calibri"/><family val="2"/></rPr><t xml:space="preserve">${xmlText(piece)}</t></r>`;
    const body = rest.length === 0 ? '' : run(`\n${rest.join('\n')}`, false);
    return `<comment ref="${columnName(column)}${row}" authorId="0"><text>${run(heading, true)}${body}</text></comment>`;
  });
  return `${xmlHead}<comments xmlns="${main}"><authors><author>${author}</author></authors><commentList>${list.join('')}</commentList></comments>`;
}

const boxCharacters = 46;
const lineCharacters = 40;

/** Where a note's box ends: enough columns for a line, enough rows for its lines. */
function anchorOf({ row, column, text }: Note, widths: readonly number[]): string {
  const left = column + 1;
  let right = left;
  for (let room = 0; room < boxCharacters; right += 1) room += widths[right] ?? 9;
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineCharacters)), 1);
  const top = Math.max(0, row - 2);
  return [left, 12, top, 4, right, 0, top + lines, 4].join(', ');
}

/** Ids of boxes come in blocks of 1,024, and no two sheets share one. */
export const blocksOf = (notes: readonly Note[]): number => 1 + Math.floor(notes.length / 1024);

export function notesDrawing(notes: readonly Note[], widths: readonly number[], firstBlock: number): string {
  const blocks = Array.from({ length: blocksOf(notes) }, (_, at) => firstBlock + at);
  const shapes = notes.map(
    (note, at) =>
      `<v:shape id="_x0000_s${firstBlock * 1024 + at + 1}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:80pt;z-index:${at + 1};visibility:hidden" fillcolor="#fffbe6" o:insetmode="auto"><v:fill color2="#fffbe6"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchorOf(note, widths)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${note.row - 1}</x:Row><x:Column>${note.column}</x:Column></x:ClientData></v:shape>`,
  );
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}
