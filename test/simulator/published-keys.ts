// The keys that the facts of the registry tell, read plainly: which was published for what, and which is retired.
import type { PublishedKey } from '../../lib/ledger/kinds.ts';
import type { KeyUse } from './key-rings.ts';
import type { PlainFact } from './read-world.ts';

export interface KeyPublished {
  readonly kid: string;
  readonly use: KeyUse;
  readonly publicKey: PublishedKey;
  /** Of the facts that published and retired it. */
  readonly seq: number;
  readonly retiredSeq: number | null;
  /** UTC. */
  readonly retired: string | null;
}

/** By name. */
export type PublishedKeys = ReadonlyMap<string, KeyPublished>;

/** @param registry its facts in order */
export function publishedIn(registry: readonly PlainFact[]): PublishedKeys {
  const keys = new Map<string, KeyPublished>();
  for (const { kind, seq, at, data } of registry) {
    const said = data as unknown as Pick<KeyPublished, 'kid' | 'use' | 'publicKey'>;
    const known = keys.get(said.kid);
    if (kind === 'key-published' && known === undefined)
      keys.set(said.kid, { ...said, seq, retiredSeq: null, retired: null });
    if (kind === 'key-retired' && known?.retiredSeq === null)
      keys.set(said.kid, { ...known, retiredSeq: seq, retired: at });
  }
  return keys;
}
