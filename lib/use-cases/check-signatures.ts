// The registrar's signature of each fact that it decides, held against the keys that stood published in the registry when the fact came.
import { type AnyFact, dataBytes } from '../ledger/fact.ts';
import { isRegistrarKind, type PublishedKey } from '../ledger/kinds.ts';
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { decodeBase64url } from '../statement/base64url.ts';
import { type Flaw, signatureFlaw } from './ledger-finding.ts';

interface KnownKey {
  readonly publicKey: PublishedKey;
  isRetired: boolean;
}

/** Facts of the registry in order, each once. */
export interface SignatureWatch {
  /** @param bytes as they stand in the store */
  readonly take: (fact: AnyFact, bytes: Uint8Array) => Promise<readonly Flaw[]>;
}

export function signatureWatch({ primitives }: Pick<Ports, 'primitives'>): SignatureWatch {
  const keys = new Map<string, KnownKey>();
  const holds = async ({ signed }: AnyFact, key: PublishedKey, data: Uint8Array): Promise<boolean> => {
    const raw = decodeBase64url(signed?.signature ?? '');
    if (raw === null || key.kty !== 'EC' || toHex(primitives.sha256(data)) !== signed?.digest) return false;
    // A point that is not on the curve signed nothing.
    return primitives.verifyEs256(key, data, raw).catch(() => false);
  };
  const flawOf = async (fact: AnyFact, bytes: Uint8Array): Promise<Parameters<typeof signatureFlaw>[1] | null> => {
    if (fact.signed === undefined) return keys.size > 0 ? 'missing' : null;
    const key = keys.get(fact.signed.kid);
    if (key === undefined) return 'unknown-key';
    if (!(await holds(fact, key.publicKey, dataBytes(bytes)))) return 'wrong';
    return key.isRetired ? 'retired-key' : null;
  };
  return {
    take: async (fact, bytes) => {
      if (fact.kind === 'key-published' && fact.data.use === 'registrar' && fact.data.publicKey !== null) {
        const { kid, publicKey } = fact.data;
        keys.set(kid, { publicKey, isRetired: keys.get(kid)?.isRetired ?? false });
      }
      const retired = fact.kind === 'key-retired' ? keys.get(fact.data.kid) : undefined;
      if (retired !== undefined) retired.isRetired = true;
      if (!isRegistrarKind(fact.kind)) return [];
      const is = await flawOf(fact, bytes);
      return is === null ? [] : [signatureFlaw(fact.seq, is)];
    },
  };
}
