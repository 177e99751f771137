// The keys of one use as the registry's facts tell them, one after the other, for the full check: which were published, since when each is retired.
import type { AnyFact } from '../ledger/fact.ts';
import type { FactData, PublishedKey } from '../ledger/kinds.ts';
import type { Primitives } from '../ports/primitives.ts';
import { thumbprint } from '../statement/jws.ts';

interface KeySeen {
  /** Null: the registry does not hold it yet. */
  readonly publicKey: PublishedKey | null;
  /** UTC; null: it is not. */
  readonly retired: string | null;
}

export interface KeysSeen {
  /** Facts of the registry in order, each once. */
  readonly take: (fact: AnyFact) => void;
  readonly byKid: ReadonlyMap<string, KeySeen>;
}

export function keysSeen(
  use: Exclude<FactData<'key-published'>['use'], 'log'>,
  { sha256 }: Pick<Primitives, 'sha256'>,
): KeysSeen {
  /** Under another key’s name it would verify what that one never signed. */
  const isNamed = (kid: string, key: PublishedKey): boolean => key.kty === 'EC' && thumbprint(sha256, key) === kid;
  const byKid = new Map<string, KeySeen>();
  return {
    byKid,
    take: ({ at, ...fact }) => {
      if (fact.kind === 'key-published' && fact.data.use === use) {
        const { kid, publicKey } = fact.data;
        if (publicKey !== null && !isNamed(kid, publicKey)) return;
        const known = byKid.get(kid) ?? { publicKey: null, retired: null };
        byKid.set(kid, { ...known, publicKey: publicKey ?? known.publicKey });
      }
      const known = fact.kind === 'key-retired' ? byKid.get(fact.data.kid) : undefined;
      if (fact.kind === 'key-retired' && known?.retired === null) byKid.set(fact.data.kid, { ...known, retired: at });
    },
  };
}

/** @param raw 64 bytes r ‖ s. A point that is not on the curve signed nothing */
export const hasSigned = async (
  { verifyEs256 }: Pick<Primitives, 'verifyEs256'>,
  key: PublishedKey,
  bytes: Uint8Array,
  raw: Uint8Array,
): Promise<boolean> => key.kty === 'EC' && verifyEs256(key, bytes, raw).catch(() => false);
