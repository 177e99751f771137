// Signs a statement or a status, and lets nothing out that its own public key does not verify.
import type { Json } from '../ledger/canonical.ts';
import { assembleJws, type JwsType, parseJws, signingInput } from './jws.ts';
import type { StatementKey } from './keys.ts';
import type { Checks } from './verify.ts';

export interface Signing extends Pick<Checks, 'sha256' | 'verifyEs256'> {
  /** @param digest SHA-256 of what is signed @returns ASN.1 DER, as the signer port gives it */
  readonly signDigest: (digest: Uint8Array) => Promise<Uint8Array>;
}

/**
 * Nothing is written here: after a crash, or a refusal of the signer, the same call may be made again. Each call may give another signature.
 * @param key the public key of the signer's current private key; its `kid` goes into the header
 * @returns the JWS text
 * @throws whatever `signDigest` throws (KMS throttles or refuses); Error (a fault) if the payload has no canonical form, the answer is no DER signature, or `key`
 * does not verify it (another key signed)
 */
export async function signJws(typ: JwsType, payload: object, key: StatementKey, signing: Signing): Promise<string> {
  const input = signingInput(typ, key.kid, payload as Json);
  const jws = assembleJws(input, await signing.signDigest(signing.sha256(new TextEncoder().encode(input))));
  const parsed = parseJws(jws, typ);
  if (typeof parsed === 'string') throw new Error(`sign: what was made does not read back (${parsed})`);
  if (!(await signing.verifyEs256(key, parsed.signingInput, parsed.signature))) {
    throw new Error(`sign: key ${key.kid} does not verify what the signer answered`);
  }
  return jws;
}
