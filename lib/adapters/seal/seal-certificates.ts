// Where the certificates of a seal come from: a setting of the operator, a file beside the test key, or the key itself.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Signer } from '../../ports/keys.ts';
import { putIfAbsent } from '../files/write-file.ts';
import { certificatesOfPem, pemIn, pemOf } from '../pem.ts';
import { currentKey } from './sealing-key.ts';

/** Read only where one is made. */
export const madeCertificate = async (signer: Signer, operator: string): Promise<Uint8Array> =>
  (await import('./self-made-certificate.ts')).selfMadeCertificate(signer, operator);

/** @param directory of the key files: the certificate is made once for each key and kept with it, so that a reader can be told to trust it */
export async function keptCertificates(directory: string, signer: Signer, operator: string): Promise<Uint8Array[]> {
  const { kid } = await currentKey(signer);
  const path = join(directory, `seal-certificate-${kid}.TEST.pem`);
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (kept !== null) return certificatesOfPem(kept);
  await putIfAbsent(path, pemOf(await madeCertificate(signer, operator)));
  return certificatesOfPem(await readFile(path, 'utf8'));
}

/** @param setting empty until the operator has a certificate for the key; else PEM, or the file that holds it */
export const givenCertificates = async (setting: string, signer: Signer, operator: string): Promise<Uint8Array[]> =>
  setting.trim() === '' ? [await madeCertificate(signer, operator)] : certificatesOfPem(pemIn(setting));
