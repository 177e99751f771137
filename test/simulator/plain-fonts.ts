// What prints documents in a run: letters set one beside the other, for pairs and ligatures are most of the work of printing, and say nothing.
import { dejavuFonts } from '../../lib/adapters/fonts/dejavu-fonts.ts';

/** OpenType tables by their tags. */
const refined = new Set(['GPOS', 'GSUB', 'kern']);

/** In the directory of a TrueType file (OpenType 1.9.1, “Table directory”) those tables go by another name, which nobody asks for. */
function plain(font: Uint8Array): Uint8Array {
  const bytes = Buffer.from(font);
  for (let table = 0; table < bytes.readUInt16BE(4); table += 1) {
    const at = 12 + 16 * table;
    if (refined.has(bytes.toString('latin1', at, at + 4))) bytes.write('x', at);
  }
  return bytes;
}

// Loaded before a run begins: else whose turn it is would depend on the disk.
await Promise.all([
  import('pdfkit'),
  import('../../lib/adapters/seal/seal-with.ts'),
  import('../../lib/adapters/seal/self-made-certificate.ts'),
]);
const { regular, bold } = await dejavuFonts().ofDocuments();
const fonts = { regular: plain(regular), bold: plain(bold) };

export const plainFonts = { ofDocuments: async () => fonts };
