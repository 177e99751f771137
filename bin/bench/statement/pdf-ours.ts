// Our own way: a table over as many pages as it takes, tagged, with its fonts and its metadata.
import { dejavuFonts } from '../../../lib/adapters/fonts/dejavu-fonts.ts';
import { printPdf } from '../../../lib/statement/pdf/print.ts';
import type { Prepare } from '../beside/way.ts';
import { pdfColumns, pdfRows } from './pdf-rows.ts';
import { timed } from './timed.ts';

export const prepare: Prepare = async (_load, size) => {
  const rows = pdfRows(size);
  const fonts = await dejavuFonts().ofDocuments();
  return () =>
    timed('file', () =>
      printPdf({
        blocks: [
          { kind: 'heading', level: 1, text: 'Bench' },
          {
            ...{ kind: 'table', hasHeader: true },
            columns: pdfColumns.map((header, at) => ({ header, align: at < 3 ? 'left' : 'right' })),
            rows: rows.map((cells) => ({ cells })),
          },
        ],
        frame: { header: 'Bench', banner: null, footer: 'Bench', page: (place, count) => `page ${place} / ${count}` },
        ...{ fonts, attachments: [], language: 'en', title: 'Bench', author: 'Bench', subject: 'Bench' },
        ...{ at: new Date(0), seal: null },
      }),
    );
};
