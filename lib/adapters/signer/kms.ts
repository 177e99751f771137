// A MAC that KMS makes: the key behind it never leaves KMS, and the MAC serves as a key of 32 bytes.
import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';

/** @returns the same 32 bytes for the same key and purpose, in every function and for ever */
export async function macFromKms(kms: KMSClient, KeyId: string, purpose: string): Promise<Uint8Array> {
  const Message = Buffer.from(purpose);
  const { Mac } = await kms.send(new GenerateMacCommand({ KeyId, MacAlgorithm: 'HMAC_SHA_256', Message }));
  if (Mac?.length !== 32) throw new Error('KMS answered no MAC');
  return Mac;
}
