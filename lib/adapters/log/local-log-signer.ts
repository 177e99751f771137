// The log’s key of an embedded run: an Ed25519 key file marked TEST.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogSigner } from '../../ports/log.ts';
import { putIfAbsent } from '../files/write-file.ts';
import { once } from '../once.ts';
import { rawPublicKey } from './ed25519.ts';

const fileName = 'log-key.TEST.pem';
const marking = 'TEST key of an embedded run. A checkpoint signed with it proves nothing to anybody else.';

/** Of processes that start at once, one makes the key and all read it. */
async function loadKey(directory: string): Promise<KeyObject> {
  const path = join(directory, fileName);
  const text = await readFile(path, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    const { privateKey } = generateKeyPairSync('ed25519');
    // RFC 7468 lets a text stand before the key.
    await putIfAbsent(path, `${marking}\n${privateKey.export({ type: 'pkcs8', format: 'pem' })}`);
    return readFile(path, 'utf8');
  });
  if (!text.startsWith(marking)) throw new Error(`${fileName} is not a key file of an embedded run`);
  return createPrivateKey(text.slice(text.indexOf('-----BEGIN')));
}

/** @param directory made with mode 700 if it is missing; the key is made at first use, with mode 600 */
export function localLogSigner(directory: string): LogSigner {
  const key = once(() => loadKey(directory));
  return {
    publicKeys: async () => [rawPublicKey(createPublicKey(await key()))],
    sign: async (message) => sign(null, message, await key()),
    isTest: true,
  };
}
