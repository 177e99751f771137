// A signed statement and the proof that it stands in a log, made once for all who check them.
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { primitives } from '../../../lib/adapters/primitives.ts';
import { leafHash, rootFromPath } from '../../../lib/ledger/merkle.ts';
import { assembleJws, type EcPoint, signingInput, thumbprint } from '../../../lib/statement/jws.ts';

export interface MadeProof {
  readonly jws: string;
  readonly key: EcPoint;
  readonly publicKey: KeyObject;
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** @param leaves of the log: the path has a hash for each level */
export function madeProof(leaves: number): MadeProof {
  const { sha256 } = primitives;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = publicKey.export({ format: 'jwk' }) as unknown as EcPoint;
  const input = signingInput('communs-statement+jwt', thumbprint(sha256, key), { v: 1, number: '2025-0001' });
  const jws = assembleJws(input, createSign('sha256').update(input).sign(privateKey));
  const index = Math.floor(leaves / 3);
  const levels = Math.ceil(Math.log2(leaves));
  const path = Array.from({ length: levels }, (_, level) => sha256(Uint8Array.of(level)));
  const leaf = leafHash(sha256, Uint8Array.of(1, 2, 3));
  return {
    jws,
    key,
    publicKey,
    leaf,
    index,
    size: leaves,
    path,
    root: rootFromPath(sha256, leaf, index, leaves, path)!,
  };
}

/** A log of so many entries has paths of 20 hashes. */
export const leavesOfTwentyLevels = 2 ** 20;
