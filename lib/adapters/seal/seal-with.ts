// Fills the place that a PDF keeps for its seal: the library finds it and writes the ranges, the signature is ours.
import { Signer as PdfSigner, SignPdf } from '@signpdf/signpdf';
import type { Signer } from '../../ports/keys.ts';
import { cadesSignature } from './cades.ts';

/** The library asks for a class of its own. */
class KeySigner extends PdfSigner {
  readonly #sign: (content: Uint8Array) => Promise<Uint8Array>;

  constructor(sign: (content: Uint8Array) => Promise<Uint8Array>) {
    super();
    this.#sign = sign;
  }

  override async sign(pdf: Buffer): Promise<Buffer> {
    return Buffer.from(await this.#sign(pdf));
  }
}

/** @param certificates DER, the signer’s first @throws Error (a fault) if the file has no place for a seal, or too small a one */
export async function sealWith(
  pdf: Uint8Array,
  certificates: readonly Uint8Array[],
  signDigest: Signer['signDigest'],
): Promise<Uint8Array> {
  const signer = new KeySigner((content) => cadesSignature(content, certificates, signDigest));
  return new Uint8Array(await new SignPdf().sign(pdf, signer));
}
