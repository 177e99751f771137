// Seals PDFs with the statement key (PAdES baseline B-B, ETSI EN 319 142-1), under a certificate of that very key.
import { X509Certificate } from 'node:crypto';
import type { Seal, Signer } from '../../ports/keys.ts';
import { once } from '../once.ts';
import { currentKey, publicKeyDer } from './sealing-key.ts';

async function checked(signer: Signer, certificates: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const expected = publicKeyDer(await currentKey(signer));
  const found =
    certificates[0] && new X509Certificate(certificates[0]).publicKey.export({ type: 'spki', format: 'der' });
  if (found === undefined || !found.equals(expected)) {
    throw new Error('seal: the first certificate is not one of the key that signs statements now');
  }
  return certificates;
}

/** @param load DER, the certificate of the current key first; asked once, and again after a failure */
export function padesSeal(signer: Signer, load: () => Promise<readonly Uint8Array[]>): Seal {
  const certificates = once(async () => checked(signer, await load()));
  return {
    certificates,
    sealPdf: async (pdf) => {
      const chain = await certificates();
      // Only here, so that functions that seal nothing read none of it.
      const { sealWith } = await import('./seal-with.ts');
      return sealWith(pdf, chain, signer.signDigest);
    },
  };
}
