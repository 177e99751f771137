// Monitoring: every tile and entry of a year’s log is read again, and its checkpoint held against one that somebody kept.
import { openCheckpoint } from '../../ledger/log/checkpoint.ts';
import { LogDamaged } from '../../ledger/log/grow.ts';
import { type Monitored, monitorTree, type TileFinding } from '../../ledger/log/monitor.ts';
import { consistencyProof, isConsistent, treeReader } from '../../ledger/log/proof.ts';
import { type HeadsPorts, readPublished, type StoredHead } from './log-head.ts';
import { logKeysOf, tilesOfYear } from './log-of-year.ts';

/** How the log now stands to a checkpoint that was kept. */
export type SinceKept =
  | 'goes-on'
  /** The log now says less than it said: what was kept is newer. */
  | 'older'
  | 'differs'
  /** Not a checkpoint of this log, by its keys. */
  | 'not-ours';

export interface MonitoredYear extends Monitored {
  readonly year: number;
  readonly head: StoredHead;
  /** Null where nothing was kept, or nothing of this year. */
  readonly since: SinceKept | null;
}

async function sinceKept(ports: HeadsPorts, year: number, head: StoredHead, kept: Uint8Array): Promise<SinceKept> {
  const { sha256, verifyEd25519 } = ports.primitives;
  const before = await openCheckpoint(kept, await logKeysOf(ports, year), [], verifyEd25519);
  if (typeof before === 'string') return 'not-ours';
  if (before.size > head.size) return 'older';
  try {
    const proof = await consistencyProof(treeReader(sha256, tilesOfYear(ports, year), head.size), before.size);
    return isConsistent(sha256, before, head, proof) ? 'goes-on' : 'differs';
  } catch (error) {
    // The findings name the file.
    if (error instanceof LogDamaged) return 'differs';
    throw error;
  }
}

/** @param kept a checkpoint of that year’s log, from an earlier day @returns null for a year without a log @throws LogOutOfOrder */
export async function monitorYear(
  ports: HeadsPorts,
  year: number,
  kept: Uint8Array | null,
): Promise<MonitoredYear | null> {
  const head = await readPublished(ports, year);
  if (head === null) return null;
  const monitored = await monitorTree(ports.primitives.sha256, tilesOfYear(ports, year), head);
  const since = kept === null ? null : await sinceKept(ports, year, head, kept);
  return { ...monitored, year, head, since };
}

export const holds = ({
  findings,
  since,
}: {
  readonly findings: readonly TileFinding[];
  readonly since: SinceKept | null;
}) => findings.length === 0 && (since === null || since === 'goes-on');
