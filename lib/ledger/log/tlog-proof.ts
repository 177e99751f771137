// The proof that is handed to an auditor (C2SP tlog-proof): the place in the log, the path to its root, and the signed checkpoint.
import { joinBytes, sameBytes } from '../../model/bytes.ts';
import type { Sha256 } from '../../model/hashing.ts';
import { leafHash, rootFromPath } from '../merkle.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { type OpenedCheckpoint, openCheckpoint, parseDecimal } from './checkpoint.ts';
import type { VerifyEd25519 } from './note.ts';
import type { NoteKey } from './vkey.ts';

const firstLine = 'c2sp.org/tlog-proof@v1';
const mostHashes = 63;
/** A path of 63 hashes before a checkpoint of the greatest size. */
const mostBytes = 70_000;

export interface TlogProof {
  readonly index: number;
  /** From the leaf’s sibling up. */
  readonly path: readonly Uint8Array[];
  /** As the log served it, with all its signatures. */
  readonly checkpoint: Uint8Array;
}

export function formatTlogProof({ index, path, checkpoint }: TlogProof): Uint8Array {
  const lines = [firstLine, `index ${index}`, ...path.map(encodeBase64), '', ''];
  return joinBytes([new TextEncoder().encode(lines.join('\n')), checkpoint]);
}

/** @returns null if these bytes are no proof. A line of extra data, which vouches for nothing, is read over. */
export function parseTlogProof(bytes: Uint8Array): TlogProof | null {
  if (bytes.length > mostBytes) return null;
  // Only what stands before the checkpoint is read here, and is ASCII: other bytes become characters that stand nowhere in a proof.
  const cut = bytes.findIndex((byte, i) => byte === 0x0a && bytes[i + 1] === 0x0a);
  if (cut < 0) return null;
  const [first, ...lines] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, cut)).split('\n');
  const [, extra] = /^extra (.*)$/.exec(lines[0] ?? '') ?? [];
  if (extra !== undefined) {
    if (decodeBase64(extra) === null) return null;
    lines.shift();
  }
  const index = parseDecimal(/^index (\d+)$/.exec(lines.shift() ?? '')?.[1]);
  const path = lines.map(decodeBase64);
  if (first !== firstLine || index === null || path.length > mostHashes) return null;
  if (!path.every((hash) => hash?.length === 32)) return null;
  return { index, path: path.filter((hash) => hash !== null), checkpoint: bytes.slice(cut + 2) };
}

export interface ProvenEntry {
  readonly index: number;
  readonly checkpoint: OpenedCheckpoint;
}

/**
 * @param entry what must be in the log: SHA-256(salt ‖ fact bytes)
 * @param logKeys keys of the log; @param witnesses those of witnesses that are known
 * @returns why it proves nothing, if it does not: `not-in-tree` where the path does not lead from this entry to the signed root
 */
export async function verifyTlogProof(
  { sha256, verifyEd25519 }: { readonly sha256: Sha256; readonly verifyEd25519: VerifyEd25519 },
  bytes: Uint8Array,
  entry: Uint8Array,
  logKeys: readonly NoteKey[],
  witnesses: readonly NoteKey[] = [],
): Promise<ProvenEntry | 'unreadable' | 'wrong-signature' | 'unknown-key' | 'not-in-tree'> {
  const proof = parseTlogProof(bytes);
  if (proof === null) return 'unreadable';
  const checkpoint = await openCheckpoint(proof.checkpoint, logKeys, witnesses, verifyEd25519);
  if (typeof checkpoint === 'string') return checkpoint;
  const root = rootFromPath(sha256, leafHash(sha256, entry), proof.index, checkpoint.size, proof.path);
  return root !== null && sameBytes(root, checkpoint.root) ? { index: proof.index, checkpoint } : 'not-in-tree';
}
