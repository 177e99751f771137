// Blocks into the bytes of a PDF: tagged, with its fonts, its metadata, its attachments, and the place for a seal. The same input, the same bytes.
import { joinBytes } from '../../model/bytes.ts';
import type { Language } from '../../model/text.ts';
import type { Block, Frame } from './blocks.ts';
import { draw } from './draw.ts';
import { layOut } from './lay-out.ts';
import { metricsOf } from './measure.ts';
import type { Face } from './placed.ts';
import { placeForSeal, type SealPlace } from './seal-place.ts';
import { xmlText } from './xml-text.ts';

/** TrueType files, given from outside: this room reads none. */
export type Fonts = Readonly<Record<Face, Uint8Array>>;

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly description: string;
  /** What it is to the document (ISO 32000-2, 7.11.3): what the pages were made from, or more of the same. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
}

export interface Printed {
  readonly blocks: readonly Block[];
  readonly frame: Frame;
  readonly fonts: Fonts;
  readonly attachments: readonly Attachment[];
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Of what is printed, not of the printing. */
  readonly at: Date;
  /** Null: it is not sealed. */
  readonly seal: SealPlace | null;
}

const producer = 'PDFKit';

/** What the fonts surely have; anything else is looked up. */
const common = /^[ -~\u00a0-\u017f\u2010-\u203a\u20ac]*$/;

/** A letter that the font has no shape for would be an empty box, and nothing to who copies or listens. */
const shownBy =
  (has: (codePoint: number) => boolean) =>
  (text: string): string => {
    const line = text.normalize('NFC').replace(/[\n\r\t]/g, ' ');
    if (common.test(line)) return line;
    return Array.from(line, (letter) => (has(letter.codePointAt(0)!) ? letter : '\ufffd')).join('');
  };

async function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk as Uint8Array);
  return joinBytes(chunks);
}

/** The part of pdfkit's font that this file asks, which its types leave out. */
interface FontkitFont {
  readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean };
}

/** @returns the bytes of the file, with a place for the seal where one was asked for */
export async function printPdf(printed: Printed): Promise<Uint8Array> {
  // Heavy, and not for bundles that only verify.
  const { default: PdfDocument } = await import('pdfkit');
  const { fonts, language, title, author, subject, at, attachments, seal } = printed;
  const info = { Title: title, Author: author, Subject: subject, Creator: 'Communs', Producer: producer };
  const settings = {
    ...{ pdfVersion: '1.7', subset: 'PDF/A-3b', tagged: true, lang: language, displayTitle: true },
    ...{ autoFirstPage: false, font: null, size: 'A4', margin: 0 },
    info: { ...Object.fromEntries(Object.entries(info).map(([key, text]) => [key, xmlText(text)])), CreationDate: at },
  };
  const document = new PdfDocument(settings as unknown as PDFKit.PDFDocumentOptions);
  // The types say string; the library takes bytes (its own guide: fonts).
  for (const [face, bytes] of Object.entries(fonts)) document.registerFont(face, bytes as unknown as string);
  const { font } = (document.font('regular') as unknown as { readonly _font: FontkitFont })._font;
  const metrics = metricsOf(
    (face, text) => document.font(face).fontSize(100).widthOfString(text) / 100,
    shownBy((codePoint) => font.hasGlyphForCodePoint(codePoint)),
  );
  const pages = layOut(metrics, printed.blocks, printed.frame);
  for (const { name, bytes, mime, description, relationship } of attachments) {
    const what = { name, type: mime, description, relationship, creationDate: at, modifiedDate: at };
    document.file(bytes as Buffer, what);
  }
  draw(document, pages, (place) => {
    if (place === 0 && seal !== null) placeForSeal(document, seal);
  });
  document.end();
  return collect(document);
}
