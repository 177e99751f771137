// The log’s keys of an embedded run: Ed25519 key files marked TEST, of which the newest signs.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { LogSigner } from '../../ports/log.ts';
import { type KindOfKeyFile, keyFiles } from '../signer/key-files.ts';
import type { Rotating } from '../signer/rotating.ts';
import { rawPublicKey } from './ed25519.ts';

const marking = 'TEST key of an embedded run. A checkpoint signed with it proves nothing to anybody else.';

const kind: KindOfKeyFile<KeyObject> = {
  fileName: (ordinal) => `log-key${ordinal === 1 ? '' : `-${ordinal}`}.TEST.pem`,
  // RFC 7468 lets a text stand before the key.
  make: () => `${marking}\n${generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })}`,
  parse: (text, name) => {
    if (!text.startsWith(marking)) throw new Error(`${name} is not a key file of an embedded run`);
    return createPrivateKey(text.slice(text.indexOf('-----BEGIN')));
  },
};

/** @param directory of key-files.ts */
export function localLogSigner(directory: string): LogSigner & Rotating {
  const { keys, rotate } = keyFiles(directory, kind);
  return {
    publicKeys: async () => (await keys()).map((key) => rawPublicKey(createPublicKey(key))),
    sign: async (message) => sign(null, message, (await keys())[0]!),
    isTest: true,
    rotate,
  };
}
