// F13: a file of the log is gone, changed or as it was before. The check names it, and nothing is appended to a log that does not hold.

import { parseCheckpoint } from '../../../lib/ledger/log/checkpoint.ts';
import { tilePath, tilesOf } from '../../../lib/ledger/log/tiles.ts';
import { agreeSecondments } from '../../../lib/use-cases/agree-secondments.ts';
import { checkLedger } from '../../../lib/use-cases/check-ledger.ts';
import { isBrokenLog } from '../../../lib/use-cases/log/log-head.ts';
import { checkpointName, headName, tileName } from '../../../lib/use-cases/log/log-of-year.ts';
import { monitorYear } from '../../../lib/use-cases/log/monitor-log.ts';
import { type Simulation, startProcess, unique, violate } from '../simulation.ts';
import { secondmentsOf } from '../small-world.ts';
import { settle } from './settled.ts';

interface Damage {
  readonly year: number;
  readonly what: string;
  /** The file, and what stands there instead; null: nothing. */
  readonly name: string;
  readonly instead: Uint8Array | null;
}

async function drawDamage(sim: Simulation): Promise<Damage | null> {
  const { draw, world } = sim;
  const { ports } = startProcess(sim);
  const years = [...new Set(sim.signed.map(({ year }) => year))];
  if (years.length === 0) return null;
  const year = draw.oneOf(years);
  const known = await monitorYear(ports, year, null);
  if (known === null) return null;
  const { size } = known.head;
  const how = draw.oneOf(['missing', 'flipped', 'flipped', 'old'] as const);
  if (how === 'old') {
    const name = draw.oneOf([headName(year), checkpointName(year)]);
    const now = (await world.log.get(name))!;
    const before = sim.signed.filter(
      (one) => one.year === year && Buffer.compare(one.bytes, now) !== 0 && one.size < size,
    );
    return before.length === 0
      ? null
      : { year, name, instead: draw.oneOf(before).bytes, what: `${name} as it was before` };
  }
  const name = tileName(year, tilePath(draw.oneOf([...tilesOf(size)])));
  const bytes = (await world.log.get(name))!;
  const at = draw.between(0, bytes.length - 1);
  const instead = how === 'missing' ? null : bytes.map((byte, i) => (i === at ? byte ^ 0x04 : byte));
  return { year, name, instead, what: `${name} ${how}` };
}

const sizeOf = (bytes: Uint8Array | null): number => (bytes === null ? null : parseCheckpoint(bytes))?.size ?? 0;

/** @returns whether the log refused to go on */
async function isStopped(sim: Simulation): Promise<boolean> {
  try {
    await startProcess(sim).attend();
    return false;
  } catch (error) {
    if (isBrokenLog(error)) return true;
    throw error;
  }
}

/** More facts, which wait for the log. */
async function oneMoreFact(sim: Simulation): Promise<void> {
  const { company, hr: by } = sim.cast.companies[0]!;
  const { ports } = startProcess(sim, { isSilent: true });
  const matricule = `E-${unique(sim)}`;
  const file = secondmentsOf([{ matricule, address: `${matricule}@societe.example` }], sim.cast.projects);
  await agreeSecondments(ports, { company, by, file });
}

/** Near the end of a run; what was damaged is as before afterwards, and the fact that waited is in the log. */
export async function checkDamage(sim: Simulation): Promise<void> {
  if (!sim.faults.has('F13')) return;
  const damage = await drawDamage(sim);
  if (damage === null) return;
  const { name, instead, what, year } = damage;
  const { log } = sim.world;
  const intact = (await log.get(name))!;
  sim.tally.inject('F13');
  sim.trace.note(what);
  if (instead === null) await log.remove(name);
  else await log.replace(name, instead);
  const { findings } = await checkLedger(startProcess(sim).ports, {});
  const isNamed = findings.some(({ book, what: kind }) => book === `log/${year}` && kind === 'log');
  await oneMoreFact(sim);
  const stopped = await isStopped(sim);
  const now = await log.get(name);
  const isHead = /\/(?:head|checkpoint)$/.test(name);
  // A checkpoint that is one append behind is as after a crash: it is finished, and the log goes on from the head.
  const isMended = isHead ? sizeOf(now) >= sizeOf(intact) : now !== null && Buffer.compare(now, intact) === 0;
  const isBetween = (size: number): boolean => size > sizeOf(instead) && size < sizeOf(intact);
  const isOneBehind = !sim.signed.some((one) => one.year === year && isBetween(one.size));
  // Exactly one append behind it cannot be told from an append under way, and is completed like one.
  if (isNamed || (name === checkpointName(year) && isOneBehind && isMended)) sim.tally.bite('F13');
  else violate(sim, 'I8', `${what}: the check did not name it`);
  if (isHead && !stopped && !isMended) violate(sim, 'I8', `${what}: the log went on from it`);
  if (!isMended) await log.replace(name, intact);
  if (await isStopped(sim)) violate(sim, 'I7', `${what}: put back, and the log does not go on`);
  else await settle(sim);
}
