// I1: any two checkpoints that the log ever signed are consistent. I2: each fact of the ledger is in the log, once, and nothing else is.
import { primitives } from '../../../lib/adapters/primitives.ts';
import { type OpenedCheckpoint, openCheckpoint, parseCheckpoint } from '../../../lib/ledger/log/checkpoint.ts';
import { monitorTree } from '../../../lib/ledger/log/monitor.ts';
import { consistencyProof, isConsistent, treeReader } from '../../../lib/ledger/log/proof.ts';
import { toHex } from '../../../lib/model/hashing.ts';
import { markedSizes, readMark } from '../../../lib/use-cases/log/log-marks.ts';
import { checkpointName, logKeysOf, tilesOfYear } from '../../../lib/use-cases/log/log-of-year.ts';
import type { PlainFact } from '../read-world.ts';
import { type Simulation, startProcess, violate } from '../simulation.ts';

const { sha256 } = primitives;

/** Also of a run that could not be ended, whose tiles may not be there: two roots of one size are two logs. */
export function checkForks(sim: Simulation): void {
  const roots = new Map<string, string>();
  for (const { year, size, bytes } of sim.signed) {
    const head = parseCheckpoint(bytes);
    if (head === null) continue;
    const root = toHex(head.root);
    const known = roots.get(`${year} ${size}`);
    if (known !== undefined && known !== root) violate(sim, 'I1', `log ${year}: two roots were signed of ${size}`);
    roots.set(`${year} ${size}`, root);
  }
}

/** All that were signed are parts of the largest one, so any two of them are parts of one another. */
async function checkConsistent(sim: Simulation, year: number, signed: readonly OpenedCheckpoint[]): Promise<void> {
  const { ports } = startProcess(sim);
  const last = signed.reduce((a, b) => (b.size > a.size ? b : a));
  const reader = treeReader(sha256, tilesOfYear(ports, year), last.size);
  for (const before of signed) {
    const proof = await consistencyProof(reader, before.size);
    if (!isConsistent(sha256, before, last, proof)) {
      violate(
        sim,
        'I1',
        `log ${year}: what was signed of ${before.size} is no part of what was signed of ${last.size}`,
      );
    }
  }
}

/** Of each year its last checkpoint, entry by entry. */
async function entriesOf(sim: Simulation, year: number, signed: readonly OpenedCheckpoint[]): Promise<string[]> {
  const { ports } = startProcess(sim);
  const served = parsedAs(await ports.readLogFiles.get(checkpointName(year)), signed);
  if (served === null) {
    violate(sim, 'I1', `log ${year}: what is served was never signed`);
    return [];
  }
  if (signed.some(({ size }) => size > served.size)) violate(sim, 'I7', `log ${year}: the last head is not published`);
  const { entries, findings } = await monitorTree(sha256, tilesOfYear(ports, year), served);
  for (const { path, what } of findings) violate(sim, 'I1', `log ${year}: ${path}: ${what}`);
  if (sim.faults.has('F15') && (await readMark(ports, year, served.size))?.stamp == null) {
    violate(sim, 'I7', `log ${year}: no time stamp over ${served.size} among ${await markedSizes(ports, year)}`);
  }
  return entries.flatMap((entry) => (entry === null ? [] : [toHex(entry)]));
}

const parsedAs = (bytes: Uint8Array | null, signed: readonly OpenedCheckpoint[]): OpenedCheckpoint | null =>
  signed.find(({ note }) => bytes !== null && new TextDecoder().decode(bytes).startsWith(`${note.text}\n`)) ?? null;

/** @returns how often each entry stands in a log of any year */
async function entryCounts(sim: Simulation): Promise<ReadonlyMap<string, number>> {
  const { ports } = startProcess(sim);
  const counts = new Map<string, number>();
  for (const [year, seen] of Map.groupBy(sim.signed, (one) => one.year)) {
    const keys = await logKeysOf(ports, year);
    const opened = new Map<string, OpenedCheckpoint>();
    for (const { bytes } of seen) {
      const checkpoint = await openCheckpoint(bytes, keys, [], ports.primitives.verifyEd25519);
      if (typeof checkpoint === 'string') violate(sim, 'I1', `log ${year}: a checkpoint is ${checkpoint}`);
      else opened.set(checkpoint.note.text, checkpoint);
    }
    const signed = [...opened.values()];
    if (signed.length === 0) continue;
    await checkConsistent(sim, year, signed);
    for (const entry of await entriesOf(sim, year, signed)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return counts;
}

export async function checkLogged(sim: Simulation, books: ReadonlyMap<string, readonly PlainFact[]>): Promise<void> {
  const counts = new Map(await entryCounts(sim));
  for (const book of books.keys()) {
    let seq = 0;
    for await (const { b, s } of sim.world.table.query(`book#${book}`)) {
      const entry = toHex(sha256(Uint8Array.of(...(s as Uint8Array), ...(b as Uint8Array))));
      const count = counts.get(entry) ?? 0;
      counts.delete(entry);
      if (count !== 1) violate(sim, 'I2', `${book} ${seq}: it is ${count} times in the log`);
      seq += 1;
    }
  }
  if (counts.size > 0) violate(sim, 'I2', `the log has ${counts.size} entries that are no fact’s`);
}
