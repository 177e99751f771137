// Where the certificates of a seal come from in the cloud: a setting, the file that it names, or the key itself.
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pemOf } from '../../../lib/adapters/pem.ts';
import { givenCertificates, madeCertificate } from '../../../lib/adapters/seal/seal-certificates.ts';
import { localSigner } from '../../../lib/adapters/signer/local-signer.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-seal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const signer = localSigner(join(folder, 'keys'));
const given = (setting: string): Promise<Uint8Array[]> => givenCertificates(setting, signer, 'Exploitant');

let chain: Uint8Array[];
let pem: string;
beforeAll(async () => {
  chain = [await madeCertificate(signer, 'Exploitant'), await madeCertificate(signer, 'Autorité')];
  pem = chain.map(pemOf).join('');
});

it('the setting itself, each certificate in its order', async () => {
  expect(await given(pem)).toEqual(chain);
});

it('the file that the setting names, however long it is', async () => {
  const path = join(folder, 'seal.pem');
  writeFileSync(path, pem);
  expect(await given(path)).toEqual(chain);
  await expect(given(join(folder, 'gone.pem'))).rejects.toThrow(/ENOENT/);
});

it('the key, where nothing is set', async () => {
  const [own, ...others] = await given(' ');
  const [{ x, y } = { x: '', y: '' }] = await signer.publicKeys();
  expect(new X509Certificate(own!).publicKey.export({ format: 'jwk' })).toMatchObject({ x, y });
  expect(others).toEqual([]);
});
