// The log’s keys of an embedded run: Ed25519 key files marked TEST, of which the newest signs.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogSigner } from '../../ports/log.ts';
import { putIfAbsent } from '../files/write-file.ts';
import { once } from '../once.ts';
import type { Rotating } from '../signer/rotating.ts';
import { rawPublicKey } from './ed25519.ts';

const fileName = (ordinal: number): string => `log-key${ordinal === 1 ? '' : `-${ordinal}`}.TEST.pem`;
const ordinalOf = (name: string): number => {
  const [whole, ordinal = '1'] = /^log-key(?:-([1-9]\d{0,5}))?\.TEST\.pem$/.exec(name) ?? [];
  return whole === undefined ? 0 : Number(ordinal);
};
const marking = 'TEST key of an embedded run. A checkpoint signed with it proves nothing to anybody else.';

/** Newest first. */
async function ordinals(directory: string): Promise<number[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .map(ordinalOf)
    .filter((ordinal) => ordinal > 0)
    .sort((a, b) => b - a);
}

/** Of processes that start at once, one makes the key and all read it. */
async function makeKey(directory: string, ordinal: number): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519');
  // RFC 7468 lets a text stand before the key.
  const text = `${marking}\n${privateKey.export({ type: 'pkcs8', format: 'pem' })}`;
  await putIfAbsent(join(directory, fileName(ordinal)), text);
}

async function readKey(directory: string, ordinal: number): Promise<KeyObject> {
  const text = await readFile(join(directory, fileName(ordinal)), 'utf8');
  if (!text.startsWith(marking)) throw new Error(`${fileName(ordinal)} is not a key file of an embedded run`);
  return createPrivateKey(text.slice(text.indexOf('-----BEGIN')));
}

async function loadKeys(directory: string): Promise<KeyObject[]> {
  let found = await ordinals(directory);
  if (found.length === 0) {
    await makeKey(directory, 1);
    found = await ordinals(directory);
  }
  return Promise.all(found.map((ordinal) => readKey(directory, ordinal)));
}

/** @param directory made with mode 700 if it is missing; the first key is made at first use, with mode 600 */
export function localLogSigner(directory: string): LogSigner & Rotating {
  const load = () => once(() => loadKeys(directory));
  let keys = load();
  return {
    publicKeys: async () => (await keys()).map((key) => rawPublicKey(createPublicKey(key))),
    sign: async (message) => sign(null, message, (await keys())[0]!),
    isTest: true,
    rotate: async () => {
      await makeKey(directory, ((await ordinals(directory))[0] ?? 0) + 1);
      keys = load();
    },
  };
}
