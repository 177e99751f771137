// The head of a year’s log as it stands in the store, held against our own keys before anything rests on it.
import { type OpenedCheckpoint, openCheckpoint } from '../../ledger/log/checkpoint.ts';
import { LogDamaged } from '../../ledger/log/grow.ts';
import { OtherPlace } from '../../ports/log.ts';
import type { Ports } from '../../ports.ts';
import { checkpointName, headName, logKeysOf, originOf } from './log-of-year.ts';

export interface StoredHead extends OpenedCheckpoint {
  /** As it stands there: what a swap names. */
  readonly bytes: Uint8Array;
}

export type HeadsPorts = Pick<Ports, 'readLogFiles' | 'logKeys' | 'installation' | 'primitives'>;

/** What stands there is not what we signed, or is older than what the log said before: nothing is appended until a person has looked. */
export class LogOutOfOrder extends Error {
  override readonly name = 'LogOutOfOrder';
}

/** @returns whether the log itself does not hold: not what reads it, nor the store */
export const isBrokenLog = (error: unknown): error is LogDamaged | LogOutOfOrder | OtherPlace =>
  error instanceof LogDamaged || error instanceof LogOutOfOrder || error instanceof OtherPlace;

async function readCheckpoint(ports: HeadsPorts, year: number, name: string): Promise<StoredHead | null> {
  const bytes = await ports.readLogFiles.get(name);
  if (bytes === null) return null;
  const keys = await logKeysOf(ports, year);
  const opened = await openCheckpoint(bytes, keys, [], ports.primitives.verifyEd25519);
  if (typeof opened === 'string') throw new LogOutOfOrder(`log ${year}: ${name}: ${opened}`);
  if (opened.origin !== originOf(ports.installation, year)) {
    throw new LogOutOfOrder(`log ${year}: ${name} is of ${opened.origin}`);
  }
  return { ...opened, bytes };
}

/** @returns the last checkpoint that was signed; null for a year without a log @throws LogOutOfOrder */
export const readLogHead = (ports: HeadsPorts, year: number): Promise<StoredHead | null> =>
  readCheckpoint(ports, year, headName(year));

/** @returns the checkpoint that everybody is served @throws LogOutOfOrder */
export const readPublished = (ports: HeadsPorts, year: number): Promise<StoredHead | null> =>
  readCheckpoint(ports, year, checkpointName(year));
