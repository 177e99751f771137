// statement.pdf as it is handed over: rendered, and sealed with the statement key, which the registry knows by then, at the clock's time. Whoever calls keeps the bytes.
import type { Ports } from '../ports.ts';
import type { PdfInput } from '../statement/pdf/pdf-input.ts';
import { type Printed, printPdf } from '../statement/pdf/print.ts';
import { renderPdf } from '../statement/pdf/render-pdf.ts';
import type { SealPlace } from '../statement/pdf/seal-place.ts';
import type { AppendPorts } from './append.ts';
import { publishKeys } from './publish-keys.ts';

export type SealPorts = AppendPorts & Pick<Ports, 'seal' | 'fonts' | 'signer'>;

/** A CMS signature of P-256 without its certificates takes some 600 bytes. */
const signatureBytes = 2_048;

async function placeFor(ports: SealPorts, name: string): Promise<SealPlace> {
  await publishKeys(ports);
  const certificates = await ports.seal.certificates();
  const bytes = certificates.reduce((sum, { length }) => sum + length, signatureBytes);
  return { at: new Date(ports.clock.now()), name, bytes };
}

/** Not the same bytes twice: the seal holds the time of its making. */
export async function sealedPdf(ports: SealPorts, input: Omit<PdfInput, 'fonts' | 'seal'>): Promise<Uint8Array> {
  const seal = await placeFor(ports, input.payload.operator.name);
  const fonts = await ports.fonts.ofDocuments();
  return ports.seal.sealPdf(await renderPdf({ ...input, fonts, seal }));
}

/** Any other document, in the same way. @param name who seals */
export async function sealedDocument(
  ports: SealPorts,
  name: string,
  printed: Omit<Printed, 'fonts' | 'seal'>,
): Promise<Uint8Array> {
  const seal = await placeFor(ports, name);
  const fonts = await ports.fonts.ofDocuments();
  return ports.seal.sealPdf(await printPdf({ ...printed, fonts, seal }));
}
