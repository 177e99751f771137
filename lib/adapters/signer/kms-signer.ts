// The signer of the cloud: an EC P-256 key in KMS that signs digests.
import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import * as z from 'zod';
import type { PublicJwk, Signer } from '../../ports/keys.ts';
import { once } from '../once.ts';
import { publicJwk } from './public-jwk.ts';

const p256 = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() });

/** @param former keys that signed before this one: KMS tells this one alone */
export function kmsSigner(kms: KMSClient, KeyId: string, former: readonly PublicJwk[] = []): Signer {
  const publicKeys = once(async (): Promise<readonly PublicJwk[]> => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    if (PublicKey === undefined) throw new Error('KMS answered no public key');
    const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
    const { x, y } = p256.parse(key.export({ format: 'jwk' }));
    const current = publicJwk(x, y);
    return [current, ...former.filter(({ kid }) => kid !== current.kid)];
  });
  return {
    publicKeys,
    signDigest: async (digest) => {
      const call = { KeyId, Message: digest, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' } as const;
      const { Signature } = await kms.send(new SignCommand(call));
      if (Signature === undefined) throw new Error('KMS answered no signature');
      return Signature;
    },
    isTest: false,
  };
}
