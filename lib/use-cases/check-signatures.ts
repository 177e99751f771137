// The registrar's signature of each fact that it decides, held against the keys that stood published in the registry when the fact came.
import { type AnyFact, dataBytes } from '../ledger/fact.ts';
import { isRegistrarKind, type PublishedKey } from '../ledger/kinds.ts';
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { decodeBase64url } from '../statement/base64url.ts';
import { hasSigned, keysSeen } from './keys-seen.ts';
import { type Flaw, type SignatureIs, signatureFlaw } from './ledger-finding.ts';

/** Facts of the registry in order, each once. */
export interface SignatureWatch {
  /** @param bytes as they stand in the store */
  readonly take: (fact: AnyFact, bytes: Uint8Array) => Promise<readonly Flaw[]>;
}

export function signatureWatch({ primitives }: Pick<Ports, 'primitives'>): SignatureWatch {
  const keys = keysSeen('registrar', primitives);
  const holds = async ({ signed }: AnyFact, key: PublishedKey, data: Uint8Array): Promise<boolean> => {
    const raw = decodeBase64url(signed?.signature ?? '');
    const isOf = toHex(primitives.sha256(data)) === signed?.digest;
    return raw !== null && isOf && hasSigned(primitives, key, data, raw);
  };
  const flawOf = async (fact: AnyFact, bytes: Uint8Array): Promise<SignatureIs | null> => {
    if (fact.signed === undefined) return keys.byKid.size > 0 ? 'missing' : null;
    const key = keys.byKid.get(fact.signed.kid);
    if (key === undefined || key.publicKey === null) return 'unknown-key';
    if (!(await holds(fact, key.publicKey, dataBytes(bytes)))) return 'wrong';
    return key.retired === null ? null : 'retired-key';
  };
  return {
    take: async (fact, bytes) => {
      keys.take(fact);
      if (!isRegistrarKind(fact.kind)) return [];
      const is = await flawOf(fact, bytes);
      return is === null ? [] : [signatureFlaw(fact.seq, is)];
    },
  };
}
