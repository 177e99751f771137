// The log’s key in the cloud: Ed25519 in KMS, which signs the message itself, of 4,096 bytes at most.
import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { LogSigner } from '../../ports/log.ts';
import { once } from '../once.ts';
import { rawPublicKey } from './ed25519.ts';

/** @param former keys that signed before this one, 32 bytes each */
export function kmsLogSigner(kms: KMSClient, KeyId: string, former: readonly Uint8Array[] = []): LogSigner {
  const publicKeys = once(async (): Promise<readonly Uint8Array[]> => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    if (PublicKey === undefined) throw new Error('KMS answered no public key');
    const current = rawPublicKey(createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }));
    return [current, ...former.filter((key) => !Buffer.from(key).equals(current))];
  });
  return {
    publicKeys,
    sign: async (message) => {
      const call = { KeyId, Message: message, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' } as const;
      const { Signature } = await kms.send(new SignCommand(call));
      if (Signature?.length !== 64) throw new Error('KMS answered no signature');
      return Signature;
    },
    isTest: false,
  };
}
