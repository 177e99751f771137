// pdf-lib: the same cells drawn where they stand, no tags.
import type { Prepare } from '../beside/way.ts';
import { linesOnPage, pdfRows, placeOf } from '../statement/pdf-rows.ts';
import { timed } from '../statement/timed.ts';

interface Page {
  readonly drawText: (text: string, options: object) => void;
}
interface PdfLib {
  readonly StandardFonts: { readonly Helvetica: string };
  readonly PDFDocument: {
    readonly create: () => Promise<{
      readonly embedFont: (name: string) => Promise<object>;
      readonly addPage: (size: readonly [number, number]) => Page;
      readonly save: () => Promise<Uint8Array>;
    }>;
  };
}

const [width, height] = [595, 842];

export const prepare: Prepare = async (load, size) => {
  const { PDFDocument, StandardFonts } = await load<PdfLib>('pdf-lib');
  const rows = pdfRows(size);
  return () =>
    timed('file', async () => {
      const document = await PDFDocument.create();
      const font = await document.embedFont(StandardFonts.Helvetica);
      let page: Page | null = null;
      for (const [line, cells] of rows.entries()) {
        if (page === null || line % linesOnPage === 0) page = document.addPage([width, height]);
        for (const [column, text] of cells.entries()) {
          const { x, y } = placeOf(line, column);
          page.drawText(text, { x, y: height - y, size: 8, font });
        }
      }
      return document.save();
    });
};
