// What proves to an auditor that a fact is in the log: the fact, its salt, the path to the root, and the signed checkpoint.

import { logEntry } from '../../ledger/log/entry.ts';
import { LogDamaged } from '../../ledger/log/grow.ts';
import { inclusionProof, treeReader } from '../../ledger/log/proof.ts';
import { formatTlogProof } from '../../ledger/log/tlog-proof.ts';
import { formatVkey } from '../../ledger/log/vkey.ts';
import { leafHash, rootFromPath } from '../../ledger/merkle.ts';
import { sameBytes } from '../../model/bytes.ts';
import type { Ports } from '../../ports.ts';
import { readPublished } from './log-head.ts';
import { firstMarkAfter, type MarkPorts } from './log-marks.ts';
import { logKeysOf, tilesOfYear } from './log-of-year.ts';

export type EvidencePorts = MarkPorts & Pick<Ports, 'readBooks' | 'readLogPlaces'>;

export interface LogEvidence {
  /** The canonical bytes of the fact. */
  readonly fact: Uint8Array;
  /** 32 bytes. */
  readonly salt: Uint8Array;
  /** C2SP tlog-proof; it ends with `checkpoint`. */
  readonly proof: Uint8Array;
  /** The signed note, with what witnesses added. */
  readonly checkpoint: Uint8Array;
  /** RFC 3161 response over the text of the checkpoint, DER; null while there is none. */
  readonly timestamp: Uint8Array | null;
  /** PEM of the authority that made it. */
  readonly timestampCa: string | null;
  /** Keys of the log that signed, the current one first: for `log.vkey`. */
  readonly vkeys: readonly string[];
  /** Keys of the witnesses that the operator pinned: whoever relies on them compares them with a copy from elsewhere. */
  readonly witnessVkeys: readonly string[];
}

/**
 * @returns null while the log has not taken the fact; what it returns was worked out again, to the signed root
 * @throws LogDamaged, LogOutOfOrder
 */
export async function logEvidence(
  ports: EvidencePorts,
  { book, seq }: { readonly book: string; readonly seq: number },
): Promise<LogEvidence | null> {
  const { sha256 } = ports.primitives;
  const stored = await ports.readBooks.fact(book, seq);
  const run = stored === null ? null : await ports.readLogPlaces.of(book, seq);
  if (stored === null || run === null) return null;
  const index = run.index + seq - run.first;
  // The earliest that somebody outside vouched for shows most; else the last that the log signed.
  const mark = await firstMarkAfter(ports, run.year, index);
  const last = mark === null ? await readPublished(ports, run.year) : null;
  const published = mark === null ? last : { ...mark.checkpoint, bytes: mark.bytes };
  if (published === null || published.size <= index) return null;
  const reader = treeReader(sha256, tilesOfYear(ports, run.year), published.size);
  const path = await inclusionProof(reader, index);
  const leaf = leafHash(sha256, logEntry(sha256, stored.salt, stored.bytes));
  const root = rootFromPath(sha256, leaf, index, published.size, path);
  if (root === null || !sameBytes(root, published.root))
    throw new LogDamaged(`entry ${index} of ${run.year}`, 'wrong-root');
  const { bytes: checkpoint } = published;
  return {
    ...{ fact: stored.bytes, salt: stored.salt, checkpoint },
    proof: formatTlogProof({ index, path, checkpoint }),
    timestamp: mark?.stamp?.response ?? null,
    timestampCa: mark?.stamp?.ca ?? null,
    vkeys: (await logKeysOf(ports, run.year)).map(formatVkey),
    witnessVkeys: ports.witnesses.keys.map(formatVkey),
  };
}
