// Signers of an embedded run: P-256 key files marked TEST, in a directory. They answer as KMS does, in DER, so that no bug hides.
import { generateKeyPairSync } from 'node:crypto';
import type { PublicJwk, Signer } from '../../ports/keys.ts';
import { signP256Digest } from './ecdsa-digest.ts';
import { type KindOfKeyFile, keyFiles } from './key-files.ts';
import { publicJwk } from './public-jwk.ts';
import type { Rotating } from './rotating.ts';

/** Whose keys: each has files of its own. */
export type KeyOwner = 'statement' | 'registrar';

const markings: Readonly<Record<KeyOwner, string>> = {
  statement: 'TEST key of an embedded run. A statement signed with it proves nothing to anybody else.',
  registrar: 'TEST key of an embedded run. A fact of the registry signed with it proves nothing to anybody else.',
};

interface KeyFile {
  readonly warning: string;
  readonly privateKey: { readonly x: string; readonly y: string; readonly d: string };
}

interface LocalKey {
  readonly publicJwk: PublicJwk;
  readonly privateKey: Uint8Array;
}

const kindOf = (owner: KeyOwner): KindOfKeyFile<LocalKey> => ({
  fileName: (ordinal) => `${owner}-key-${ordinal}.TEST.json`,
  make: () => {
    const { x, y, d } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    return `${JSON.stringify({ warning: markings[owner], privateKey: { x, y, d } }, null, 2)}\n`;
  },
  parse: (text, name) => {
    const { warning, privateKey } = JSON.parse(text) as KeyFile;
    const { x, y, d } = privateKey;
    const scalar = Buffer.from(d, 'base64url');
    if (warning !== markings[owner] || scalar.length !== 32)
      throw new Error(`${name} is not a key file of an embedded run`);
    return { publicJwk: publicJwk(x, y), privateKey: scalar };
  },
});

/** @param directory of key-files.ts */
export function localSigner(directory: string, owner: KeyOwner = 'statement'): Signer & Rotating {
  const { keys, rotate } = keyFiles(directory, kindOf(owner));
  return {
    publicKeys: async () => (await keys()).map((key) => key.publicJwk),
    signDigest: async (digest) => signP256Digest((await keys())[0]!.privateKey, digest),
    isTest: true,
    rotate,
  };
}
