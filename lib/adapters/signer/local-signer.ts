// Signers of an embedded run: P-256 key files marked TEST, in a directory. They answer as KMS does, in DER, so that no bug hides.
import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublicJwk, Signer } from '../../ports/keys.ts';
import { putIfAbsent } from '../files/write-file.ts';
import { once } from '../once.ts';
import { signP256Digest } from './ecdsa-digest.ts';
import { publicJwk } from './public-jwk.ts';
import type { Rotating } from './rotating.ts';

/** Whose keys: each has files of its own. */
export type KeyOwner = 'statement' | 'registrar';

const markings: Readonly<Record<KeyOwner, string>> = {
  statement: 'TEST key of an embedded run. A statement signed with it proves nothing to anybody else.',
  registrar: 'TEST key of an embedded run. A fact of the registry signed with it proves nothing to anybody else.',
};
const fileName = (owner: KeyOwner, ordinal: number): string => `${owner}-key-${ordinal}.TEST.json`;
const ordinalOf = (owner: KeyOwner, name: string): number => {
  const [, of, ordinal] = /^([a-z]+)-key-([1-9]\d{0,5})\.TEST\.json$/.exec(name) ?? [];
  return of === owner ? Number(ordinal) : 0;
};

interface KeyFile {
  readonly warning: string;
  readonly privateKey: { readonly x: string; readonly y: string; readonly d: string };
}

interface LocalKey {
  readonly publicJwk: PublicJwk;
  readonly privateKey: Uint8Array;
}

function parseKey(owner: KeyOwner, name: string, text: string): LocalKey {
  const { warning, privateKey } = JSON.parse(text) as KeyFile;
  const { x, y, d } = privateKey;
  const scalar = Buffer.from(d, 'base64url');
  if (warning !== markings[owner] || scalar.length !== 32)
    throw new Error(`${name} is not a key file of an embedded run`);
  return { publicJwk: publicJwk(x, y), privateKey: scalar };
}

async function ordinals(directory: string, owner: KeyOwner): Promise<number[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .map((name) => ordinalOf(owner, name))
    .filter((ordinal) => ordinal > 0)
    .sort((a, b) => b - a);
}

/**
 * Makes a key that is current from the next start on; the former ones stay, because statements signed with them stay.
 * @param after the ordinal of the newest key now: of two processes that ask at once, one makes it and both find it
 */
async function makeKey(directory: string, owner: KeyOwner, after: number): Promise<void> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y, d } = privateKey.export({ format: 'jwk' });
  const content = JSON.stringify({ warning: markings[owner], privateKey: { x, y, d } }, null, 2);
  await putIfAbsent(join(directory, fileName(owner, after + 1)), `${content}\n`);
}

async function loadKeys(directory: string, owner: KeyOwner): Promise<LocalKey[]> {
  let found = await ordinals(directory, owner);
  if (found.length === 0) {
    await makeKey(directory, owner, 0);
    found = await ordinals(directory, owner);
  }
  return Promise.all(
    found.map(async (ordinal) => {
      const name = fileName(owner, ordinal);
      return parseKey(owner, name, await readFile(join(directory, name), 'utf8'));
    }),
  );
}

/** @param directory made with mode 700 if it is missing; the first key is made at first use, with mode 600 */
export function localSigner(directory: string, owner: KeyOwner = 'statement'): Signer & Rotating {
  const load = () => once(() => loadKeys(directory, owner));
  let keys = load();
  return {
    publicKeys: async () => (await keys()).map((key) => key.publicJwk),
    signDigest: async (digest) => signP256Digest((await keys())[0]!.privateKey, digest),
    isTest: true,
    rotate: async () => {
      await makeKey(directory, owner, (await ordinals(directory, owner))[0] ?? 0);
      keys = load();
    },
  };
}
