// Signers and link keys that live as long as the process, marked TEST like key files.
import { createECDH } from 'node:crypto';
import type { LinkKeys, PublicJwk, Signer } from '../../ports/keys.ts';
import type { Random } from '../../ports/primitives.ts';
import { signP256Digest } from '../signer/ecdsa-digest.ts';
import type { KeyOwner } from '../signer/local-signer.ts';
import { publicJwk } from '../signer/public-jwk.ts';
import type { Rotating } from '../signer/rotating.ts';

export function memorySigner(random: Random, owner: KeyOwner = 'statement'): Signer & Rotating {
  const keys = [madeKey(random.bytes(32, `${owner} key`))];
  return {
    publicKeys: async () => keys.map(({ key }) => key),
    signDigest: async (digest) => signP256Digest(keys[0]!.privateKey, digest),
    isTest: true,
    rotate: async () => {
      keys.unshift(madeKey(random.bytes(32, `${owner} key ${keys.length + 1}`)));
    },
  };
}

/** All but one in 2^32 texts of 32 bytes are a private key; for the others createECDH throws. */
function madeKey(privateKey: Uint8Array): { readonly key: PublicJwk; readonly privateKey: Uint8Array } {
  const point = createECDH('prime256v1');
  point.setPrivateKey(privateKey);
  const [x, y] = [point.getPublicKey().subarray(1, 33), point.getPublicKey().subarray(33)];
  return { key: publicJwk(x.toString('base64url'), y.toString('base64url')), privateKey };
}

export function memoryLinkKeys(random: Random): LinkKeys {
  const current = { kid: 'k1', key: random.bytes(32, 'link key') };
  return {
    current: async () => current,
    byKid: async (kid) => (kid === current.kid ? current.key : null),
  };
}
