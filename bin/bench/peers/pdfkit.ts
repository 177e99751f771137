// The library beneath ours, by hand: the same cells drawn where they stand, with a font that every reader has, and no tags.
import { buffer } from 'node:stream/consumers';
import type PdfKit from 'pdfkit';
import type { Prepare } from '../beside/way.ts';
import { linesOnPage, pdfRows, placeOf } from '../statement/pdf-rows.ts';
import { timed } from '../statement/timed.ts';

export const prepare: Prepare = async (load, size) => {
  const { default: PdfDocument } = await load<{ readonly default: typeof PdfKit }>('pdfkit');
  const rows = pdfRows(size);
  return () =>
    timed('file', () => {
      const document = new PdfDocument({ size: 'A4', margin: 40 });
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
