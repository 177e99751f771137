// What bodies outside said of the log, in the full check: each cosignature and time stamp against its checkpoint and the pinned key or authority.
import { parseCheckpoint, type TreeHead } from '../../ledger/log/checkpoint.ts';
import { goodCosignatures } from '../../ledger/log/cosignature.ts';
import { LogDamaged } from '../../ledger/log/grow.ts';
import { type Note, verifyNote } from '../../ledger/log/note.ts';
import { consistencyProof, isConsistent, treeReader } from '../../ledger/log/proof.ts';
import type { Ports } from '../../ports.ts';
import type { LogKeyWatch } from '../check-log-keys.ts';
import { type Flaw, logFlaw } from '../ledger-finding.ts';
import { type HeadsPorts, LogOutOfOrder, type StoredHead } from './log-head.ts';
import { type KeptMark, keptMark, markedSizes, markName, sizesName } from './log-marks.ts';
import { checkpointName, logKeysOf, originOf, tilesOfYear } from './log-of-year.ts';

export type CheckMarksPorts = HeadsPorts & Pick<Ports, 'witnesses' | 'timeStamps'>;

/** Before the checkpoint is read, so that no mark can honestly be of more than it says. */
export async function sizesToCheck(ports: HeadsPorts, year: number): Promise<readonly number[] | 'changed'> {
  try {
    return await markedSizes(ports, year);
  } catch (error) {
    if (error instanceof LogOutOfOrder) return 'changed';
    throw error;
  }
}

/** Lines of the log itself are left: they were checked. What is no pinned witness’s was never taken. */
async function cosignatureFlaws(
  { witnesses, primitives, ...ports }: CheckMarksPorts,
  year: number,
  name: string,
  { text, signatures }: Note,
): Promise<Flaw[]> {
  const own = await logKeysOf({ ...ports, primitives }, year);
  const outside = signatures.filter((line) => !own.some((key) => key.name === line.name && key.id === line.id));
  const good = await goodCosignatures(text, outside, witnesses.keys, primitives.verifyEd25519);
  return outside
    .filter((line) => !good.some((one) => one.line === line))
    .map((line) => {
      const isPinned = witnesses.keys.some((key) => key.name === line.name && key.id === line.id);
      return logFlaw(name, isPinned ? 'wrong-cosignature' : 'foreign-cosignature');
    });
}

/** Without a pinned authority only that it is a stamp over this text by the authority that stands beside it. */
async function stampFlaws(
  { timeStamps }: CheckMarksPorts,
  name: string,
  text: string,
  { response, ca, at }: NonNullable<KeptMark['stamp']>,
): Promise<Flaw[]> {
  const over = new TextEncoder().encode(text);
  const isGood = async (by: string): Promise<boolean> => (await timeStamps.check(over, response, by))?.at === at;
  if (timeStamps.authority !== null && (await isGood(timeStamps.authority.ca))) return [];
  if (!(await isGood(ca))) return [logFlaw(name, 'wrong-stamp')];
  return timeStamps.authority === null ? [] : [logFlaw(name, 'foreign-stamp')];
}

/** @returns whether what the log says today goes on from it; true where tiles that are named already cannot tell */
async function isPart(ports: HeadsPorts, year: number, before: TreeHead, last: TreeHead): Promise<boolean> {
  if (before.size > last.size) return false;
  const { sha256 } = ports.primitives;
  try {
    const proof = await consistencyProof(treeReader(sha256, tilesOfYear(ports, year), last.size), before.size);
    return isConsistent(sha256, before, last, proof);
  } catch (error) {
    if (error instanceof LogDamaged) return true;
    throw error;
  }
}

async function ofOneSize(
  ports: CheckMarksPorts,
  year: number,
  size: number,
  last: StoredHead,
  seen: LogKeyWatch['signed'],
): Promise<Flaw[]> {
  const name = markName(year, size);
  let kept: KeptMark | null;
  try {
    kept = await keptMark(ports, year, size);
  } catch (error) {
    if (error instanceof LogOutOfOrder) return [logFlaw(name, 'not-ours')];
    throw error;
  }
  // It is listed before it is kept: whoever died between keeps it the next time.
  if (kept === null) return [];
  const checkpoint = parseCheckpoint(kept.checkpoint);
  const keys = await logKeysOf(ports, year);
  const signed = checkpoint === null ? null : await verifyNote(checkpoint.note, keys, ports.primitives.verifyEd25519);
  const isOurs = signed !== null && signed.length > 0 && checkpoint?.size === size;
  if (checkpoint === null || !isOurs || checkpoint.origin !== originOf(ports.installation, year)) {
    return [logFlaw(name, 'not-ours')];
  }
  const { note } = checkpoint;
  seen(year, name, { size, signatures: signed });
  return [
    ...((await isPart(ports, year, checkpoint, last)) ? [] : [logFlaw(name, 'not-part')]),
    ...(await cosignatureFlaws(ports, year, name, note)),
    ...(kept.stamp === null ? [] : await stampFlaws(ports, name, note.text, kept.stamp)),
  ];
}

/** @param sizes as `sizesToCheck` gave them @param last the checkpoint that everybody is served @param seen called for each that the log signed */
export async function markFlaws(
  ports: CheckMarksPorts,
  year: number,
  sizes: readonly number[] | 'changed',
  last: StoredHead,
  seen: LogKeyWatch['signed'],
): Promise<readonly Flaw[]> {
  const flaws = await cosignatureFlaws(ports, year, checkpointName(year), last.note);
  if (sizes === 'changed') return [...flaws, logFlaw(sizesName(year), 'not-ours')];
  for (const size of sizes) flaws.push(...(await ofOneSize(ports, year, size, last, seen)));
  return flaws;
}
