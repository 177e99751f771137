// The library beneath ours, by hand: the same cells drawn where they stand, with a font that every reader has, and no tags.
import { buffer } from 'node:stream/consumers';
import type { Prepare } from '../beside/way.ts';
import { linesOnPage, pdfRows, placeOf } from '../statement/pdf-rows.ts';
import { timed } from '../statement/timed.ts';

interface PdfDocument extends NodeJS.ReadableStream {
  readonly font: (name: string) => PdfDocument;
  readonly fontSize: (points: number) => PdfDocument;
  readonly text: (text: string, x: number, y: number, options: object) => PdfDocument;
  readonly addPage: () => PdfDocument;
  readonly end: () => void;
}
interface PdfKit {
  readonly default: new (options: object) => PdfDocument;
}

export const prepare: Prepare = async (load, size) => {
  const { default: Document } = await load<PdfKit>('pdfkit');
  const rows = pdfRows(size);
  return () =>
    timed('file', () => {
      const document = new Document({ size: 'A4', margin: 40 });
      const bytes = buffer(document);
      document.font('Helvetica').fontSize(8);
      rows.forEach((cells, line) => {
        if (line > 0 && line % linesOnPage === 0) document.addPage();
        cells.forEach((text, column) => {
          const { x, y } = placeOf(line, column);
          document.text(text, x, y, { lineBreak: false });
        });
      });
      document.end();
      return bytes;
    });
};
