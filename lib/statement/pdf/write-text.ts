// Lines of one text into the content of a page, in one stroke: the library's own way writes nine pieces for each, and tables have many.
import type { PlacedLine } from './placed.ts';

/** What of pdfkit's embedded font its types leave out. */
interface EmbeddedFont {
  readonly id: string;
  /** Of 1000 to the em. */
  readonly ascender: number;
  readonly ref: () => unknown;
  /** Glyphs of the subset in hex, and for each how far it moves, with and without kerning. */
  readonly encode: (
    text: string,
  ) => readonly [readonly string[], readonly { readonly xAdvance: number; readonly advanceWidth: number }[]];
}
interface Inside {
  readonly _font: EmbeddedFont;
  readonly _fontSize: number;
  readonly page: { readonly fonts: Record<string, unknown> };
  readonly addContent: (content: string) => void;
}

const number = (n: number): string => String(Math.round(n * 1000) / 1000);

/** The operand of TJ (ISO 32000-1, 9.4.3): glyphs, and where two of them are kerned, by how much. */
function shown(font: EmbeddedFont, text: string): string {
  const [glyphs, positions] = font.encode(text);
  let out = '<';
  glyphs.forEach((glyph, i) => {
    out += glyph;
    const { xAdvance, advanceWidth } = positions[i]!;
    if (xAdvance !== advanceWidth && i < glyphs.length - 1) out += `> ${number(advanceWidth - xAdvance)} <`;
  });
  return `${out}>`;
}

/** In the font, size and colour that were set. Pages count downwards: the matrix of the text turns the letters up again. */
export function writeText(document: PDFKit.PDFDocument, lines: readonly PlacedLine[]): void {
  const { _font: font, _fontSize: size, page, addContent } = document as unknown as Inside;
  page.fonts[font.id] ??= font.ref();
  const baseline = (font.ascender / 1000) * size;
  const content = lines
    .filter(({ text }) => text !== '')
    .map(({ text, x, y }) => `1 0 0 -1 ${number(x)} ${number(y + baseline)} Tm [${shown(font, text)}] TJ`);
  if (content.length > 0) addContent.call(document, `BT /${font.id} ${number(size)} Tf ${content.join('\n')} ET`);
}
