// The small worlds, each made once in a process and copied for every seed that starts from it.
import { copyOfWorld, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { seededRandom } from '../../lib/adapters/memory/seeded-random.ts';
import { noHistory } from './drawn-acts.ts';
import type { FaultName } from './fault-names.ts';
import { liveThroughAYear } from './first-year.ts';
import { keyRings } from './key-rings.ts';
import { type Base, startProcess, startSimulation } from './simulation.ts';
import { type Cast, makeSmallWorld } from './small-world.ts';

/** So many different ones. */
export const variants = 16;

const made = new Map<number, Promise<Base>>();
const nobody: Cast = { registrar: '', companies: [], projects: [] };

/** Nothing goes wrong while it is made, and its views are up to date at its end. */
async function make(variant: number): Promise<Base> {
  const world = memoryWorld(`small world ${variant}`);
  const faults: FaultName[] = [];
  const base: Base = { world, keys: keyRings(world), cast: nobody, history: noHistory(), written: new Set() };
  const sim = startSimulation({ seed: variant, faults, base, mode: 'inline' });
  const process = startProcess(sim);
  const cast = await makeSmallWorld(variant, sim.world, process.ports);
  const history = await liveThroughAYear(variant, cast, process);
  await process.catchUp();
  const made = copyOfWorld(sim.world, seededRandom('unused'));
  return { world: made, keys: sim.keys, cast, history, written: sim.written };
}

export function baseOf(seed: number): Promise<Base> {
  const variant = seed % variants;
  const known = made.get(variant) ?? make(variant);
  made.set(variant, known);
  return known;
}
